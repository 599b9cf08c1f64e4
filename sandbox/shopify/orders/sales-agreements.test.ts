import { describe, expect, it } from "vitest";
import type { Random } from "#sandbox/chance/seeded-random.ts";
import { seededRandom } from "#sandbox/chance/seeded-random.ts";
import type { MinorBag } from "../money/bag.ts";
import { addBags, formatBag, negateBag, parseBag } from "../money/bag.ts";
import type { OrderRecord } from "../state/order-record.ts";
import type { ShopState } from "../state/shop-state.ts";
import { newShopState } from "../state/shop-state.ts";
import { cancel } from "./cancel.ts";
import { edit } from "./edit.ts";
import { fulfil } from "./fulfil.ts";
import { unfulfilledQuantity } from "./order-status.ts";
import { pay } from "./pay.ts";
import { paymentTotals } from "./payment-totals.ts";
import { currentTaxLines, priceTotals } from "./price-totals.ts";
import { readOrderInput } from "./read-order-input.ts";
import { refund } from "./refund.ts";
import type { Agreement } from "./sales-agreements.ts";
import { salesAgreements } from "./sales-agreements.ts";

const LIVES = 100;

const shopOf = (taxesIncluded: boolean): ShopState =>
  newShopState({ domain: "a.myshopify.com", name: "A", currency: "USD", timeZone: "UTC", country: "US", taxesIncluded, restoreRate: 100 }, 0);

function randomOrder(shop: ShopState, random: Random): OrderRecord {
  const cents = (low: number, high: number): string => (random.between(low, high) / 100).toFixed(2);
  const taxes = (): object[] => ["State", "City"].slice(0, random.between(0, 2)).map((title) => ({ title, rate: 0.05, price: cents(1, 999) }));
  const line_items = Array.from({ length: random.between(1, 5) }, (_, index) => ({ sku: `S${index}`, quantity: random.between(1, 5), price: cents(1000, 9999), gift_card: random.chance(0.1), tax_lines: taxes() }));
  return readOrderInput(shop, {
    line_items,
    ...(random.chance(0.5) && { discount: { code: "OFF", amount: cents(1, 900) } }),
    ...(random.chance(0.7) && { shipping: { price: cents(100, 1500), tax_lines: taxes() } }),
    ...(random.chance(0.3) && { tip: cents(1, 500) }),
    ...(random.chance(0.2) && { duties: cents(1, 900) }),
    ...(random.chance(0.2) && { additional_fees: [{ name: "Delivery fee", price: cents(1, 90) }] }),
    financial_status: random.pick(["pending", "authorized", "paid"]),
  }, "2026-11-02T10:00:00Z");
}

/** One thing that Shopify would allow now; false where there is nothing of that kind to do. */
function act(shop: ShopState, order: OrderRecord, random: Random, at: string): boolean {
  const left = order.lines.filter(({ currentQuantity }) => currentQuantity > 0);
  switch (random.pick(["pay", "fulfil", "add", "set", "set", "refund", "refund", "refund", "amount", "cancel"])) {
    case "pay":
      return paymentTotals(order).outstanding.shop > 0n && Boolean(pay(shop, order, { gateway: "manual" }, at));
    case "fulfil":
      return order.cancelledAt === null && order.lines.some((line) => unfulfilledQuantity(line) > 0) && Boolean(fulfil(shop, order, {}, at));
    case "add":
      return order.cancelledAt === null && Boolean(edit(shop, order, { add: [{ sku: "X", quantity: random.between(1, 3), price: "7.77", tax_lines: [{ title: "State", rate: 0.05, price: "0.41" }] }] }, at));
    case "set": {
      const line = left.length > 0 ? random.pick(left) : undefined;
      if (!line || order.cancelledAt !== null) return false;
      const quantity = random.between(line.fulfilledQuantity, line.currentQuantity + 2);
      const other = left.find((candidate) => candidate !== line && candidate.fulfilledQuantity === 0);
      return quantity >= line.fulfilledQuantity && quantity !== line.currentQuantity && Boolean(edit(shop, order, { set: [{ lineId: line.id, quantity }, ...(other ? [{ lineId: other.id, quantity: other.currentQuantity - 1 }] : [])] }, at));
    }
    case "refund": {
      const lines = left.filter(() => random.chance(0.5)).map((line) => ({ lineId: line.id, quantity: random.between(1, line.currentQuantity), restock: random.chance(0.5) }));
      return lines.length > 0 && Boolean(refund(shop, order, { lines, shipping: random.chance(0.2) ? "full" : undefined, transaction: random.chance(0.8) }, at));
    }
    case "amount":
      return paymentTotals(order).net.shop > 500n && Boolean(refund(shop, order, { amount: (random.between(1, 500) / 100).toFixed(2) }, at));
    default:
      return order.cancelledAt === null && random.chance(0.3) && Boolean(cancel(shop, order, { refund: random.chance(0.5), restock: random.chance(0.5) }, at));
  }
}

const salesOf = (agreements: Agreement[]): Agreement["sales"] => agreements.flatMap(({ sales }) => sales);
const sum = (bags: MinorBag[]): MinorBag => addBags(...bags);
/** Without what the record still tells of taxes and lines: only the figures of the ledger. */
const figures = (agreements: Agreement[]): unknown =>
  agreements.map(({ by, id, at, sales }) => ({ by, id, at, sales: sales.map(({ of, quantity, total, tax, discount, taxes }) => ({ of, quantity, total, tax, discount, taxes: taxes.map(({ amount }) => amount) })) }));

function check(order: OrderRecord): void {
  const agreements = salesAgreements(order);
  const sales = salesOf(agreements);
  const counted = sales.filter(({ of }) => of !== "adjustment");
  const totals = priceTotals(order);
  expect(formatBag(sum(counted.map(({ total }) => total)), order)).toEqual(totals.currentTotalPrice);
  expect(formatBag(sum(counted.map(({ tax }) => tax)), order)).toEqual(totals.currentTotalTax);
  for (const sale of counted) expect(sum(sale.taxes.map(({ amount }) => amount))).toEqual(sale.tax);
  for (const tax of currentTaxLines(order)) {
    const named = counted.flatMap(({ taxes }) => taxes).filter(({ taxLine }) => taxLine.title === tax.title);
    expect(sum(named.map(({ amount }) => amount))).toEqual(parseBag(tax.price, order));
  }
  for (const line of order.lines) {
    const ofLine = sales.filter((sale) => sale.of === "line" && sale.line === line);
    expect(ofLine.reduce((units, { quantity }) => units + (quantity ?? 0), 0)).toBe(line.currentQuantity);
  }
  for (const agreement of agreements) {
    if (agreement.by !== "refund") continue;
    const { lines, shippingLines } = agreement.refund;
    const removed = agreement.sales.filter(({ of }) => of !== "adjustment");
    expect(sum(removed.map(({ tax }) => tax))).toEqual(negateBag(sum([...lines, ...shippingLines].map(({ tax }) => parseBag(tax, order)))));
  }
}

describe("the sales ledger of an order", () => {
  it.each([false, true])(`adds up to the order after every step of ${LIVES} random lives, and only grows (prices with tax: %s)`, (taxesIncluded) => {
    const kinds = new Set<string>();
    for (let seed = 1; seed <= LIVES; seed += 1) {
      const random = seededRandom(seed);
      const shop = shopOf(taxesIncluded);
      const order = randomOrder(shop, random);
      check(order);
      for (let step = 1; step <= 8; step += 1) {
        const before = figures(salesAgreements(order));
        const changes = order.edits.length + order.refunds.length;
        if (!act(shop, order, random, `2026-11-02T1${Math.ceil(step / 2)}:00:00Z`)) continue;
        check(order);
        const after = salesAgreements(order);
        expect(figures(after.slice(0, (before as unknown[]).length))).toEqual(before);
        if (order.edits.length + order.refunds.length > changes) expect(after.length).toBe((before as unknown[]).length + 1);
      }
      for (const { by, sales } of salesAgreements(order)) for (const { of, actionType } of sales) kinds.add(`${by} ${of} ${actionType}`);
    }
    expect([...kinds].sort()).toEqual([
      "edit line ORDER", "edit line RETURN", "order charge ORDER", "order line ORDER", "order shipping ORDER", "order tip ORDER",
      "refund adjustment RETURN", "refund charge RETURN", "refund line RETURN", "refund shipping RETURN", "refund tip RETURN",
    ]);
  });
});

describe("the sales ledger of an imported order", () => {
  const rest = (refund: object): OrderRecord =>
    readOrderInput(shopOf(false), {
      id: 1, name: "#1", created_at: "2026-11-01T10:00:00Z", currency: "USD", taxes_included: false, financial_status: "paid", total_price: "31.80", subtotal_price: "20.00", total_tax: "1.80", total_discounts: "0.00",
      current_total_price: "10.60", current_total_tax: "0.60", admin_graphql_api_id: "gid://shopify/Order/1",
      line_items: [{ id: 11, title: "A", sku: "A", quantity: 2, current_quantity: 1, price: "10.00", tax_lines: [{ title: "State", rate: 0.06, price: "1.20" }] }],
      shipping_lines: [{ id: 12, title: "Standard", price: "10.00", tax_lines: [{ title: "State", rate: 0.06, price: "0.60" }] }],
      refunds: [{ id: 13, created_at: "2026-11-01T11:00:00Z", refund_line_items: [{ id: 14, line_item_id: 11, quantity: 1, restock_type: "return", subtotal: 10, total_tax: 0.6 }], ...refund }],
    }, "2026-11-02T10:00:00Z");
  const adjustment = { id: 15, reason: "Shipping refund", kind: "shipping_refund", amount: "-10.00", tax_amount: "-0.60" };
  const money = (amount: string): object => ({ shop_money: { amount, currency_code: "USD" }, presentment_money: { amount, currency_code: "USD" } });

  it.each([
    ["as an adjustment, as older files tell it", { order_adjustments: [adjustment] }],
    ["as a shipping line beside the adjustment", { order_adjustments: [adjustment], refund_shipping_lines: [{ id: 16, shipping_line_id: 12, subtotal_amount_set: money("10.00") }] }],
  ])("reads shipping that a REST file gave back %s", (_, refund) => {
    const order = rest(refund);
    check(order);
    expect(figures(salesAgreements(order))).toMatchObject([{ by: "order", sales: [{ total: { shop: 2120n } }, { of: "shipping", total: { shop: 1060n } }] }, { by: "refund", id: "13", sales: [{ total: { shop: -1060n }, tax: { shop: -60n } }, { of: "shipping", total: { shop: -1060n }, tax: { shop: -60n } }] }]);
  });

  it("reads the refunds of a GraphQL file", () => {
    const bag = (amount: string): object => ({ shopMoney: { amount, currencyCode: "USD" }, presentmentMoney: { amount, currencyCode: "USD" } });
    const tax = (amount: string): object => ({ title: "State", rate: 0.06, priceSet: bag(amount) });
    const order = readOrderInput(shopOf(false), {
      id: "gid://shopify/Order/1", name: "#1", createdAt: "2026-11-01T10:00:00Z", currencyCode: "USD", taxesIncluded: false, displayFinancialStatus: "PARTIALLY_REFUNDED", totalPriceSet: bag("31.8"), currentTotalPriceSet: bag("15.9"),
      currentTotalTaxSet: bag("0.9"), lineItems: { nodes: [{ id: "gid://shopify/LineItem/11", title: "A", quantity: 2, currentQuantity: 1, originalUnitPriceSet: bag("10.0"), taxLines: [tax("1.2")] }] },
      shippingLines: { nodes: [{ id: "gid://shopify/ShippingLine/12", title: "Standard", originalPriceSet: bag("10.0"), taxLines: [tax("0.6")] }] },
      refunds: [{
        id: "gid://shopify/Refund/13", createdAt: "2026-11-01T11:00:00Z",
        refundLineItems: { nodes: [{ id: null, quantity: 1, restockType: "RETURN", subtotalSet: bag("10.0"), totalTaxSet: bag("0.6"), lineItem: { id: "gid://shopify/LineItem/11" } }] },
        refundShippingLines: { nodes: [{ id: "gid://shopify/RefundShippingLine/14", subtotalAmountSet: bag("5.0"), taxAmountSet: bag("0.3") }] },
        orderAdjustments: { nodes: [{ id: "gid://shopify/OrderAdjustment/15", reason: "REFUND_DISCREPANCY", amountSet: bag("-2.0"), taxAmountSet: bag("0.0") }] },
      }],
    }, "2026-11-02T10:00:00Z");
    check(order);
    expect(figures(salesAgreements(order))).toMatchObject([{}, { by: "refund", sales: [{ of: "line", total: { shop: -1060n } }, { of: "shipping", total: { shop: -530n } }, { of: "adjustment", total: { shop: -200n } }] }]);
    expect(paymentTotals(order).outstanding.shop).toBe(1590n - 200n - 3180n);
  });
});
