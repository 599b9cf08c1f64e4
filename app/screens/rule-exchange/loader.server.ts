/** Import and export of a shop's draft. */
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { failure, success, type Result } from "#app/domain/result.ts";
import { keyOf } from "#app/domain/rules/difference/rule-difference.ts";
import { exportJson, importJson, type ImportProblem, tooMany } from "#app/domain/rules/exchange/import-rules.ts";
import { RULE_LIMITS, type Rule } from "#app/domain/rules/rule.ts";
import { done, readForm } from "../form.server.ts";
import { openDesk, openDeskAs } from "../open-desk.server.ts";
import { parseRulesCsv, rulesCsv } from "./csv.server.ts";
import type { ExchangeView, ImportAnswer, ImportAsk } from "./view.ts";
import { WORDS } from "./words.ts";

const PROBLEMS_SHOWN = 100;
export const FILE_LIMIT = 20_000_000;

export async function loadExchange({ request }: LoaderFunctionArgs): Promise<ExchangeView> {
  const { rules, revision } = await (await openDesk(request)).ruleDesk.draft();
  return { revision, ruleCount: rules.length };
}

export async function exportRules({ request }: LoaderFunctionArgs): Promise<Response> {
  const { rules } = await (await openDesk(request)).ruleDesk.draft();
  const isJson = new URL(request.url).searchParams.get("format") === "json";
  return new Response(isJson ? exportJson(rules) : rulesCsv(rules), { headers: { "Content-Type": isJson ? "application/json; charset=utf-8" : "text/csv; charset=utf-8", "Cache-Control": "no-store" } });
}

const askSchema: z.ZodType<ImportAsk> = z.object({ revision: z.int().min(0), format: z.enum(["csv", "json"]), how: z.enum(["replace", "add"]), text: z.string().max(FILE_LIMIT) });

export async function importRules({ request }: ActionFunctionArgs) {
  const { desk, person } = await openDeskAs(request);
  const asked = askSchema.safeParse(await readForm(request));
  if (!asked.success) return answer({ kind: "refused", problems: [{ row: null, sentence: WORDS.tooLarge }], more: 0 });
  const { revision, format, how, text } = asked.data;
  const read = format === "json" ? importJson(text) : parseRulesCsv(text);
  const draft = await desk.ruleDesk.draft();
  const rules = read.ok && how === "add" ? below(draft.rules, read.value) : read;
  if (!rules.ok) return answer({ kind: "refused", problems: rules.failure.slice(0, PROBLEMS_SHOWN), more: Math.max(0, rules.failure.length - PROBLEMS_SHOWN) });
  let saved: number | null = null;
  const made = await done(desk.ruleDesk.saveDraft(rules.value, revision, person).then((next) => { saved = next; }));
  if (!made) return answer({ kind: "failed" }, 500);
  return answer(saved === null ? { kind: "changed_meanwhile" } : { kind: "imported", count: read.ok ? read.value.length : 0 });
}

function below(rules: readonly Rule[], more: readonly Rule[]): Result<Rule[], ImportProblem[]> {
  if (rules.length + more.length > RULE_LIMITS.rules) return failure([{ row: null, sentence: tooMany(rules.length + more.length) }]);
  const taken = new Set(rules.map(keyOf));
  const problems = more.filter((rule) => taken.has(keyOf(rule))).map(({ title }): ImportProblem => ({ row: null, sentence: `The title “${title}” is taken by a rule that is there already.` }));
  return problems.length > 0 ? failure(problems) : success([...rules, ...more]);
}

const answer = (value: ImportAnswer, status = 200) => data(value, { status });
