import { describe, expect, it } from "vitest";
import { allocate } from "../money/allocate.ts";
import { newShopState } from "../state/shop-state.ts";
import type { ShopState } from "../state/shop-state.ts";
import { priceTotals, orderTaxLines } from "./price-totals.ts";
import { OrderInputError } from "./order-errors.ts";
import { readOrderInput } from "./read-order-input.ts";

const AT = "2026-11-02T10:00:00Z";
const shopIn = (currency: string, taxesIncluded = false): ShopState =>
  newShopState({ domain: "a.myshopify.com", name: "A", currency, timeZone: "UTC", country: "US", taxesIncluded, restoreRate: 100 }, 0);
const totalsOf = (currency: string, input: object, taxesIncluded = false): Record<string, string> =>
  Object.fromEntries(Object.entries(priceTotals(readOrderInput(shopIn(currency, taxesIncluded), input, AT))).map(([name, bag]) => [name, bag.shop]));

describe("an order’s price totals", () => {
  it("add up lines, a discount that does not divide, shipping, taxes and a tip", () => {
    const totals = totalsOf("USD", {
      line_items: [
        { sku: "A", quantity: 1, price: "33.33", tax_lines: [{ title: "State", rate: 0.06, price: "1.80" }] },
        { sku: "B", quantity: 2, price: "10.00" },
        { sku: "C", quantity: 3, price: "5.55", tax_lines: [{ title: "State", rate: 0.06, price: "0.90" }] },
      ],
      discount: { code: "TEN", amount: "10.00" },
      shipping: { price: "7.50", tax_lines: [{ title: "State", rate: 0.06, price: "0.45" }] },
      tip: "3.00",
    });
    // 33.33 + 20.00 + 16.65 − 10.00 = 59.98; + 7.50 + 3.15 + 3.00
    expect(totals).toMatchObject({ subtotalPrice: "59.98", totalTax: "3.15", totalDiscounts: "10.00", totalPrice: "73.63", currentTotalPrice: "73.63" });
  });

  it("do not add taxes that prices include", () => {
    const input = { line_items: [{ sku: "A", quantity: 1, price: "120.00", tax_lines: [{ title: "VAT", rate: 0.2, price: "20.00" }] }] };
    expect(totalsOf("GBP", input, true)).toMatchObject({ subtotalPrice: "120.00", totalTax: "20.00", totalPrice: "120.00" });
  });

  it("know yen without decimals and dinars with three", () => {
    expect(totalsOf("JPY", { line_items: [{ sku: "A", quantity: 3, price: "333" }], discount: { code: "X", amount: "100" } })).toMatchObject({ totalPrice: "899" });
    expect(totalsOf("KWD", { line_items: [{ sku: "A", quantity: 3, price: "1.111" }], shipping: "0.5" })).toMatchObject({ totalPrice: "3.833" });
  });

  it("are zero for an order given away", () => {
    expect(totalsOf("USD", { line_items: [{ sku: "A", quantity: 1, price: "9.99" }], discount: { code: "FREE", amount: "9.99" } })).toMatchObject({ totalPrice: "0.00" });
  });

  it("come with tax lines summed by title and rate", () => {
    const tax = (title: string, price: string): object => ({ title, rate: 0.05, price });
    const order = readOrderInput(
      shopIn("CAD"),
      { line_items: [{ quantity: 1, price: "10", tax_lines: [tax("GST", "0.50"), tax("PST", "0.70")] }, { quantity: 1, price: "2", tax_lines: [tax("GST", "0.10")] }] },
      AT,
    );
    expect(orderTaxLines(order).map(({ title, price }) => [title, price.shop])).toEqual([["GST", "0.60"], ["PST", "0.70"]]);
  });
});

describe("a discount", () => {
  it("is allocated by largest remainder, without losing a cent", () => {
    expect(allocate(1000n, [19900n, 19900n, 19900n])).toEqual([334n, 333n, 333n]);
    expect(allocate(10n, [1n, 0n, 2n])).toEqual([3n, 0n, 7n]);
  });

  it("keeps the allocations it was given, if they add up", () => {
    const input = (allocations: string[]): object => ({
      line_items: [{ quantity: 1, price: "10" }, { quantity: 1, price: "10" }],
      discount: { code: "X", amount: "3.00", allocations },
    });
    const order = readOrderInput(shopIn("USD"), input(["1.00", "2.00"]), AT);
    expect(order.lines.map((line) => line.allocations[0]?.amount.shop)).toEqual(["1.00", "2.00"]);
    expect(() => readOrderInput(shopIn("USD"), input(["1.00", "1.00"]), AT)).toThrow(OrderInputError);
  });
});

describe("what is not an order", () => {
  it.each([
    ["a word", "hello", "a JSON object is expected"],
    ["another object", { products: [] }, "line_items"],
    ["an order without quantities", { line_items: [{ sku: "A", price: "1" }] }, "line_items.0.quantity"],
    ["an unknown key", { line_items: [{ quantity: 1, price: "1" }], discounts: [] }, "discounts"],
    ["an amount with too many decimals", { line_items: [{ quantity: 1, price: "1.005" }] }, "1.005"],
    ["a REST order without totals", { id: 1, admin_graphql_api_id: "gid://shopify/Order/1", line_items: [] }, "total_price"],
    ["a GraphQL order without lines", { id: "gid://shopify/Order/1", name: "#1" }, "lineItems"],
  ])("is refused, naming what is wrong: %s", (_, input, named) => {
    expect(() => readOrderInput(shopIn("USD"), input, AT)).toThrow(OrderInputError);
    expect(() => readOrderInput(shopIn("USD"), input, AT)).toThrow(named);
  });
});
