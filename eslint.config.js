/** House rules that a machine can hold (docs/CONTRIBUTING.md). The import directions are held by .dependency-cruiser.cjs. */
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

/** Longest code file; about 150 lines is the habit. */
const MAX_LINES = 300;
/** A route authenticates, parses, calls and responds. */
const MAX_LINES_ROUTE = 30;

const CODE = ["**/*.ts", "**/*.tsx", "**/*.js", "**/*.mjs", "**/*.cjs"];
const TYPED = ["app/**/*.{ts,tsx}", "sandbox/**/*.{ts,tsx}", "tests/**/*.{ts,tsx}", "scripts/**/*.ts", "extensions/**/*.{ts,tsx}", "*.ts"];

const environment = { object: "process", property: "env", message: "Only app/composition.server.ts reads the environment; take a value as an argument." };
const impure = [
  { object: "Math", property: "random", message: "The domain draws nothing: derive it from the arguments (law 4)." },
  { object: "Temporal", property: "Now", message: "The domain has no clock: take the instant as an argument (law 1)." },
  { object: "Date", property: "now", message: "The domain has no clock: take the instant as an argument (law 1)." },
];

export default defineConfig(
  { ignores: ["node_modules/", "build/", "coverage/", ".cache/", ".data/", "app/database/generated/", "extensions/*/dist/", "extensions/*/shopify.d.ts"] },
  {
    files: CODE,
    languageOptions: { parser: tseslint.parser },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "max-lines": ["error", { max: MAX_LINES }],
      "no-empty": "error",
      "no-restricted-syntax": ["error", { selector: "CatchClause > BlockStatement[body.length=0]", message: "An empty catch hides a fault: handle it, or return what it means." }],
      "no-var": "error",
      "prefer-const": "error",
      eqeqeq: "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-throw-literal": "error",
    },
  },
  {
    files: TYPED,
    plugins: { "@typescript-eslint": tseslint.plugin },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/ban-ts-comment": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": "error",
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/no-unnecessary-type-assertion": "error",
      "@typescript-eslint/no-base-to-string": "error",
      "@typescript-eslint/restrict-plus-operands": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/prefer-promise-reject-errors": "error",
    },
  },
  {
    files: ["app/**/*.{ts,tsx}"],
    ignores: ["app/composition.server.ts", "app/config/**", "**/*.test.ts"],
    rules: {
      "no-restricted-properties": ["error", environment],
      "no-restricted-imports": ["error", { paths: [{ name: "node:process", importNames: ["env"], message: environment.message }] }],
    },
  },
  { files: ["app/**/*.{ts,tsx}"], ignores: ["**/*.test.ts"], rules: { "no-console": "error" } },
  {
    files: ["app/domain/**/*.ts"],
    ignores: ["**/*.test.ts"],
    rules: {
      "no-restricted-properties": ["error", environment, ...impure],
      "no-restricted-globals": ["error", "process", "fetch", "setTimeout", "setInterval", "crypto", "performance", "Date"],
    },
  },
  { files: ["app/routes/**/*.{ts,tsx}"], rules: { "max-lines": ["error", { max: MAX_LINES_ROUTE }] } },
);
