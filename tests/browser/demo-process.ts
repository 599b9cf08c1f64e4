/** `npm run demo` as a person starts it, in a data folder of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

export type Demo = {
  /** The app's page inside the simulated admin. */
  appUrl: string;
  /** The simulated admin's store page, to which `/orders` and the like are appended. */
  storeUrl: string;
  quickBooksUrl: string;
  startedInMs: number;
  /** Sends the signal to npm's process and waits until everything has ended; answers how long that took, in ms. */
  stop(signal: NodeJS.Signals): Promise<number>;
};

const URL_LINE = /Open the shop's admin: (\S+)/;
const QUICKBOOKS_LINE = /Simulated QuickBooks\s+(\S+)/;

/** Files run side by side: each of vitest's workers has ports of its own, since a port that was found free may be taken before it is used. */
const FIRST_PORT = 4010 + 100 * Number(process.env["VITEST_POOL_ID"] ?? 0);

export async function startDemo(folder: string): Promise<Demo> {
  const startedAt = performance.now();
  const child = spawn("npm", ["run", "--silent", "demo", "--", folder, String(FIRST_PORT)], { stdio: ["ignore", "pipe", "inherit"] });
  const lines = await readUntilUrl(child);
  const appUrl = match(lines, URL_LINE);
  return {
    appUrl,
    storeUrl: appUrl.replace(/\/apps\/.*$/, ""),
    quickBooksUrl: match(lines, QUICKBOOKS_LINE),
    startedInMs: performance.now() - startedAt,
    async stop(signal) {
      const stoppedAt = performance.now();
      const ended = once(child, "exit");
      child.kill(signal);
      await ended;
      return performance.now() - stoppedAt;
    },
  };
}

async function readUntilUrl(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error("the demo has no output");
  let text = "";
  for await (const line of createInterface({ input: child.stdout })) {
    text += `${line}\n`;
    if (URL_LINE.test(line)) return text;
  }
  throw new Error(`the demo ended before it said where it is:\n${text}`);
}

function match(text: string, pattern: RegExp): string {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new Error(`the demo did not print ${String(pattern)}:\n${text}`);
  return found;
}
