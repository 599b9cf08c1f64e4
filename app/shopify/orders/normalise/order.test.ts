import { describe, expect, test } from "vitest";
import { add, formatMoney, type Money, subtract, sum } from "#app/domain/money/money.ts";
import type { Order } from "#app/domain/order/order.ts";
import { allocation, amount, lineSnapshot, orderSnapshot, taxLine, transactionSnapshot, whole } from "../testing/snapshots.ts";
import { normaliseOrder } from "./order.ts";

function normalised(change: Record<string, unknown> = {}): Order {
  const order = normaliseOrder(orderSnapshot(change));
  if (!order.ok) throw new Error(order.failure);
  return order.value;
}

const words = ({ status, paymentWord, fulfilmentWord }: Order) => [status, paymentWord, fulfilmentWord];
const shown = (money: Money | undefined) => money && formatMoney(money);
const oneLine = (line: Record<string, unknown>, change: Record<string, unknown> = {}) => normalised({ lineItems: whole(lineSnapshot(line)), ...change }).lines[0];

/** What lines, shipping, extras and tax come to. */
function sumOfParts(order: Order): Money {
  const parts = [...order.lines, ...order.shipping].map(({ gross, discount }) => subtract(gross, discount));
  const tax = order.taxesIncluded ? [] : [order.totals.tax];
  return [...parts, ...tax, order.tip, order.duties, order.additionalFees].reduce(add, sum(order.currency, []));
}

describe("the status word", () => {
  test.each<[string, Record<string, unknown>, string[]]>([
    ["a paid order", {}, ["paid", "paid", "unfulfilled"]],
    ["an authorised one", { displayFinancialStatus: "AUTHORIZED" }, ["authorized", "authorized", "unfulfilled"]],
    ["a partly paid one", { displayFinancialStatus: "PARTIALLY_PAID" }, ["partially_paid", "partially_paid", "unfulfilled"]],
    ["a voided one", { displayFinancialStatus: "VOIDED" }, ["pending", "pending", "unfulfilled"]],
    ["an expired one", { displayFinancialStatus: "EXPIRED" }, ["pending", "pending", "unfulfilled"]],
    ["one refunded in part, nothing outstanding", { displayFinancialStatus: "PARTIALLY_REFUNDED" }, ["paid", "paid", "unfulfilled"]],
    ["one paid in full, of which an amount without a line was given back", { displayFinancialStatus: "PARTIALLY_REFUNDED", totalOutstandingSet: amount("5.0") }, ["paid", "paid", "unfulfilled"]],
    ["one paid in part and refunded", { displayFinancialStatus: "REFUNDED", totalReceivedSet: amount("5.0"), totalOutstandingSet: amount("21.6") }, ["partially_paid", "partially_paid", "unfulfilled"]],
    ["one without a financial status, of which nothing was received", { displayFinancialStatus: null, totalOutstandingSet: amount("21.6"), totalReceivedSet: amount("0.0") }, ["pending", "pending", "unfulfilled"]],
    ["a cancelled one", { cancelledAt: "2026-11-03T10:00:00Z" }, ["cancelled", "paid", "unfulfilled"]],
    ["an unshipped one of which no unit remains", { lineItems: whole(lineSnapshot({ currentQuantity: 0, unfulfilledQuantity: 0 })) }, ["cancelled", "paid", "unfulfilled"]],
  ])("of %s", (_name, change, expected) => {
    expect(words(normalised(change))).toEqual(expected);
  });

  const shipped = (status: string) => [{ id: "gid://shopify/Fulfillment/1", status, createdAt: "2026-11-20T15:00:00Z" }];

  test("is fulfilled once everything has shipped, and partially fulfilled before", () => {
    const part = { displayFulfillmentStatus: "PARTIALLY_FULFILLED", fulfillments: shipped("SUCCESS"), lineItems: whole(lineSnapshot({ unfulfilledQuantity: 1 })) };
    expect(normalised(part).status).toBe("partially_fulfilled");
    const everything = { displayFulfillmentStatus: "FULFILLED", fulfillments: shipped("SUCCESS"), lineItems: whole(lineSnapshot({ unfulfilledQuantity: 0 })) };
    expect(normalised(everything).status).toBe("fulfilled");
  });

  test("takes no notice of a fulfilment that was cancelled", () => {
    const order = normalised({ fulfillments: shipped("CANCELLED") });
    expect(order.status).toBe("paid");
    expect(order.fulfilments.map(({ succeeded }) => succeeded)).toEqual([false]);
  });

  test("is fulfilled for a counter sale, which has no fulfilment", () => {
    expect(normalised({ displayFulfillmentStatus: "FULFILLED", lineItems: whole(lineSnapshot({ unfulfilledQuantity: 0 })) }).status).toBe("fulfilled");
  });

  test("of an order of which the rest was refunded instead of shipped is fulfilled", () => {
    const line = lineSnapshot({ quantity: 2, currentQuantity: 1, unfulfilledQuantity: 1 });
    expect(normalised({ displayFulfillmentStatus: "FULFILLED", fulfillments: shipped("SUCCESS"), lineItems: whole(line) }).status).toBe("fulfilled");
  });
});

describe("a line", () => {
  test("counts every discount Shopify allocated to it", () => {
    const line = oneLine({ discountAllocations: [allocation("1.00"), allocation("0.33")] });
    expect([shown(line?.gross), shown(line?.discount)]).toEqual(["20.00", "1.33"]);
  });

  test("of which units were removed takes its discount from Shopify's current price and its share of the tax", () => {
    const removed = { quantity: 3, currentQuantity: 1, originalUnitPriceSet: amount("10.00"), discountAllocations: [allocation("3.00")], taxLines: [taxLine("2.16")], priceAfterAllDiscountsBeforeTaxesSet: amount("9.00") };
    const line = oneLine(removed);
    expect([line?.quantity, line?.orderedQuantity, shown(line?.gross), shown(line?.discount), shown(line?.taxLines[0]?.amount)]).toEqual([1, 3, "10.00", "1.00", "0.72"]);
  });

  test("the same with tax inside its prices", () => {
    const removed = { quantity: 2, currentQuantity: 1, originalUnitPriceSet: amount("12.00"), discountAllocations: [allocation("2.40")], taxLines: [taxLine("3.60", { rate: 0.2 })], priceAfterAllDiscountsBeforeTaxesSet: amount("9.00") };
    expect(shown(oneLine(removed, { taxesIncluded: true })?.discount)).toBe("1.20");
  });

  test("that was removed altogether is worth nothing and carries no tax", () => {
    const line = oneLine({ currentQuantity: 0, unfulfilledQuantity: 0, discountAllocations: [allocation("3.00")], priceAfterAllDiscountsBeforeTaxesSet: amount("0.0") });
    expect([shown(line?.gross), shown(line?.discount), line?.taxLines]).toEqual(["0.00", "0.00", []]);
  });

  test("whose product was deleted, or may not be read, has none", () => {
    const cost = (inventoryItem: unknown) => oneLine({ variant: { id: "gid://shopify/ProductVariant/1", inventoryItem } })?.unitCost;
    expect(cost({ unitCost: { amount: "8.125", currencyCode: "USD" } })).toEqual({ currency: "USD", amount: "8.125" });
    // Nobody entered one, the shop does not show it, or the snapshot is from before it was asked for.
    for (const none of [{ unitCost: null }, null, undefined]) expect(cost(none)).toBeNull();
    const line = oneLine({ product: null, variant: null, sku: null });
    expect([line?.productType, line?.variantId, line?.sku]).toEqual([null, null, null]);
  });

  test("keeps each tax line with its rate as written, unknown liability being the shop's", () => {
    const taxLines = oneLine({ taxLines: [taxLine("1.00", { title: "GST", rate: 0.05, channelLiable: null }), taxLine("1.40", { title: "PST", rate: 0.07, channelLiable: true })] })?.taxLines;
    expect(taxLines?.map(({ title, rate, channelLiable }) => [title, rate, channelLiable])).toEqual([["GST", "0.05", false], ["PST", "0.07", true]]);
  });
});

describe("amounts", () => {
  test("of other currencies keep their own decimals", () => {
    expect(shown(normalised({ currencyCode: "JPY", ...totals("1200.0", "0.0"), lineItems: whole(lineSnapshot({ originalUnitPriceSet: amount("600.0"), priceAfterAllDiscountsBeforeTaxesSet: amount("1200.0"), taxLines: [] })), transactions: [] }).totals.current)).toBe("1200");
    expect(normaliseOrder(orderSnapshot(totals("21.605", "0.0")))).toMatchObject({ ok: false });
  });

  test("add up: goods less discounts, shipping, tax and tip are the total", () => {
    const shipping = { id: null, title: "Standard", originalPriceSet: amount("5.0"), taxLines: [taxLine("0.40")], discountAllocations: [allocation("1.0")] };
    const order = normalised({ shippingLines: whole(shipping), totalTipReceivedSet: amount("3.0"), ...totals("29.0", "2.0") });
    expect(shown(sumOfParts(order))).toBe(shown(order.totals.current));
    expect(order.shipping[0]?.id).toBe("shipping-1");
  });

  test("duties inside the prices are not counted again", () => {
    const duties = { currentTotalDutiesSet: amount("4.0"), currentTotalAdditionalFeesSet: amount("2.0") };
    expect(shown(normalised(duties).duties)).toBe("4.00");
    const included = normalised({ ...duties, dutiesIncluded: true });
    expect([shown(included.duties), shown(included.additionalFees)]).toEqual(["0.00", "2.00"]);
  });

  function totals(current: string, tax: string) {
    return { currentTotalPriceSet: amount(current), currentTotalTaxSet: amount(tax), totalReceivedSet: amount(current), netPaymentSet: amount(current) };
  }
});

describe("a transaction", () => {
  test.each([["SALE", "sale"], ["CAPTURE", "capture"], ["AUTHORIZATION", "authorization"], ["EMV_AUTHORIZATION", "authorization"], ["REFUND", "refund"], ["VOID", "void"], ["CHANGE", "other"], ["SUGGESTED_REFUND", "other"], ["SOMETHING_NEW", "other"]])("of kind %s is a %s", (kind, word) => {
    expect(normalised({ transactions: [transactionSnapshot({ kind })] }).transactions[0]?.kind).toBe(word);
  });

  test.each(["PENDING", "FAILURE", "ERROR", "AWAITING_RESPONSE", "UNKNOWN"])("of status %s has not succeeded", (status) => {
    expect(normalised({ transactions: [transactionSnapshot({ status })] }).transactions[0]?.succeeded).toBe(false);
  });

  test("without a time of processing carries that of its creation, without a name its handle", () => {
    const [transaction] = normalised({ transactions: [transactionSnapshot({ processedAt: null, formattedGateway: null })] }).transactions;
    expect([transaction?.at.toString(), transaction?.gatewayName]).toEqual(["2026-11-02T15:00:00Z", "paypal"]);
  });
});

describe("people", () => {
  test("of a guest without any trace are nobody", () => {
    expect(normalised().customer).toBeNull();
  });

  test("of a company carry its name, of a customer their own e-mail before the order's", () => {
    const company = { company: { name: "Buyer Co" } };
    const customer = { id: "gid://shopify/Customer/7", firstName: "Ada", lastName: null, taxExempt: true, tags: ["b2b"], defaultEmailAddress: { emailAddress: "ada@example.com" }, defaultPhoneNumber: null };
    expect(normalised({ purchasingEntity: company }).customer).toMatchObject({ id: null, company: "Buyer Co" });
    expect(normalised({ customer, email: "order@example.com" }).customer).toMatchObject({ id: customer.id, email: "ada@example.com", taxExempt: true });
    expect(normalised({ customer: { ...customer, defaultEmailAddress: null }, email: "order@example.com" }).customer?.email).toBe("order@example.com");
  });
});

describe("what cannot be read is refused with its place:", () => {
  test.each<[string, unknown, RegExp]>([
    ["nothing", null, /order: /],
    ["a part of the lines", orderSnapshot({ lineItems: { pageInfo: { hasNextPage: true, endCursor: "x" }, nodes: [] } }), /lineItems.pageInfo.hasNextPage: some are missing/],
    ["an amount that is a number", orderSnapshot({ netPaymentSet: { shopMoney: { amount: 21.6 } } }), /netPaymentSet.shopMoney.amount/],
    ["an amount that is none", orderSnapshot({ netPaymentSet: amount("many") }), /"many" is not a decimal amount/],
    ["no transactions", { ...orderSnapshot(), transactions: null }, /transactions/],
  ])("%s", (_name, body, sentence) => {
    const order = normaliseOrder(body);
    expect(order.ok ? "" : order.failure).toMatch(sentence);
  });
});
