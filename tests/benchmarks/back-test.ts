/** Measures what the rule editor waits for: 500 orders against 200 rules, one of them edited, and 1,000 rules on one order. Exits 1 above a bar (design pages 04 and 07). */
import { Temporal } from "temporal-polyfill";
import { createBackTest } from "#app/domain/back-test/back-test.ts";
import { tryRule } from "#app/domain/back-test/try-rule.ts";
import { sampleBooks } from "#app/domain/books/sample-books.ts";
import { sampleOrder } from "#app/domain/order/sample-order.ts";
import type { Order } from "#app/domain/order/order.ts";
import { compileRules } from "#app/domain/rules/compile-rules.ts";
import { evaluateRules } from "#app/domain/rules/evaluate.ts";
import type { Rule } from "#app/domain/rules/rule.ts";
import { DEFAULT_SETTINGS } from "#app/domain/settings/settings.ts";
import { percentile } from "./percentile.ts";

const ORDERS = 500;
const RULES = 200;
const KEYSTROKES = 60;
const PANEL_BAR_MS = 300;
const ORDER_BAR_MS = 5;

const GATEWAYS = ["shopify_payments", "paypal", "manual"];
const orders: Order[] = Array.from({ length: ORDERS }, (_, index) => ({
  ...sampleOrder({
    name: `#${1_000 + index}`, gateway: GATEWAYS[index % 3] ?? "", fulfilled: index % 4 === 0 ? "everything" : "nothing", shipping: "4.90",
    lines: [{ sku: `SKU-${index % 40}`, price: "20.00", quantity: 2, tax: "3.20" }, { sku: "SKU-1", price: "12.50", tax: "1.00" }], paid: ["61.60"],
  }),
  id: `gid://shopify/Order/${index}`, tags: index % 5 === 0 ? ["wholesale"] : [],
}));

const rules: Rule[] = Array.from({ length: RULES }, (_, index) => ({
  title: `Rule ${index}`, enabled: true,
  when: { all: [{ field: "order.financialStatus", op: "equals", value: "paid" }, { any: [{ field: "line.sku", op: "equals", value: `NONE-${index}` }, { field: "order.tags", op: "equals", value: `none-${index}` }] }] },
  then: [{ action: "set_class", class: `Class ${index}` }],
}));

const backTest = createBackTest({
  shop: { domain: "bench.myshopify.com", timeZone: "America/New_York" }, settings: DEFAULT_SETTINGS, books: sampleBooks(Array.from({ length: 40 }, (_, index) => `SKU-${index}`)),
  orders, published: rules, today: Temporal.PlainDate.from("2026-11-26"), itemType: () => null,
});

/** A person types a payment method letter by letter; its last letters match a third of the orders, whose payments then go. */
function keystroke(index: number): number {
  const rule: Rule = { title: "Edited", enabled: true, when: { all: [{ field: "order.paymentMethod", op: "starts_with", value: "paypal".slice(0, 1 + (index % 6)) }] }, then: [{ action: "mark_as_unpaid", value: true }] };
  const startedAt = performance.now();
  const { changed } = backTest.compare(rules.with(100, rule));
  const { matched } = tryRule(backTest, rule);
  if (changed.length === 0 || matched.length === 0) throw new Error("nothing changed, so nothing was measured");
  return performance.now() - startedAt;
}

for (let index = 0; index < 12; index += 1) keystroke(index);
const panel = Array.from({ length: KEYSTROKES }, (_, index) => keystroke(index));
const panelMs = percentile(panel, 0.95);
console.log(`live panel: ${ORDERS} orders × ${RULES} rules, p50 ${percentile(panel, 0.5).toFixed(0)} ms, p95 ${panelMs.toFixed(0)} ms (${KEYSTROKES} keystrokes; bar ${PANEL_BAR_MS})`);

const thousand = compileRules(Array.from({ length: 5 }, () => rules).flat());
const [order] = orders;
if (!order) throw new Error("there is no order");
const one = Array.from({ length: 400 }, () => {
  const startedAt = performance.now();
  evaluateRules({ rules: thousand, order, timeZone: "America/New_York" });
  return performance.now() - startedAt;
}).slice(100);
const oneMs = percentile(one, 0.95);
console.log(`1,000 rules on one order: p50 ${percentile(one, 0.5).toFixed(2)} ms, p95 ${oneMs.toFixed(2)} ms (bar ${ORDER_BAR_MS})`);

if (panelMs >= PANEL_BAR_MS || oneMs >= ORDER_BAR_MS) process.exitCode = 1;
