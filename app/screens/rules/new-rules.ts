/** The templates that a new rule can start from, with their usual values. */
import type { RuleForm } from "./view.ts";

export const NEW_RULES: readonly RuleForm[] = [
  { template: "invoice_only_when", title: "", field: "order.status", values: ["fulfilled"] },
  { template: "mark_as_unpaid", title: "", methods: "" },
];
