/** Settings and rules of these worlds, drawn by chance and written as the app stores them. */
import type { Rule } from "#app/domain/rules/rule.ts";
import type { Random } from "#sandbox/chance/seeded-random.ts";
import { SUITE_MODES, SUITE_RULES, type SuiteConfig, type SuiteMode, type SuiteRule } from "../oracle/story.ts";

const MODES = Object.keys(SUITE_MODES).filter((mode): mode is SuiteMode => mode in SUITE_MODES);
const STATUSES: readonly SuiteConfig["statuses"][] = [["pending", "paid", "fulfilled"], ["pending", "authorized", "partially_paid", "paid", "partially_fulfilled", "fulfilled"], ["paid", "fulfilled"], ["fulfilled"]];

export function drawConfig(random: Random): SuiteConfig {
  const [everything = "sales_orders_invoices_payments"] = MODES;
  return {
    mode: random.chance(0.5) ? everything : random.pick(MODES),
    statuses: random.pickFavourite<SuiteConfig["statuses"]>(STATUSES),
    rules: SUITE_RULES.filter((rule) => random.chance(rule === "invoice_when_fulfilled" ? 0.5 : 0.15)),
    paypalAccount: random.chance(0.5) ? "Checking" : "Shopify Clearing",
  };
}

/** What the oracle of the month knows: everything is booked, income once all has shipped, all money on one account. */
export const GIVING_BACK: SuiteConfig = {
  mode: "sales_orders_invoices_payments", statuses: ["pending", "authorized", "partially_paid", "paid", "partially_fulfilled", "fulfilled"], rules: ["invoice_when_fulfilled"], paypalAccount: "Shopify Clearing",
};

const RULES: Record<SuiteRule, Omit<Rule, "title" | "enabled">> = {
  invoice_when_fulfilled: { when: { all: [{ field: "order.fulfillmentStatus", op: "does_not_equal", value: "fulfilled" }] }, then: [{ action: "stop_creating_invoices" }] },
  paypal_is_unpaid: { when: { all: [{ field: "order.paymentMethod", op: "equals", value: "PayPal" }] }, then: [{ action: "mark_as_unpaid", value: true }] },
  no_sales_order_when_paid: { when: { all: [{ field: "order.financialStatus", op: "equals", value: "paid" }] }, then: [{ action: "stop_creating_sales_orders" }] },
  hold_tagged: { when: { all: [{ field: "order.tags", op: "equals", value: "hold" }] }, then: [{ action: "hold_for_review" }] },
  skip_tagged: { when: { all: [{ field: "order.tags", op: "equals", value: "skip" }] }, then: [{ action: "do_not_sync" }] },
};

export const rulesOf = ({ rules }: SuiteConfig): Rule[] => rules.map((title) => ({ title, enabled: true, ...RULES[title] }));
