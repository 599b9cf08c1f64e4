/** Ready-made rules that a new one can start from. */
import { parseRules } from "#app/domain/rules/parse-rules.ts";
import type { Rule } from "#app/domain/rules/rule.ts";

export type RuleTemplate = { key: string; title: string; rule: Rule };

const template = (key: string, title: string, rule: Omit<Rule, "title" | "enabled">): RuleTemplate => ({ key, title, rule: { title, enabled: true, ...rule } });

const TEMPLATES: readonly RuleTemplate[] = [
  template("invoice_when_fulfilled", "Create invoices only for fulfilled orders", { unless: true, when: { all: [{ field: "order.status", op: "equals", value: "fulfilled" }] }, then: [{ action: "stop_creating_invoices" }] }),
  template("invoice_when_paid", "Create invoices only for paid orders", { unless: true, when: { all: [{ field: "order.financialStatus", op: "equals", value: "paid" }] }, then: [{ action: "stop_creating_invoices" }] }),
  template("unpaid_by_method", "Mark as unpaid by payment method", { when: { all: [{ field: "order.paymentMethod", op: "equals", value: "PayPal" }] }, then: [{ action: "mark_as_unpaid", value: true }] }),
  template("skip_tagged", "Do not sync orders tagged …", { when: { all: [{ field: "order.tags", op: "is_one_of", value: ["no-sync"] }] }, then: [{ action: "do_not_sync" }] }),
  template("hold_large", "Hold orders above … for review", { when: { all: [{ field: "order.total", op: "greater_than", value: "1000" }] }, then: [{ action: "hold_for_review" }] }),
];
export const RULE_TEMPLATES = TEMPLATES.filter(({ rule }) => parseRules([rule]).ok);
