import { describe, expect, test } from "vitest";
import { decisionOf, parsed } from "../testing/evaluate.ts";
import { lineWith, orderWith, transactionWith } from "../testing/orders.ts";
import { TEMPLATES } from "./index.ts";

const plain = orderWith();
const usd = (minor: bigint) => ({ currency: "USD", minor });

/** An order that each template is for, and one that it leaves alone. */
const ORDERS: Readonly<Record<string, [typeof plain, typeof plain]>> = {
  invoices_when_fulfilled: [orderWith({ status: "paid" }), orderWith({ status: "fulfilled" })],
  invoices_when_paid: [orderWith({ paymentWord: "pending" }), orderWith({ paymentWord: "paid" })],
  unpaid_by_payment_method: [orderWith({ transactions: [transactionWith()] }), orderWith({ transactions: [transactionWith({ gateway: "cash", gatewayName: "Cash" })] })],
  unpaid_until_fulfilled: [orderWith({ fulfilmentWord: "unfulfilled" }), orderWith({ fulfilmentWord: "fulfilled" })],
  no_test_orders: [orderWith({ test: true }), plain],
  no_tagged_orders: [orderWith({ tags: ["vip", "No-Books"] }), orderWith({ tags: ["vip"] })],
  receipts_for_pos: [orderWith({ sourceName: "pos" }), plain],
  invoices_for_b2b: [orderWith({ companyLocation: "Head office" }), plain],
  drop_ship_by_vendor: [orderWith({ lines: [lineWith({ vendor: "Acme" })] }), orderWith({ lines: [lineWith({ vendor: "Own" })] })],
  hold_large_orders: [orderWith({ totals: { ...plain.totals, current: usd(100_001n) } }), plain],
  deposit_account_by_method: [orderWith({ gateways: ["paypal"] }), plain],
  class_by_channel: [orderWith({ sourceName: "pos" }), plain],
  location_by_shopify_location: [orderWith({ location: "Berlin" }), plain],
  shipping_method_to_item: [orderWith({ shipping: [{ id: "1", title: "Express", gross: usd(500n), discount: usd(0n), taxLines: [] }] }), plain],
  discount_to_item: [orderWith({ lines: [lineWith({ discount: usd(100n) })] }), plain],
  terms_from_company: [orderWith({ paymentTerms: { name: "Net 30", dueAt: null } }), plain],
  rewrite_skus: [orderWith({ lines: [lineWith({ sku: "mug-blue" })] }), orderWith({ lines: [lineWith({ sku: "TEE" })] })],
};

test("there is one for everything that the design lists, each with a key of its own", () => {
  // "Sales receipts for POS, invoices for B2B" is two rules.
  expect(TEMPLATES.map(({ key }) => key).toSorted()).toEqual(Object.keys(ORDERS).toSorted());
});

describe.each(TEMPLATES.map((each) => [each.key, each] as const))("%s", (key, { rule }) => {
  test("is a rule that can be stored as it is", () => {
    expect(parsed([rule])).toEqual([rule]);
  });

  test("does something for the orders that it is for, and nothing for others", () => {
    const [wanted = plain, other = plain] = ORDERS[key] ?? [];
    const outcome = (order: typeof plain) => {
      const { treatment, slots, lineSlots } = decisionOf([rule], order);
      return { treatment, slots, lineSlots };
    };
    const nothing = { treatment: { kind: "sync" }, slots: {}, lineSlots: {} };
    expect(outcome(wanted)).not.toEqual(nothing);
    expect(outcome(other)).toEqual(nothing);
  });
});
