/** Saves one rule into the draft. What a person has to correct is answered with 200, so that the page keeps what was written. */
import { data, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { keyOf } from "#app/domain/rules/difference/rule-difference.ts";
import { RULE_LIMITS, type Rule } from "#app/domain/rules/rule.ts";
import { ruleSentence } from "#app/domain/rules/sentence.ts";
import { failure, success, type Result } from "#app/domain/result.ts";
import { done, fieldErrors, readForm } from "../form.server.ts";
import { openDeskAs } from "../open-desk.server.ts";
import { editedRuleSchema, fromEdited } from "./edited-rule.server.ts";
import type { EditorErrors, SaveAnswer } from "./view.ts";
import { PROBLEMS } from "./words.ts";

/** `was`: the title of the rule that was opened, which tells it from others wherever it stands by now; null for a new one. */
const submissionSchema = z.object({ revision: z.int().min(0), was: z.string().nullable(), rule: editedRuleSchema });

export async function saveRule({ request }: ActionFunctionArgs) {
  const { desk, person } = await openDeskAs(request);
  const submission = submissionSchema.safeParse(await readForm(request));
  if (!submission.success) return answer({ kind: "invalid", errors: byPlace(fieldErrors(submission.error)) });
  const { revision, was, rule: edited } = submission.data;
  const draft = await desk.ruleDesk.draft();
  const place = was === null ? null : draft.rules.findIndex((rule) => keyOf(rule) === keyOf({ title: was }));
  if (draft.revision !== revision || place === -1) return answer({ kind: "changed_meanwhile" });
  const rule = fromEdited(edited);
  const rules = rule.ok ? putInto(draft.rules, place, rule.value, edited.title === "") : rule;
  if (!rules.ok) return answer({ kind: "invalid", errors: rules.failure });
  let saved: number | null = null;
  if (!(await done(desk.ruleDesk.saveDraft(rules.value, revision, person).then((next) => { saved = next; })))) return answer({ kind: "failed" }, 500);
  return answer(saved === null ? { kind: "changed_meanwhile" } : { kind: "saved" });
}

/** Decisions name rules by their title: two of one name could not be told apart. */
export function putInto(rules: readonly Rule[], place: number | null, rule: Rule, isUntitled: boolean): Result<Rule[], EditorErrors> {
  if (place === null && rules.length >= RULE_LIMITS.rules) return failure({ "": PROBLEMS.tooMany });
  const others = new Set(rules.filter((_, index) => index !== place).map(keyOf));
  const titled = { ...rule, title: isUntitled ? freeOf(titleFor(rule), others) : rule.title };
  if (others.has(keyOf(titled))) return failure({ title: PROBLEMS.titleTaken });
  return success(place === null ? [...rules, titled] : rules.with(place, titled));
}

/** Named after what it does. */
const titleFor = (rule: Rule): string => ruleSentence(rule).replace(" → ", ": ").slice(0, RULE_LIMITS.titleLength - 5);

function freeOf(title: string, taken: ReadonlySet<string>): string {
  if (!taken.has(keyOf({ title }))) return title;
  for (let number = 2; ; number += 1) if (!taken.has(keyOf({ title: `${title} ${number}` }))) return `${title} ${number}`;
}

const byPlace = (errors: Record<string, string>): EditorErrors => Object.fromEntries(Object.entries(errors).map(([path, message]) => [path === "rule.title" ? "title" : "", message]));

const answer = (value: SaveAnswer, status = 200) => data(value, { status });
