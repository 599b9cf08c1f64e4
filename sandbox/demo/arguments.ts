/** What `npm run demo` is called with. */
import { resolve } from "node:path";

export const USAGE = `npm run demo [-- FOLDER [PORT]]
  FOLDER  keeps the demo's data (default .data/demo)
  PORT    is tried first, with the two that are 10 and 20 above it (default 4010), so that several demos can run side by side`;

export type DemoArguments = { folder: string; firstPort: number };

/** The ports above it must be ports too. */
const HIGHEST_PORT = 65_535 - 20;

/** Null: not understood, or asked for help; then nothing is started. */
export function parseDemoArguments([folder = ".data/demo", port = "4010", ...others]: readonly string[]): DemoArguments | null {
  const firstPort = Number(port);
  if (folder === "" || folder.startsWith("-") || others.length > 0 || !/^\d+$/.test(port) || firstPort < 1 || firstPort > HIGHEST_PORT) return null;
  return { folder: resolve(folder), firstPort };
}
