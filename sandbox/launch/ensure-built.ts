/** Makes sure that `build/` was made from the present sources; takes no time when it was. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Teardown } from "./teardown.ts";

const projectRoot = fileURLToPath(new URL("../..", import.meta.url));

/** `npm run play` and `npm run demo` have built already; tests come here first. Throws with the builder's own words. */
export async function ensureBuilt(teardown: Teardown): Promise<void> {
  const builder = spawn(process.execPath, ["scripts/build.mjs", "--if-changed"], { cwd: projectRoot, stdio: ["ignore", "pipe", "pipe"] });
  teardown.killAtExit(() => void builder.kill("SIGKILL"));
  const words: Buffer[] = [];
  builder.stdout.on("data", (chunk: Buffer) => words.push(chunk));
  builder.stderr.on("data", (chunk: Buffer) => words.push(chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    builder.once("error", reject);
    builder.once("close", resolve);
  });
  if (code !== 0) throw new Error(`the app could not be built:\n${Buffer.concat(words).toString("utf8")}`);
}
