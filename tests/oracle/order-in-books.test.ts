/** The oracle against stories that were worked out by hand (design page 03; the letters are its). Debit positive. */
import { describe, expect, it } from "vitest";
import { cancel } from "#sandbox/shopify/orders/cancel.ts";
import { chargeback } from "#sandbox/shopify/orders/chargeback.ts";
import { edit } from "#sandbox/shopify/orders/edit.ts";
import { fulfil } from "#sandbox/shopify/orders/fulfil.ts";
import { pay } from "#sandbox/shopify/orders/pay.ts";
import { readOrderInput } from "#sandbox/shopify/orders/read-order-input.ts";
import { refund } from "#sandbox/shopify/orders/refund.ts";
import type { OrderRecord } from "#sandbox/shopify/state/order-record.ts";
import { newShopState, type ShopState } from "#sandbox/shopify/state/shop-state.ts";
import { decimal } from "./cents.ts";
import { orderInBooks, owedToCustomer } from "./order-in-books.ts";
import { shopInBooks } from "./shop-in-books.ts";

type Act = (shop: ShopState, order: OrderRecord, at: string) => unknown;
const pays = (input: Parameters<typeof pay>[2] = {}): Act => (shop, order, at) => pay(shop, order, input, at);
const ships = (input: Parameters<typeof fulfil>[2] = {}): Act => (shop, order, at) => fulfil(shop, order, input, at);
const refunds = (input: Parameters<typeof refund>[2] = {}): Act => (shop, order, at) => refund(shop, order, input, at);
const cancels = (input: Parameters<typeof cancel>[2] = {}): Act => (shop, order, at) => cancel(shop, order, input, at);
const edits = (input: Parameters<typeof edit>[2]): Act => (shop, order, at) => edit(shop, order, input, at);

/** Each act happens on a day of its own. */
function shopAfter(order: object, acts: readonly Act[]): ShopState {
  const shop = newShopState({ domain: "a.myshopify.com", name: "A", currency: "USD", timeZone: "UTC", country: "US", taxesIncluded: false, restoreRate: 100 }, 0);
  const record = readOrderInput(shop, order, "2026-11-02T10:00:00Z");
  shop.orders.push(record);
  acts.forEach((act, day) => act(shop, record, `2026-11-${String(day + 3).padStart(2, "0")}T10:00:00Z`));
  return shop;
}

const booksAfter = (order: object, ...acts: Act[]): Record<string, string> => {
  const { orders: [record] } = shopAfter(order, acts);
  return record ? Object.fromEntries([...orderInBooks(record)].map(([account, minor]) => [account, decimal(minor)])) : {};
};

const TAX = (price: string): object => ({ tax_lines: [{ title: "State", rate: 0.06, price }] });
/** 2 × 30.00 with 3.60 tax, 40.00 untaxed, 10.00 off (6.00 and 4.00), shipping 8.00 with 0.48 tax: 102.08. */
const ORDER = {
  name: "#1", financial_status: "paid", discount: { code: "TEN", amount: "10.00" },
  line_items: [{ sku: "A", quantity: 2, price: "30.00", ...TAX("3.60") }, { sku: "B", quantity: 1, price: "40.00" }],
  shipping: { price: "8.00", ...TAX("0.48") },
};
const UNPAID = { ...ORDER, financial_status: "pending" };
const SOLD = { "Sales of Product Income": "-100.00", "Shipping Income": "-8.00", "Discounts Given": "10.00", "Sales Tax Payable": "-4.08" };

describe("what an order leaves in the books", () => {
  it("is nothing while it is neither paid nor shipped", () => {
    expect(booksAfter(UNPAID)).toEqual({});
    expect(booksAfter({ ...ORDER, financial_status: "authorized" })).toEqual({});
  });

  it("is the money and the customer's credit once it is paid (A1)", () => {
    expect(booksAfter(ORDER)).toEqual({ "Shopify Clearing": "102.08", "Accounts Receivable": "-102.08" });
  });

  it("is income, tax and money once it has shipped; receivables are even (A2, A4)", () => {
    const even = { ...SOLD, "Shopify Clearing": "102.08" };
    expect(booksAfter(ORDER, ships())).toEqual(even);
    expect(booksAfter({ ...ORDER, financial_status: "authorized" }, pays({ amount: "61.25" }), pays(), ships())).toEqual(even);
    expect(booksAfter(ORDER, ships({ lines: [{ sku: "A", quantity: 2 }] }))).toEqual({ "Shopify Clearing": "102.08", "Accounts Receivable": "-102.08" });
    expect(booksAfter(ORDER, ships({ lines: [{ sku: "A", quantity: 2 }] }), ships())).toEqual(even);
  });

  it("is a debt of the customer while nobody has paid what has shipped (A3)", () => {
    expect(booksAfter(UNPAID, ships())).toEqual({ ...SOLD, "Accounts Receivable": "102.08" });
    expect(booksAfter(UNPAID, ships(), pays({ amount: "50.00" }))).toEqual({ ...SOLD, "Shopify Clearing": "50.00", "Accounts Receivable": "52.08" });
    expect(booksAfter(UNPAID, ships(), pays())).toEqual({ ...SOLD, "Shopify Clearing": "102.08" });
  });

  it("is nothing at all when it was cancelled and refunded before or after shipping (A8, A31), and credit when the money was kept", () => {
    expect(booksAfter(ORDER, cancels({ refund: true }))).toEqual({});
    expect(booksAfter(ORDER, ships(), cancels({ refund: true }))).toEqual({});
    expect(booksAfter(UNPAID, ships(), cancels())).toEqual({});
    expect(booksAfter(ORDER, ships(), cancels())).toEqual({ "Shopify Clearing": "102.08", "Accounts Receivable": "-102.08" });
    expect(booksAfter(ORDER, ships({ lines: [{ sku: "A", quantity: 1 }] }), cancels({ refund: true }))).toEqual({});
  });

  it("falls by exactly what came back (A9), before and after shipping (A30)", () => {
    // One A: 30.00 at full price, 3.00 of the discount, 1.80 tax: 28.80 back.
    const rest = { "Sales of Product Income": "-70.00", "Shipping Income": "-8.00", "Discounts Given": "7.00", "Sales Tax Payable": "-2.28", "Shopify Clearing": "73.28" };
    const one = { lines: [{ sku: "A", quantity: 1 }] };
    expect(booksAfter(ORDER, ships(), refunds(one))).toEqual(rest);
    expect(booksAfter(ORDER, refunds(one), ships())).toEqual(rest);
    expect(booksAfter(ORDER, refunds(one))).toEqual({ "Shopify Clearing": "73.28", "Accounts Receivable": "-73.28" });
    expect(booksAfter(ORDER, ships(), refunds({ shipping: "full" }))).toEqual({ "Sales of Product Income": "-100.00", "Discounts Given": "10.00", "Sales Tax Payable": "-3.60", "Shopify Clearing": "93.60" });
  });

  it("is shipped whole when what had not shipped was taken out", () => {
    expect(booksAfter(ORDER, ships({ lines: [{ sku: "A", quantity: 2 }] }), refunds({ lines: [{ sku: "B", quantity: 1 }] }))).toEqual({
      "Sales of Product Income": "-60.00", "Shipping Income": "-8.00", "Discounts Given": "6.00", "Sales Tax Payable": "-4.08", "Shopify Clearing": "66.08",
    });
    expect(booksAfter(ORDER, refunds())).toEqual({});
  });

  it("has goodwill at once, and what was kept once it is booked (A10)", () => {
    expect(booksAfter(ORDER, refunds({ amount: "5.00" }))).toEqual({ "Shopify Clearing": "97.08", "Refund Discrepancy": "5.00", "Accounts Receivable": "-102.08" });
    expect(booksAfter(ORDER, ships(), refunds({ amount: "5.00" }))).toEqual({ ...SOLD, "Shopify Clearing": "97.08", "Refund Discrepancy": "5.00" });
    // B is worth 36.00, 30.00 go back.
    const kept = { lines: [{ sku: "B", quantity: 1 }], amount: "30.00" };
    const rest = { "Sales of Product Income": "-60.00", "Shipping Income": "-8.00", "Discounts Given": "6.00", "Sales Tax Payable": "-4.08", "Shopify Clearing": "72.08", "Refund Discrepancy": "-6.00" };
    expect(booksAfter(ORDER, ships(), refunds(kept))).toEqual(rest);
    expect(booksAfter(ORDER, refunds(kept), ships())).toEqual(rest);
    expect(booksAfter(ORDER, refunds(kept))).toEqual({ "Shopify Clearing": "72.08", "Accounts Receivable": "-72.08" });
  });

  it("leaves nothing where all that the customer paid went back, in whatever parts", () => {
    expect(booksAfter(ORDER, ships(), refunds({ amount: "5.00" }), refunds())).toEqual({});
    // What is left is worth more than the goodwill, which stays a gift.
    expect(booksAfter(ORDER, ships(), refunds({ amount: "5.00" }), refunds({ lines: [{ sku: "A", quantity: 2 }] }))).toMatchObject({ "Refund Discrepancy": "5.00" });
    const { orders: [cancelled] } = shopAfter(ORDER, [refunds({ amount: "5.00" }), cancels({ refund: false })]);
    expect(cancelled && decimal(owedToCustomer(cancelled))).toBe("97.08");
  });

  it("has what a bank took as an expense with its fee until it comes back, of Shopify's own payments alone (A33)", () => {
    const bank = (outcome: "open" | "lost" | "won"): Act => (shop, order, at) => chargeback(shop, order, { amount: "102.08", fee: "15.00", outcome }, at);
    const taken = { "Sales of Product Income": "-100.00", "Shipping Income": "-8.00", "Discounts Given": "10.00", "Sales Tax Payable": "-4.08", "Shopify Clearing": "-15.00", "Chargebacks": "102.08", "Merchant Fees": "15.00" };
    expect(booksAfter(ORDER, ships(), bank("open"))).toEqual(taken);
    expect(booksAfter(ORDER, ships(), bank("open"), bank("lost"))).toEqual(taken);
    expect(booksAfter(ORDER, ships(), bank("open"), bank("won"))).toEqual({ ...SOLD, "Shopify Clearing": "102.08" });
    expect(booksAfter({ ...ORDER, gateway: "paypal" }, ships(), bank("lost"))).toEqual({ ...SOLD, "Shopify Clearing": "102.08" });
  });

  it("settles a part-paid order whose goods came back in part (A42)", () => {
    const order = { name: "#1", line_items: [{ sku: "A", quantity: 2, price: "50.00" }] };
    expect(booksAfter(order, pays({ amount: "60.00" }), ships(), refunds({ lines: [{ sku: "A", quantity: 1 }] }))).toEqual({ "Sales of Product Income": "-50.00", "Shopify Clearing": "50.00" });
  });

  it("follows an edit before shipping (A11)", () => {
    expect(booksAfter(ORDER, edits({ add: [{ sku: "C", quantity: 2, price: "5.00", tax_lines: [{ title: "State", rate: 0.06, price: "0.60" }] }], set: [{ sku: "A", quantity: 1 }] }), ships())).toEqual({
      "Sales of Product Income": "-80.00", "Shipping Income": "-8.00", "Discounts Given": "7.00", "Sales Tax Payable": "-2.88", "Shopify Clearing": "102.08", "Accounts Receivable": "-18.20",
    });
  });

  it("says what the customer is owed, booked or not: not the shipping of an order whose goods went back, nor goodwill", () => {
    const owed = (...acts: Act[]): string => shopAfter(ORDER, acts).orders.map((order) => decimal(owedToCustomer(order))).join();
    expect(owed()).toBe("0.00");
    expect(owed(cancels())).toBe("102.08");
    expect(owed(ships(), cancels(), refunds({ amount: "2.08" }))).toBe("100.00");
    expect(owed(refunds({ lines: [{ sku: "A", quantity: 2 }, { sku: "B", quantity: 1 }] }))).toBe("0.00");
    expect(owed(refunds({ amount: "5.00" }), edits({ set: [{ sku: "B", quantity: 0 }] }))).toBe("36.00");
    expect(owed(refunds({ lines: [{ sku: "B", quantity: 1 }], amount: "30.00" }))).toBe("0.00");
  });

  it("keeps a discount over three lines that does not divide (A16)", () => {
    const order = { name: "#1", financial_status: "paid", discount: { code: "TEN", amount: "10.00" }, line_items: ["A", "B", "C"].map((sku) => ({ sku, quantity: 1, price: "33.33" })) };
    expect(booksAfter(order, ships())).toEqual({ "Sales of Product Income": "-99.99", "Discounts Given": "10.00", "Shopify Clearing": "89.99" });
    // 10.00 over three equal lines: 3.34, 3.33, 3.33
    expect(booksAfter(order, ships(), refunds({ lines: [{ sku: "A", quantity: 1 }] }))).toEqual({ "Sales of Product Income": "-66.66", "Discounts Given": "6.66", "Shopify Clearing": "60.00" });
  });

  it("keeps tips and gift cards out of income, and tax out of prices that hold it (A18, A17, A14)", () => {
    const order = { name: "#1", financial_status: "paid", tip: "2.00", line_items: [{ sku: "A", quantity: 1, price: "10.00" }, { sku: "G", quantity: 1, price: "25.00", gift_card: true }] };
    expect(booksAfter(order, ships())).toEqual({ "Sales of Product Income": "-10.00", "Gift Card Liability": "-25.00", "Tips Payable": "-2.00", "Shopify Clearing": "37.00" });
    const included = { name: "#1", financial_status: "paid", taxes_included: true, line_items: [{ sku: "A", quantity: 1, price: "12.00", tax_lines: [{ title: "VAT", rate: 0.2, price: "2.00" }] }] };
    expect(booksAfter(included, ships())).toEqual({ "Sales of Product Income": "-10.00", "Sales Tax Payable": "-2.00", "Shopify Clearing": "12.00" });
    const byCard = { name: "#1", line_items: [{ sku: "A", quantity: 1, price: "50.00" }] };
    expect(booksAfter(byCard, pays({ amount: "20.00", gateway: "gift_card" }), pays(), ships())).toEqual({ "Sales of Product Income": "-50.00", "Gift Card Liability": "20.00", "Shopify Clearing": "30.00" });
  });

  it("puts a gift card back on the liability when it is refunded, and goodwill on a gift card at once (A17)", () => {
    const order = { name: "#1", line_items: [{ sku: "A", quantity: 2, price: "50.00" }] };
    const paid = [pays({ amount: "20.00", gateway: "gift_card" }), pays()];
    expect(booksAfter(order, ...paid)).toEqual({ "Shopify Clearing": "80.00", "Accounts Receivable": "-80.00" });
    // 50.00 go back: 20.00 onto the gift card, 30.00 in money.
    const one = { lines: [{ sku: "A", quantity: 1 }] };
    expect(booksAfter(order, ...paid, ships(), refunds(one))).toEqual({ "Sales of Product Income": "-50.00", "Shopify Clearing": "50.00" });
    expect(booksAfter(order, ...paid, refunds(one))).toEqual({ "Shopify Clearing": "50.00", "Accounts Receivable": "-50.00" });
    const goodwill = { "Shopify Clearing": "80.00", "Refund Discrepancy": "5.00" };
    expect(booksAfter(order, ...paid, refunds({ amount: "5.00" }))).toEqual({ ...goodwill, "Gift Card Liability": "-5.00", "Accounts Receivable": "-80.00" });
    expect(booksAfter(order, ...paid, refunds({ amount: "5.00" }), ships())).toEqual({ ...goodwill, "Gift Card Liability": "15.00", "Sales of Product Income": "-100.00" });
  });

  it("has cash rounding once it is booked (A18)", () => {
    const rounded: Act = (_shop, order) => { for (const transaction of order.transactions) transaction.rounding = { shop: "-0.02", presentment: "-0.02" }; };
    const order = { name: "#1", financial_status: "paid", gateway: "cash", line_items: [{ sku: "A", quantity: 1, price: "10.02" }] };
    expect(booksAfter(order, rounded, ships())).toEqual({ "Sales of Product Income": "-10.02", "Cash Rounding": "0.02", "Shopify Clearing": "10.00" });
  });

  it("is nothing for a test order, and adds up over a shop and by customer", () => {
    expect(booksAfter({ ...ORDER, test: true }, ships())).toEqual({});
    const shop = shopAfter(ORDER, []);
    const { accounts, receivable } = shopInBooks(shop);
    expect([...accounts].map(([account, minor]) => [account, decimal(minor)])).toEqual([["Shopify Clearing", "102.08"], ["Accounts Receivable", "-102.08"]]);
    expect([...receivable]).toEqual([[shop.orders[0]?.customerId, -10208n]]);
  });
});
