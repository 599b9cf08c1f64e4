/** The zod schema of a rule's conditions: rows, and groups of rows with one nested level. */
import { z } from "zod";
import { compileRow } from "./compile-row.ts";
import { RULE_LIMITS, type Group, type Row } from "./rule.ts";

const rowSchema: z.ZodType<Row> = z
  .strictObject({
    field: z.string({ error: "a condition needs a field" }),
    name: z.string({ error: "name must be text" }).optional(),
    op: z.string({ error: "a condition needs an op" }),
    value: z.unknown().optional(),
    every: z.boolean({ error: "every must be true or false" }).optional(),
  })
  .superRefine((row, context) => {
    const compiled = compileRow(row);
    if (!compiled.ok) context.addIssue({ code: "custom", message: compiled.failure });
  });

/** How deep groups go: the rule's own, and one nested level. */
const GROUP_LEVELS = 2;

const objectSchema = z.record(z.string(), z.unknown(), { error: "must be a condition or a group of conditions" });
const isGroup = (value: object): boolean => "all" in value || "any" in value;

/** Chooses the schema by the keys present; a zod union would hide which row is wrong behind "invalid input". */
const chosenBy = <Output>(choose: (value: Record<string, unknown>) => z.ZodType<Output>): z.ZodType<Output> =>
  objectSchema.transform((value, context): Output => {
    const parsed = choose(value).safeParse(value);
    if (parsed.success) return parsed.data;
    for (const { path, message } of parsed.error.issues) context.addIssue({ code: "custom", path, message });
    return z.NEVER;
  });

const tooDeep = z.never({ error: "only one nested level of groups is allowed" });

function groupAt(level: number): z.ZodType<Group> {
  const nested = level < GROUP_LEVELS ? z.lazy(() => groupAt(level + 1)) : tooDeep;
  const member = chosenBy<Row | Group>((value) => (isGroup(value) ? nested : rowSchema));
  const members = z.array(member, { error: "must be a list of conditions" }).max(RULE_LIMITS.rows, `a rule has at most ${RULE_LIMITS.rows} conditions`);
  const some = members.min(1, "a group needs at least one condition");
  // Only the rule's own `all` may be empty: a rule that says so applies to every order.
  const all = z.strictObject({ all: level === 1 ? members : some });
  const any = z.strictObject({ any: some });
  return chosenBy<Group>((value) => ("any" in value ? any : all));
}

const countRows = (member: Row | Group): number => {
  if ("field" in member) return 1;
  const members = "all" in member ? member.all : member.any;
  return members.reduce((count, each) => count + countRows(each), 0);
};

export const groupSchema = groupAt(1).refine((group) => countRows(group) <= RULE_LIMITS.rows, `a rule has at most ${RULE_LIMITS.rows} conditions`);
