/** Measures normalise → decide (50 rules) → plan → diff on one core and prints orders per second (bar of design page 07: 5,000). Exits 1 below the bar. */
import { sampleBooks } from "#app/domain/books/sample-books.ts";
import { decide } from "#app/domain/decision/decide.ts";
import { diff } from "#app/domain/plan/diff.ts";
import { plan } from "#app/domain/plan/plan.ts";
import { compileRules } from "#app/domain/rules/compile-rules.ts";
import { evaluateRules } from "#app/domain/rules/evaluate.ts";
import type { Rule } from "#app/domain/rules/rule.ts";
import { DEFAULT_SETTINGS } from "#app/domain/settings/settings.ts";
import { normaliseOrder } from "#app/shopify/orders/normalise/order.ts";
import { amount, lineSnapshot, orderSnapshot, taxLine, transactionSnapshot, whole } from "#app/shopify/orders/testing/snapshots.ts";

const BAR = 5_000;
const ORDERS = 5_000;
const RULES = 50;
const SHOP = { domain: "bench.myshopify.com", timeZone: "America/New_York" };

/** Three lines, shipping paid within the lines' prices, one payment: the everyday order. */
function snapshot(index: number): unknown {
  const line = (id: number) => lineSnapshot({
    id: `gid://shopify/LineItem/${index}${id}`, sku: `SKU-${id}`, quantity: 2, currentQuantity: 2, unfulfilledQuantity: 2,
    originalUnitPriceSet: amount("10.0"), priceAfterAllDiscountsBeforeTaxesSet: amount("20.0"), taxLines: [taxLine("1.6")],
  });
  return orderSnapshot({
    id: `gid://shopify/Order/${index}`, name: `#${index}`, lineItems: whole(line(1), line(2), line(3)), transactions: [transactionSnapshot({ amountSet: amount("64.8") })],
    currentTotalPriceSet: amount("64.8"), currentTotalTaxSet: amount("4.8"), totalReceivedSet: amount("64.8"), netPaymentSet: amount("64.8"),
  });
}

/** None matches, so every rule is evaluated to its end: the slow case. */
const rules: Rule[] = Array.from({ length: RULES }, (_, index) => ({
  title: `Rule ${index}`, enabled: true,
  when: { all: [{ field: "order.status", op: "equals", value: "paid" }, { field: "line.sku", op: "starts_with", value: `NONE-${index}` }] },
  then: [{ action: "stop_creating_invoices" }],
}));

const compiled = compileRules(rules);
const books = sampleBooks(["SKU-1", "SKU-2", "SKU-3"]);

function pureStages(body: unknown): number {
  const order = normaliseOrder(body);
  if (!order.ok) throw new Error(order.failure);
  const decision = decide({ order: order.value, settings: DEFAULT_SETTINGS, rules: compiled, timeZone: SHOP.timeZone, entered: false });
  const planned = plan({ shop: SHOP, order: order.value, decision, books, settings: DEFAULT_SETTINGS, existing: [] });
  if (planned.issues.length > 0) throw new Error(planned.issues[0]?.sentence);
  return diff({ planned: planned.documents, posted: [], undone: [], askedByPerson: false }).operations.length;
}

const bodies = Array.from({ length: ORDERS }, (_, index) => snapshot(index + 1));
for (const body of bodies.slice(0, 1_000)) pureStages(body);

const startedAt = performance.now();
let operations = 0;
for (const body of bodies) operations += pureStages(body);
const seconds = (performance.now() - startedAt) / 1_000;
const rate = Math.round(ORDERS / seconds);

console.log(`pure stages: ${rate} orders/s on one core (${ORDERS} orders of 3 lines, ${RULES} rules, ${operations} operations, ${seconds.toFixed(2)} s; bar ${BAR})`);
if (rate < BAR) process.exitCode = 1;

/** Design page 04: a thousand rules are asked about one order within this. */
const MANY = 1_000;
const MANY_BAR_MS = 5;
const many = compileRules(Array.from({ length: MANY / RULES }, () => rules).flat());
const [first] = bodies.map(normaliseOrder);
if (!first?.ok) throw new Error("the first order could not be read");
const durationsMs = Array.from({ length: 500 }, () => {
  const askedAt = performance.now();
  evaluateRules({ rules: many, order: first.value, timeZone: SHOP.timeZone });
  return performance.now() - askedAt;
}).toSorted((a, b) => a - b);
const medianMs = durationsMs[250] ?? Number.POSITIVE_INFINITY;

console.log(`rules: ${MANY} on one order in ${medianMs.toFixed(2)} ms (median of 500; bar ${MANY_BAR_MS} ms)`);
if (medianMs > MANY_BAR_MS) process.exitCode = 1;
