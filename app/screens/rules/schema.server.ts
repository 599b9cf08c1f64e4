/** A change of the rules at the edge. */
import { z } from "zod";
import { FIELD_BY_KEY } from "#app/domain/rules/fields/index.ts";
import { RULE_LIMITS } from "#app/domain/rules/rule.ts";
import { isInvoiceField, methodsOf } from "./templates.server.ts";
import type { RuleChange, RuleForm } from "./view.ts";
import { PROBLEMS } from "./words.ts";

const MOST_METHODS = 50;
const METHOD_LENGTH = 100;

const title = z.string().trim().max(RULE_LIMITS.titleLength, PROBLEMS.title);
const index = z.int().min(0).max(RULE_LIMITS.rules);

const invoiceForm = z
  .object({ template: z.literal("invoice_only_when"), title, field: z.string().refine(isInvoiceField), values: z.array(z.string()).min(1, PROBLEMS.values).max(RULE_LIMITS.values) })
  .refine(({ field, values }) => values.every((value) => FIELD_BY_KEY.get(field)?.choices.includes(value)), { path: ["values"], error: PROBLEMS.values });

const unpaidForm = z.object({
  template: z.literal("mark_as_unpaid"),
  title,
  methods: z
    .string()
    .refine((text) => methodsOf(text).length > 0, PROBLEMS.methods)
    .refine((text) => methodsOf(text).length <= MOST_METHODS && methodsOf(text).every((method) => method.length <= METHOD_LENGTH), PROBLEMS.methodsLength),
});

const formSchema: z.ZodType<RuleForm> = z.discriminatedUnion("template", [invoiceForm, unpaidForm]);

const changeSchema: z.ZodType<RuleChange> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("switch"), index, enabled: z.boolean() }),
  z.object({ kind: z.literal("move"), index, by: z.union([z.literal(-1), z.literal(1)]) }),
  z.object({ kind: z.literal("remove"), index }),
  z.object({ kind: z.literal("save"), index: index.nullable(), form: formSchema }),
]);

export const rulesSubmissionSchema = z.object({ version: z.int(), change: changeSchema });
