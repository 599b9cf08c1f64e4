/** Reads rules from outside (storage, import, scripts): everything wrong is said at once, by rule and row, with what is allowed. */
import { z } from "zod";
import { failure, success, type Result } from "../result.ts";
import { ACTION_BY_KEY } from "./actions/index.ts";
import { groupSchema } from "./group-schema.ts";
import { RULE_LIMITS, type Rule, type RuleAction } from "./rule.ts";

const actionSchema: z.ZodType<RuleAction> = z
  .looseObject({ action: z.string({ error: "an action needs its name in `action`" }) }, { error: "must be an action" })
  .superRefine(({ action: key, ...params }, context) => {
    const action = ACTION_BY_KEY.get(key);
    if (!action) return context.addIssue({ code: "custom", message: `unknown action "${key}"; allowed: ${[...ACTION_BY_KEY.keys()].join(", ")}` });
    const parsed = action.params.safeParse(params);
    for (const issue of parsed.error?.issues ?? []) context.addIssue({ code: "custom", message: `"${key}": ${issue.message}` });
  });

const ruleSchema: z.ZodType<Rule> = z.strictObject(
  {
    title: z.string({ error: "a rule needs a title" }).trim().min(1, "a rule needs a title").max(RULE_LIMITS.titleLength),
    enabled: z.boolean({ error: "enabled must be true or false" }).default(true),
    when: groupSchema,
    unless: z.boolean({ error: "unless must be true or false" }).optional(),
    then: z.array(actionSchema, { error: "`then` must be a list of actions" }).min(1, "a rule needs at least one action").max(RULE_LIMITS.actions),
    note: z.string().max(RULE_LIMITS.noteLength).optional(),
  },
  { error: (issue) => (issue.code === "unrecognized_keys" ? undefined : "must be a rule: { title, when, then }") },
);

/** The number of rules is checked before any of them is read. */
export const ruleSetSchema: z.ZodType<Rule[]> = z
  .array(z.unknown(), { error: "rules must be a list" })
  .max(RULE_LIMITS.rules, `a shop has at most ${RULE_LIMITS.rules} rules`)
  .pipe(z.array(ruleSchema));

/** The rules, or one sentence per mistake. */
export function parseRules(json: unknown): Result<Rule[], string[]> {
  const parsed = ruleSetSchema.safeParse(json);
  if (parsed.success) return success(parsed.data);
  return failure(parsed.error.issues.map(({ path, message }) => placeOf(path, json) + message));
}

/** `rule 2 "Title", row 1.3: ` where 1.3 is the third row of the first member's group. */
function placeOf([ruleIndex, part, ...rest]: readonly PropertyKey[], json: unknown): string {
  if (typeof ruleIndex !== "number") return "";
  const rule = `rule ${ruleIndex + 1}${titleOf(json, ruleIndex)}`;
  const numbers = rest.filter((step) => typeof step === "number").map((step) => step + 1);
  if (numbers.length === 0) return `${rule}: `;
  return `${rule}, ${part === "then" ? "action" : "row"} ${numbers.join(".")}: `;
}

const titledRules = z.array(z.unknown());
const titled = z.object({ title: z.string() });

function titleOf(json: unknown, index: number): string {
  const rule = titled.safeParse(titledRules.safeParse(json).data?.[index]);
  return rule.success ? ` "${rule.data.title}"` : "";
}
