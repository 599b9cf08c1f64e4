/**
 * Builds the web app and the admin extensions into `build/`; with `--if-changed` only when its sources differ from those of the last build.
 * Must never leave a stamp beside a build that did not finish.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildExtensions } from "./build-extensions.mjs";
import { contentHash } from "./install/content-hash.mjs";
import { withProcessLock } from "./install/process-lock.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const stamp = join(root, "build/.sources");
const SOURCES = ["app", "extensions", "public", "remix.config.js", "vite.config.ts", "tsconfig.json", "package-lock.json", "prisma/schema.prisma"];

const onlyIfChanged = process.argv.includes("--if-changed");
await withProcessLock(join(root, ".cache/build.lock"), async () => {
  const sources = contentHash(root, SOURCES, (file) => !file.endsWith(".test.ts") && !file.startsWith("app/database/generated"));
  if (onlyIfChanged && builtFrom() === sources) return;
  rmSync(stamp, { force: true });
  // Quiet when a person asked for something else (play, demo); what went wrong is shown in any case.
  const ended = spawnSync(process.execPath, [join(root, "node_modules/@remix-run/dev/dist/cli.js"), "vite:build", "--logLevel", onlyIfChanged ? "error" : "info"], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "production" },
  });
  if (ended.status !== 0) process.exit(ended.status ?? 1);
  await buildExtensions(root);
  writeFileSync(stamp, sources);
});

function builtFrom() {
  return existsSync(stamp) && existsSync(join(root, "build/server/index.js")) ? readFileSync(stamp, "utf8") : undefined;
}
