import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { HttpRequest, HttpServer } from "../../http/server.ts";
import { startServer } from "../../http/server.ts";
import { DOMAIN, openShop, TOPICS } from "../testing/open-shop.ts";
import type { OpenShop } from "../testing/open-shop.ts";

const ORDER = `query($id: ID!) { order(id: $id) { edited cancelledAt cancelReason displayFinancialStatus displayFulfillmentStatus
  totalPriceSet { ...M } originalTotalPriceSet { ...M } currentTotalPriceSet { ...M } currentSubtotalPriceSet { ...M } currentTotalTaxSet { ...M }
  currentShippingPriceSet { ...M } currentTotalDiscountsSet { ...M } totalRefundedSet { ...M } totalRefundedShippingSet { ...M } refundDiscrepancySet { ...M }
  netPaymentSet { ...M } totalOutstandingSet { ...M } currentTaxLines { title priceSet { ...M } }
  lineItems(first: 9) { nodes { sku quantity currentQuantity unfulfilledQuantity refundableQuantity priceAfterAllDiscountsBeforeTaxesSet { ...M } } }
  transactions { kind gateway amountSet { ...M } parentTransaction { kind } }
  refunds { note totalRefundedSet { ...M } refundLineItems(first: 9) { nodes { quantity restockType restocked subtotalSet { ...M } totalTaxSet { ...M } lineItem { sku } } }
    refundShippingLines(first: 9) { nodes { subtotalAmountSet { ...M } taxAmountSet { ...M } shippingLine { title } } }
    orderAdjustments(first: 9) { nodes { reason amountSet { ...M } } } transactions(first: 9) { nodes { kind } } } } }
  fragment M on MoneyBag { shopMoney { amount } }`;

/** 2 × 30.00 with 3.60 tax, 40.00 untaxed, 10.00 off by a code (6.00 and 4.00), shipping 8.00 with 0.48 tax, 2.00 tip: 104.08 in all. */
const SALE = {
  name: "#7",
  line_items: [
    { sku: "A", title: "Kettle", quantity: 2, price: "30.00", tax_lines: [{ title: "State", rate: 0.06, price: "3.60" }] },
    { sku: "B", title: "Print", quantity: 1, price: "40.00" },
  ],
  discount: { code: "TEN", amount: "10.00" },
  shipping: { price: "8.00", title: "Standard", tax_lines: [{ title: "State", rate: 0.06, price: "0.48" }] },
  tip: "2.00",
};
const paid = { ...SALE, financial_status: "paid" };
const m = (amount: string): object => ({ shopMoney: { amount } });

describe("editing, refunding and cancelling", () => {
  let open: OpenShop;
  let app: HttpServer;
  let received: HttpRequest[];
  let gid: string;
  beforeEach(async () => {
    received = [];
    app = await startServer({ handler: (request) => (received.push(request), { status: 200, body: "" }) });
    open = await openShop({}, { appUrl: app.origin, topics: [...TOPICS, "orders/edited", "orders/cancelled", "refunds/create"] });
  });
  afterEach(async () => {
    await open.shopify.close();
    await app.close();
  });
  const create = async (order: object): Promise<void> => {
    gid = open.shopify.createOrder(DOMAIN, order).gid;
    await open.shopify.idle();
    received.length = 0;
  };
  const seen = async (): Promise<Record<string, unknown>> => (await open.graphql(ORDER, { id: gid })).data?.["order"] as Record<string, unknown>;
  const webhooks = async (): Promise<Record<string, Record<string, unknown>[]>> => {
    await open.shopify.idle();
    const byTopic: Record<string, Record<string, unknown>[]> = {};
    for (const { headers, body } of received) (byTopic[headers["x-shopify-topic"] ?? ""] ??= []).push(JSON.parse(body) as Record<string, unknown>);
    return byTopic;
  };

  it("gives back units with their share of discount and tax, and leaves the rest to the cent", async () => {
    await create(paid);
    expect(open.shopify.refund(DOMAIN, "#7", { lines: [{ sku: "A", quantity: 1, restock: true }], note: "broken" }).financialStatus).toBe("PARTIALLY_REFUNDED");
    // 30.00 − 3.00 discount + 1.80 tax
    expect(await seen()).toMatchObject({
      totalPriceSet: m("104.08"), currentTotalPriceSet: m("75.28"), currentSubtotalPriceSet: m("63.0"), currentTotalTaxSet: m("2.28"), currentTotalDiscountsSet: m("7.0"),
      totalRefundedSet: m("28.8"), netPaymentSet: m("75.28"), totalOutstandingSet: m("0.0"), refundDiscrepancySet: m("0.0"),
      currentTaxLines: [{ title: "State", priceSet: m("2.28") }],
      lineItems: { nodes: [{ sku: "A", quantity: 2, currentQuantity: 1, unfulfilledQuantity: 1, refundableQuantity: 1, priceAfterAllDiscountsBeforeTaxesSet: m("27.0") }, { sku: "B", currentQuantity: 1 }] },
      refunds: [{ note: "broken", totalRefundedSet: m("28.8"), refundLineItems: { nodes: [{ quantity: 1, restockType: "CANCEL", restocked: true, subtotalSet: m("27.0"), totalTaxSet: m("1.8"), lineItem: { sku: "A" } }] }, transactions: { nodes: [{ kind: "REFUND" }] } }],
      transactions: [{ kind: "SALE" }, { kind: "REFUND", gateway: "shopify_payments", amountSet: m("28.8"), parentTransaction: { kind: "SALE" } }],
    });
    const sent = await webhooks();
    expect(sent["refunds/create"]).toMatchObject([{ order_id: Number(gid.split("/").at(-1)), restock: true, refund_line_items: [{ quantity: 1, restock_type: "cancel", subtotal: "27.00", total_tax: "1.80", line_item: { sku: "A" } }], transactions: [{ kind: "refund", amount: "28.80" }] }]);
    expect(sent["order_transactions/create"]).toMatchObject([{ kind: "refund" }]);
    expect(sent["orders/updated"]).toMatchObject([{ financial_status: "partially_refunded", current_total_price: "75.28", line_items: [{ quantity: 2, current_quantity: 1 }, {}], refunds: [{ note: "broken" }] }]);
  });

  it("refunds everything in three steps and ends at exactly nothing", async () => {
    await create({ ...paid, line_items: [{ sku: "A", quantity: 3, price: "33.33", tax_lines: [{ title: "T", rate: 0.0725, price: "7.25" }] }], discount: { code: "X", amount: "10.00" }, tip: undefined });
    for (const shipping of [undefined, "3.33", "full"]) open.shopify.refund(DOMAIN, "#7", { lines: [{ sku: "A", quantity: 1 }], shipping });
    expect(await seen()).toMatchObject({ currentTotalPriceSet: m("0.0"), currentTotalTaxSet: m("0.0"), netPaymentSet: m("0.0"), totalOutstandingSet: m("0.0"), displayFinancialStatus: "REFUNDED", totalRefundedShippingSet: m("8.48") });
  });

  it("refunds all that is left when nothing is named", async () => {
    await create({ ...paid, tip: undefined });
    open.shopify.refund(DOMAIN, "#7");
    expect(await seen()).toMatchObject({ currentTotalPriceSet: m("0.0"), netPaymentSet: m("0.0"), displayFinancialStatus: "REFUNDED" });
  });

  it("keeps a goodwill amount as a discrepancy in the customer’s favour, which is not owed again", async () => {
    await create(paid);
    open.shopify.refund(DOMAIN, "#7", { amount: "5.00" });
    expect(await seen()).toMatchObject({
      currentTotalPriceSet: m("104.08"), netPaymentSet: m("99.08"), refundDiscrepancySet: m("-5.0"), totalOutstandingSet: m("0.0"), displayFinancialStatus: "PARTIALLY_REFUNDED",
      refunds: [{ orderAdjustments: { nodes: [{ reason: "REFUND_DISCREPANCY", amountSet: m("-5.0") }] } }],
    });
  });

  it("counts less than the goods are worth as a discrepancy in the merchant’s favour", async () => {
    await create(paid);
    open.shopify.refund(DOMAIN, "#7", { lines: [{ sku: "B", quantity: 1 }], amount: "30.00" });
    // 36.00 were suggested
    expect(await seen()).toMatchObject({ refundDiscrepancySet: m("6.0"), netPaymentSet: m("74.08"), currentTotalPriceSet: m("68.08"), totalOutstandingSet: m("0.0") });
  });

  it("pays back only what the customer is owed when the order was paid in part", async () => {
    await create({ name: "#7", line_items: [{ sku: "A", quantity: 2, price: "50.00" }] });
    open.shopify.pay(DOMAIN, "#7", { amount: "60.00" });
    open.shopify.refund(DOMAIN, "#7", { lines: [{ sku: "A", quantity: 1 }] });
    expect(await seen()).toMatchObject({ currentTotalPriceSet: m("50.0"), netPaymentSet: m("50.0"), totalRefundedSet: m("10.0"), totalOutstandingSet: m("0.0"), refundDiscrepancySet: m("0.0") });
  });

  it("takes units out without money when no transaction is wanted, and owes it", async () => {
    await create(paid);
    open.shopify.refund(DOMAIN, "#7", { lines: [{ sku: "B", quantity: 1 }], transaction: false });
    expect(await seen()).toMatchObject({ displayFinancialStatus: "PAID", netPaymentSet: m("104.08"), totalOutstandingSet: m("-36.0") });
  });

  it("returns shipped units after unshipped ones", async () => {
    await create(paid);
    open.shopify.fulfil(DOMAIN, "#7", { lines: [{ sku: "A", quantity: 1 }] });
    open.shopify.refund(DOMAIN, "#7", { lines: [{ sku: "A", quantity: 2, restock: true }] });
    expect(await seen()).toMatchObject({ displayFulfillmentStatus: "PARTIALLY_FULFILLED", refunds: [{ refundLineItems: { nodes: [{ quantity: 1, restockType: "CANCEL" }, { quantity: 1, restockType: "RETURN" }] } }] });
  });

  it.each([
    ["more than was paid", { amount: "200.00" }, "is left"],
    ["more units than there are", { lines: [{ sku: "A", quantity: 3 }] }, "2 are left"],
    ["more shipping than there is", { shipping: "9.00" }, "8.00 of shipping is left"],
    ["what is no amount", { amount: "five" }, "not a decimal amount"],
    ["an amount without a transaction", { amount: "5.00", transaction: false }, "gives nothing back"],
    ["a line with too large an amount, and changes nothing", { lines: [{ sku: "A", quantity: 1 }], amount: "300.00" }, "is left"],
  ])("refuses to refund %s", async (_, input, words) => {
    await create(paid);
    const before = await seen();
    expect(() => open.shopify.refund(DOMAIN, "#7", input)).toThrow(words);
    expect(await seen()).toEqual(before);
    expect(await webhooks()).toEqual({});
  });

  it("adds a line and lowers a quantity; the removal is a refund without money", async () => {
    await create(paid);
    open.shopify.edit(DOMAIN, "#7", { add: [{ sku: "C", quantity: 2, price: "5.00", tax_lines: [{ title: "State", rate: 0.06, price: "0.60" }] }], set: [{ sku: "A", quantity: 1 }], note: "by telephone" });
    // 104.08 + 10.60 − (27.00 + 1.80)
    expect(await seen()).toMatchObject({
      edited: true, displayFinancialStatus: "PAID", originalTotalPriceSet: m("104.08"), currentTotalPriceSet: m("85.88"), currentTotalTaxSet: m("2.88"), netPaymentSet: m("104.08"), totalOutstandingSet: m("-18.2"),
      lineItems: { nodes: [{ sku: "A", quantity: 2, currentQuantity: 1 }, {}, { sku: "C", quantity: 2, currentQuantity: 2 }] },
      refunds: [{ totalRefundedSet: m("0.0"), transactions: { nodes: [] } }],
    });
    const sent = await webhooks();
    const id = Number(gid.split("/").at(-1));
    expect(sent["orders/edited"]).toMatchObject([{ order_edit: { order_id: id, staff_note: "by telephone", line_items: { additions: [{ delta: 2 }], removals: [{ delta: 1 }] } } }]);
    expect(Object.keys(sent).sort()).toEqual(["orders/edited", "orders/updated", "refunds/create"]);
  });

  it("raises a quantity with its tax and asks for the difference", async () => {
    await create(paid);
    open.shopify.edit(DOMAIN, "#7", { set: [{ sku: "A", quantity: 3 }] });
    expect(await seen()).toMatchObject({ displayFinancialStatus: "PARTIALLY_PAID", currentTotalPriceSet: m("135.88"), currentTotalTaxSet: m("5.88"), totalOutstandingSet: m("31.8"), lineItems: { nodes: [{ quantity: 3, currentQuantity: 3 }, {}] } });
    expect(open.shopify.pay(DOMAIN, "#7").financialStatus).toBe("PAID");
  });

  it.each([
    ["removes what has shipped", { set: [{ sku: "A", quantity: 0 }] }, "have shipped"],
    ["names an article that the order does not hold", { set: [{ sku: "Z", quantity: 1 }] }, "has no Z"],
    ["adds an article without a price", { add: [{ sku: "Z", quantity: 1 }] }, "needs a price"],
    ["changes nothing", { set: [{ sku: "A", quantity: 2 }] }, "changes nothing"],
  ])("refuses an edit that %s", async (_, input, words) => {
    await create(paid);
    open.shopify.fulfil(DOMAIN, "#7");
    expect(() => open.shopify.edit(DOMAIN, "#7", input)).toThrow(words);
  });

  it("cancels a paid order with its money, down to the tip", async () => {
    await create(paid);
    expect(open.shopify.cancel(DOMAIN, "#7", { refund: true, restock: true, reason: "CUSTOMER" }).financialStatus).toBe("REFUNDED");
    expect(await seen()).toMatchObject({
      cancelledAt: "2026-11-02T10:00:00Z", cancelReason: "CUSTOMER", currentTotalPriceSet: m("0.0"), currentShippingPriceSet: m("0.0"), netPaymentSet: m("0.0"), totalOutstandingSet: m("0.0"), totalRefundedShippingSet: m("8.48"),
      lineItems: { nodes: [{ currentQuantity: 0 }, { currentQuantity: 0 }] },
      refunds: [{ refundShippingLines: { nodes: [{ subtotalAmountSet: m("8.0"), taxAmountSet: m("0.48"), shippingLine: { title: "Standard" } }] } }],
    });
    const sent = await webhooks();
    expect(sent["orders/cancelled"]).toMatchObject([{ cancel_reason: "customer", financial_status: "refunded" }]);
    expect(Object.keys(sent).sort()).toEqual(["order_transactions/create", "orders/cancelled", "orders/updated", "refunds/create"]);
    expect(() => open.shopify.cancel(DOMAIN, "#7")).toThrow("cancelled already");
    expect(() => open.shopify.edit(DOMAIN, "#7", { set: [{ sku: "A", quantity: 1 }] })).toThrow("cannot be edited");
    expect(() => open.shopify.fulfil(DOMAIN, "#7")).toThrow("not shipped");
  });

  it("cancels a paid order without its money: the customer is owed, and can be paid later", async () => {
    await create(paid);
    expect(open.shopify.cancel(DOMAIN, "#7").financialStatus).toBe("PAID");
    expect(await seen()).toMatchObject({ netPaymentSet: m("104.08"), totalOutstandingSet: m("-104.08") });
    open.shopify.refund(DOMAIN, "#7", { amount: "4.08" });
    open.shopify.refund(DOMAIN, "#7");
    expect(await seen()).toMatchObject({ displayFinancialStatus: "REFUNDED", refundDiscrepancySet: m("0.0"), totalOutstandingSet: m("0.0") });
  });

  it("voids what was authorised, and calls an unpaid cancelled order voided", async () => {
    await create({ ...SALE, financial_status: "authorized" });
    expect(open.shopify.cancel(DOMAIN, "#7").financialStatus).toBe("VOIDED");
    expect(await seen()).toMatchObject({ transactions: [{ kind: "AUTHORIZATION" }, { kind: "VOID", parentTransaction: { kind: "AUTHORIZATION" } }], totalOutstandingSet: m("0.0") });
    open.shopify.createOrder(DOMAIN, { ...SALE, name: "#8" });
    expect(open.shopify.cancel(DOMAIN, "#8").financialStatus).toBe("VOIDED");
  });

  it("moves what an imported file stated by what the action changed", async () => {
    const money = (amount: string): object => ({ shop_money: { amount, currency_code: "USD" }, presentment_money: { amount, currency_code: "USD" } });
    await create({
      id: 99, admin_graphql_api_id: "gid://shopify/Order/99", name: "#7", currency: "USD", created_at: "2026-11-01T10:00:00Z", updated_at: "2026-11-01T10:00:00Z", financial_status: "paid", taxes_included: false,
      total_price: "21.00", subtotal_price: "20.00", total_tax: "1.01", total_discounts: "0.00", total_shipping_price_set: money("0.00"), current_total_price: "21.00",
      tax_lines: [{ title: "T", rate: 0.05, price: "1.01" }], line_items: [{ id: 1, title: "A", sku: "A", quantity: 2, price: "10.00", tax_lines: [{ title: "T", rate: 0.05, price: "1.00" }] }],
    });
    open.shopify.refund(DOMAIN, "#7", { lines: [{ sku: "A", quantity: 1 }] });
    expect(await seen()).toMatchObject({ totalPriceSet: m("21.0"), currentTotalPriceSet: m("10.5"), currentTotalTaxSet: m("0.51"), displayFinancialStatus: "PARTIALLY_REFUNDED" });
  });
});
