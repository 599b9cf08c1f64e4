/** Mode, statuses, rules and settings of a script, held against what the app of this version really has. */
import { type OrderStatus } from "#app/domain/order/status.ts";
import { parseRules } from "#app/domain/rules/parse-rules.ts";
import type { Rule } from "#app/domain/rules/rule.ts";
import { type Mode, MODES, modeSchema, optionsSchema, type SettingOptions, statusesSchema } from "#app/domain/settings/settings.ts";
import { placeOf, problemsOf, type ScriptProblem } from "./problem.ts";

export type Read<Value> = { ok: true; value: Value } | { ok: false; problems: ScriptProblem[] };
type Path = readonly PropertyKey[];

export function readMode(value: unknown, path: Path): Read<Mode> {
  const parsed = modeSchema.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, problems: [{ place: placeOf(path), reason: `must be one of the modes ${Object.keys(MODES).join(", ")}` }] };
}

export function readStatuses(value: unknown, path: Path): Read<OrderStatus[]> {
  const parsed = statusesSchema.safeParse(value);
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, problems: problemsOf(parsed.error, path) };
}

/** Rules in the app's own words; `enabled` may be left out and means true. */
export function readRules(value: unknown, path: Path): Read<Rule[]> {
  const parsed = parseRules(Array.isArray(value) ? value.map(enabledUnlessSaid) : value);
  if (parsed.ok) return parsed;
  return { ok: false, problems: parsed.failure.map((reason) => ({ place: placeOf(path), reason })) };
}

function enabledUnlessSaid(rule: unknown): unknown {
  return typeof rule === "object" && rule !== null ? { enabled: true, ...rule } : rule;
}

/** Only what the script names; every other setting stays as it is. */
export function readSettings(value: unknown, path: Path): Read<Partial<SettingOptions>> {
  const parsed = optionsSchema.partial().safeParse(value);
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error, path) };
  const named = Object.keys(value as object);
  return { ok: true, value: Object.fromEntries(Object.entries(parsed.data).filter(([name]) => named.includes(name))) };
}
