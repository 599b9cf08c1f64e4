/** The command line of `npm run play` (design page 09); a wrong one is told like a wrong script. */
import { parseArgs } from "node:util";
import { ScriptError } from "./script/problem.ts";

export type PlayArguments = {
  /** Script files or folders of scripts; several are an extension of the format. */
  scripts: string[];
  /** An order file or a folder of them, played instead of scripts. */
  orders: string | null;
  config: string | null;
  out: string | null;
};

export const USAGE = `npm run play -- --script STEPS.json [--out RESULT.json]
npm run play -- --orders FILE_OR_FOLDER [--config CONFIG.json] [--out RESULT.json]
--script may be given several times and may name a folder; the stories are then played one after the other.`;

/** Throws ScriptError. */
export function readArguments(given: readonly string[]): PlayArguments {
  const { script = [], orders, config, out } = parse(given);
  if ((script.length > 0) === (orders !== undefined)) throw wrong("give either --script or --orders");
  if (config !== undefined && orders === undefined) throw wrong("--config belongs to --orders; a script has its own config");
  return { scripts: script, orders: orders ?? null, config: config ?? null, out: out ?? null };
}

function parse(given: readonly string[]): { script?: string[]; orders?: string; config?: string; out?: string } {
  try {
    return parseArgs({
      args: [...given],
      options: { script: { type: "string", multiple: true }, orders: { type: "string" }, config: { type: "string" }, out: { type: "string" } },
    }).values;
  } catch (error) {
    // Node answers an unknown or incomplete option with a TypeError that names it.
    if (error instanceof TypeError) throw wrong(error.message);
    throw error;
  }
}

const wrong = (reason: string): ScriptError => new ScriptError([{ place: "", reason: `${reason}\n${USAGE}` }]);
