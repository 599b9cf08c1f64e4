/** Reads a play script (design page 09) and tells every problem with its place; it never plays anything and touches no file but the script. */
import { z } from "zod";
import type { Rule } from "#app/domain/rules/rule.ts";
import type { Mode, SettingOptions } from "#app/domain/settings/settings.ts";
import type { OrderStatus } from "#app/domain/order/status.ts";
import { type PlayConfig, readConfig } from "./config.ts";
import { problemsOf, ScriptError, type ScriptProblem } from "./problem.ts";
import { type Read, readMode, readRules, readSettings, readStatuses } from "./settings.ts";
import { notPlayed, type ParsedStep, type StepOf, stepSchemaOf } from "./steps.ts";

/** Steps that change what the merchant chose carry their value already in the app's own types. */
type SettingStep =
  | { do: "setMode"; value: Mode }
  | { do: "setStatuses"; value: OrderStatus[] }
  | { do: "setRules"; value: Rule[] }
  | { do: "setSettings"; value: Partial<SettingOptions> };

export type Step = Exclude<ParsedStep, StepOf<"setMode" | "setStatuses" | "setRules" | "setSettings">> | SettingStep;

export type Script = { name: string; config: PlayConfig; steps: Step[] };

/** Longer stories than this are more likely a mistake in a generator than a story. */
const MAX_STEPS = 5000;

const scriptSchema = z.strictObject({
  name: z.string().default("unnamed"),
  /** Extension of the format: sentences for the reader, such as the arithmetic behind the expected figures. */
  about: z.array(z.string()).optional(),
  config: z.unknown().optional(),
  steps: z.array(z.unknown()).max(MAX_STEPS),
});

/** The script in this JSON text. Throws ScriptError with all problems. */
export function parseScript(text: string): Script {
  const parsed = scriptSchema.safeParse(parseJson(text));
  if (!parsed.success) throw new ScriptError(problemsOf(parsed.error));
  const config = readConfig(parsed.data.config, ["config"]);
  const steps = parsed.data.steps.map(readStep);
  const read = steps.flatMap((step) => (step.ok ? [step.value] : []));
  if (config.ok && read.length === steps.length) return { name: parsed.data.name, config: config.value, steps: read };
  throw new ScriptError([config, ...steps].flatMap((part): ScriptProblem[] => (part.ok ? [] : part.problems)));
}

/** The config in this JSON text, for `--orders … --config`. Throws ScriptError with all problems. */
export function parseConfig(text: string): PlayConfig {
  const config = readConfig(parseJson(text), []);
  if (!config.ok) throw new ScriptError(config.problems);
  return config.value;
}

/** Text from outside as JSON. Throws ScriptError with the parser's own words, which name line and column. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new ScriptError([{ place: "", reason: `this is not JSON: ${error.message}` }]);
    throw error;
  }
}

const namedSchema = z.looseObject({ do: z.string() });

function readStep(value: unknown, index: number): Read<Step> {
  const path = ["steps", index];
  const named = namedSchema.safeParse(value);
  if (!named.success) return { ok: false, problems: problemsOf(named.error, path) };
  const schema = stepSchemaOf(named.data.do);
  if (schema === undefined) return { ok: false, problems: [{ place: `steps[${index}].do`, reason: notPlayed(named.data.do) }] };
  const parsed = schema.safeParse(value);
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error, path) };
  return withAppValue(parsed.data, [...path, "value"]);
}

function withAppValue(step: ParsedStep, path: readonly PropertyKey[]): Read<Step> {
  switch (step.do) {
    case "setMode":
      return mapRead(readMode(step.value, path), (value) => ({ do: "setMode", value }));
    case "setStatuses":
      return mapRead(readStatuses(step.value, path), (value) => ({ do: "setStatuses", value }));
    case "setRules":
      return mapRead(readRules(step.value, path), (value) => ({ do: "setRules", value }));
    case "setSettings":
      return mapRead(readSettings(step.value, path), (value) => ({ do: "setSettings", value }));
    default:
      return { ok: true, value: step };
  }
}

const mapRead = <From, To>(read: Read<From>, map: (value: From) => To): Read<To> => (read.ok ? { ok: true, value: map(read.value) } : read);
