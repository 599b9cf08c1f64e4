/** The two rules whose values people can change before the full editor exists: to a rule, and back to the form where a rule has exactly that shape. */
import type { Row, Rule } from "#app/domain/rules/rule.ts";
import type { RuleForm } from "./view.ts";

export const INVOICE_FIELDS = ["order.status", "order.financialStatus"] as const;
export type InvoiceField = (typeof INVOICE_FIELDS)[number];
export const isInvoiceField = (field: string): field is InvoiceField => INVOICE_FIELDS.some((each) => each === field);

/** Conditions and effects of a form that was parsed; `methods` are separated by commas. */
export function ruleParts(form: RuleForm): Pick<Rule, "when" | "then"> {
  if (form.template === "invoice_only_when") {
    return { when: { all: [comparison(form.field, ["does_not_equal", "is_none_of"], form.values)] }, then: [{ action: "stop_creating_invoices" }] };
  }
  return { when: { all: [comparison("order.paymentMethod", ["equals", "is_one_of"], methodsOf(form.methods))] }, then: [{ action: "mark_as_unpaid", value: true }] };
}

export const methodsOf = (text: string): string[] => text.split(",").map((method) => method.trim()).filter((method) => method !== "");

/** One value reads better as "is" than as "is one of". */
function comparison(field: string, [one, many]: readonly [string, string], values: readonly string[]): Row {
  const [first] = values;
  return values.length === 1 ? { field, op: one, value: first } : { field, op: many, value: [...values] };
}

export function formOf({ title, when, then }: Rule): RuleForm | null {
  const [effect, ...moreEffects] = then;
  const [row, ...moreRows] = "all" in when ? when.all : when.any;
  if (!effect || moreEffects.length > 0 || !row || moreRows.length > 0 || !("field" in row) || row.every !== undefined) return null;
  const values = textsOf(row.value);
  if (values === null) return null;
  if (effect.action === "stop_creating_invoices" && isInvoiceField(row.field) && (row.op === "does_not_equal" || row.op === "is_none_of")) {
    return { template: "invoice_only_when", title, field: row.field, values };
  }
  const asList = values.join(", ");
  // A method whose name holds a comma would come back as two.
  const survives = JSON.stringify(methodsOf(asList)) === JSON.stringify(values);
  if (effect.action === "mark_as_unpaid" && row.field === "order.paymentMethod" && (row.op === "equals" || row.op === "is_one_of") && survives) {
    return { template: "mark_as_unpaid", title, methods: asList };
  }
  return null;
}

function textsOf(value: unknown): string[] | null {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  const texts = values.filter((each) => typeof each === "string");
  return texts.length === values.length && texts.length > 0 ? texts : null;
}
