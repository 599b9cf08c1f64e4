/**
 * Starts a TypeScript entry of the project: `node scripts/launch.mjs app/jobs/worker.ts [arguments]`.
 * Plain JavaScript, so that an old Node gets a sentence instead of a syntax error.
 */
import module from "node:module";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const OLDEST_NODE = 24;

const [major = 0] = process.versions.node.split(".").map(Number);
if (major < OLDEST_NODE) {
  console.error(`tieout needs Node ${OLDEST_NODE} or newer and this is ${process.version}. Start it with npm (for example "npm run play"): npm brings the project's own Node along.`);
  process.exit(1);
}
const [entry, ...argumentsOfEntry] = process.argv.slice(2);
if (entry === undefined) {
  console.error("usage: node scripts/launch.mjs FILE.ts [arguments]");
  process.exit(2);
}
// Compiling takes half of a start: what one process compiled the next one finds. Where the folder cannot be written, nothing is kept.
module.enableCompileCache(fileURLToPath(new URL("../.cache/compiled", import.meta.url)));
process.argv.splice(1, process.argv.length - 1, resolve(entry), ...argumentsOfEntry);
await import(pathToFileURL(resolve(entry)).href);
