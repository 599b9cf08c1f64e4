/**
 * Brings `node_modules` and the generated Prisma client in line with the lock file and the schema; every npm script runs it first.
 * Plain JavaScript for Node 20 and built-ins only: on a fresh clone it runs before anything of the project is there.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { contentHash } from "./install/content-hash.mjs";
import { withProcessLock } from "./install/process-lock.mjs";
import { installedMatchesLock } from "./install/installed-matches-lock.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const projectNode = join(root, "node_modules/node/bin/node");
const installStamp = join(root, "node_modules/.tieout-installed");
const prismaStamp = join(root, ".cache/prisma-generated");

const lockHash = () => contentHash(root, ["package-lock.json"]);
/** The client depends on the schema and on Prisma's version, which the lock file holds. */
const clientHash = () => contentHash(root, ["package-lock.json", "prisma/schema.prisma", "prisma.config.ts"]);

if (!isInstalled() || !isGenerated()) {
  await withProcessLock(join(root, ".cache/install.lock"), () => {
    if (!isInstalled()) install();
    if (!isGenerated()) generate();
  });
}

function isInstalled() {
  return existsSync(projectNode) && readIfThere(installStamp) === lockHash();
}

function isGenerated() {
  return existsSync(join(root, "app/database/generated/client.ts")) && readIfThere(prismaStamp) === clientHash();
}

function install() {
  if (existsSync(projectNode) && installedMatchesLock(root)) return writeFileSync(installStamp, lockHash());
  console.log("tieout: installing the dependencies of package-lock.json (npm ci); this happens once");
  const npm = npmCommand();
  // The development tools (vite, vitest, the simulators' graphql) are needed whatever NODE_ENV or npm's own settings say.
  run(npm.command, [...npm.args, "ci", "--include=dev", "--include=optional"], { NODE_ENV: "development" });
  if (!existsSync(projectNode)) {
    fail("npm did not install the project's Node 24 (package `node`): its install script did not run. Check `ignore-scripts` in your npm settings.");
  }
  writeFileSync(installStamp, lockHash());
}

function generate() {
  console.log("tieout: generating the database client from prisma/schema.prisma");
  // `prisma generate` connects to nothing, but an empty DATABASE_URL makes it try to download an engine.
  const offline = { DATABASE_URL: process.env["DATABASE_URL"] || "postgres://nobody@127.0.0.1:1/none", PRISMA_HIDE_UPDATE_MESSAGE: "1", CHECKPOINT_DISABLE: "1" };
  run(projectNode, [join(root, "node_modules/prisma/build/index.js"), "generate", "--no-hints"], offline);
  mkdirSync(join(root, ".cache"), { recursive: true });
  writeFileSync(prismaStamp, clientHash());
}

/** npm names itself in `npm_execpath` while it runs a script; outside of npm the one on PATH is taken. */
function npmCommand() {
  const path = process.env["npm_execpath"];
  return path !== undefined && path.endsWith(".js") ? { command: process.execPath, args: [path] } : { command: "npm", args: [] };
}

function run(command, args, environment) {
  const ended = spawnSync(command, args, { cwd: root, stdio: "inherit", env: { ...process.env, ...environment } });
  if (ended.error) fail(`${command} could not be started: ${ended.error.message}`);
  if (ended.status !== 0) fail(`"${[command, ...args].join(" ")}" ended with ${ended.signal ?? `exit code ${ended.status}`}; its own words are above.`);
}

function fail(sentence) {
  console.error(`tieout: ${sentence}`);
  process.exit(1);
}

function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}
