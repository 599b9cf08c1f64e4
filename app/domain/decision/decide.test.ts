import { describe, expect, it } from "vitest";
import { type Sample, sampleOrder } from "../order/sample-order.ts";
import { compileRules } from "../rules/compile-rules.ts";
import type { Rule } from "../rules/rule.ts";
import { DEFAULT_SETTINGS, type Settings } from "../settings/settings.ts";
import { decide, type Decision } from "./decide.ts";

const HOLD_INVOICES: Rule = {
  title: "Invoice when it ships", enabled: true,
  when: { all: [{ field: "order.status", op: "does_not_equal", value: "fulfilled" }] }, then: [{ action: "stop_creating_invoices" }],
};
const PAYPAL_UNPAID: Rule = {
  title: "PayPal is unpaid", enabled: true,
  when: { all: [{ field: "order.paymentMethod", op: "equals", value: "PayPal" }] }, then: [{ action: "mark_as_unpaid", value: true }],
};

function decided(sample: Sample, changes: { settings?: Partial<Settings>; rules?: Rule[]; entered?: boolean } = {}): Decision {
  return decide({
    order: sampleOrder(sample), settings: { ...DEFAULT_SETTINGS, ...changes.settings }, rules: compileRules(changes.rules ?? []),
    timeZone: "America/New_York", entered: changes.entered ?? false,
  });
}

describe("decide", () => {
  it("keeps an order out whose status and facets are not chosen, and says both", () => {
    const { treatment } = decided({}, { settings: { statuses: ["paid", "fulfilled"] } });
    expect(treatment).toMatchObject({ kind: "skip", because: { by: "status", name: "pending" } });
    expect(treatment).toHaveProperty("sentence", "Not synced: the order is pending; chosen statuses are paid, fulfilled.");
  });

  it("lets an order enter by its payment facet although its status is another word", () => {
    const { treatment } = decided({ paid: ["43.20"], fulfilled: "part" }, { settings: { statuses: ["paid"] } });
    expect(treatment.kind).toBe("sync");
  });

  it("follows an order that has a document whatever the chosen statuses are", () => {
    expect(decided({}, { settings: { statuses: [] }, entered: true }).treatment.kind).toBe("sync");
  });

  it("holds the invoice back until the rule no longer matches, and names the rule", () => {
    expect(decided({}, { rules: [HOLD_INVOICES] }).documents.invoice).toEqual({ create: false, because: { by: "rule", name: "Invoice when it ships" } });
    expect(decided({ fulfilled: "everything" }, { rules: [HOLD_INVOICES] }).documents.invoice).toEqual({ create: true, because: { by: "mode", name: "sales_orders_invoices_payments" } });
  });

  it("records no payment where a rule marks the payment method as unpaid", () => {
    expect(decided({ gateway: "paypal", paid: ["43.20"] }, { rules: [PAYPAL_UNPAID] }).documents.payment.create).toBe(false);
    expect(decided({ gateway: "shopify_payments", paid: ["43.20"] }, { rules: [PAYPAL_UNPAID] }).documents.payment.create).toBe(true);
  });

  it("blames the mode, not the rule, for what the mode never makes", () => {
    const { documents } = decided({}, { settings: { mode: "sales_orders" }, rules: [HOLD_INVOICES] });
    expect(documents.invoice.because).toEqual({ by: "mode", name: "sales_orders" });
  });

  it("leaves orders out that were placed before the start date, by the shop's calendar", () => {
    const startingOn = (startDate: string) => decided({}, { settings: { options: { ...DEFAULT_SETTINGS.options, startDate } } }).treatment;
    // Placed 2026-11-02T15:00Z, which is the 2nd in New York.
    expect(startingOn("2026-11-02").kind).toBe("sync");
    expect(startingOn("2026-11-03")).toMatchObject({ kind: "skip", because: { by: "setting", name: "startDate" } });
  });

  it("leaves test orders out by default and free orders in", () => {
    const order = { ...sampleOrder({ lines: [{ sku: "GIFT", price: "0.00" }] }), test: false };
    const input = { settings: DEFAULT_SETTINGS, rules: compileRules([]), timeZone: "UTC", entered: false };
    expect(decide({ ...input, order }).treatment.kind).toBe("sync");
    expect(decide({ ...input, order: { ...order, test: true } }).treatment).toMatchObject({ kind: "skip", because: { name: "syncTestOrders" } });
  });
});
