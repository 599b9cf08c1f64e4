/** Law 6 for the settings beneath the rules: what is in the books stays as it is when they are changed, and what follows it goes on as it began. */
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { customerKey, customerNames } from "../books/customer.ts";
import { namedItemKey } from "../books/item-key.ts";
import { sampleBooks } from "../books/sample-books.ts";
import type { PlannedDocument } from "../documents/document.ts";
import { parseMoney, zero } from "../money/money.ts";
import type { Order } from "../order/order.ts";
import { sampleOrder } from "../order/sample-order.ts";
import { type Aspects, aspectsOf } from "../plan/aspects.ts";
import { diff } from "../plan/diff.ts";
import type { PostedDocument } from "../plan/operation.ts";
import { plan, type Plan } from "../plan/plan.ts";
import { compileRules } from "../rules/compile-rules.ts";
import { type Mode, optionsSchema } from "../settings/settings.ts";
import { decide } from "./decide.ts";
import { keptByRules } from "./kept-by-rules.ts";

const SHOP = { domain: "example.myshopify.com", timeZone: "America/New_York" };
const usd = (text: string) => parseMoney("USD", text);
const PAID = sampleOrder({ lines: [{ sku: "TEE", price: "20.00" }, { sku: "MUG", price: "30.00" }], paid: ["50.00"], fulfilled: "everything" });
/** The mug came back, and its money went back. */
const BACK: Order = {
  ...PAID,
  lines: PAID.lines.map((line) => (line.sku === "MUG" ? { ...line, quantity: 0, gross: zero("USD") } : line)),
  transactions: [...PAID.transactions, { id: "gid://shopify/OrderTransaction/990", kind: "refund", succeeded: true, gateway: "shopify_payments", gatewayName: "shopify_payments", cardBrand: null, amount: usd("30.00"), at: Temporal.Instant.from("2026-11-25T15:00:00Z") }],
  changes: [{ id: "7001", kind: "refund", at: Temporal.Instant.from("2026-11-25T15:00:00Z"), sales: [{ of: "product", lineId: PAID.lines[1]?.id ?? "", title: "MUG", quantity: -1, amount: usd("-30.00"), taxLines: [] }], transactionIds: ["gid://shopify/OrderTransaction/990"], discrepancy: zero("USD") }],
  totals: { ...PAID.totals, current: usd("20.00"), netPayment: usd("20.00") },
};
const BEFORE = { class: "Retail", location: "Berlin", items: { MUG: "Any mug" }, customers: "one", customerMessage: "Thank you" };
const AFTER = { class: "Wholesale", location: "Paris", items: { MUG: "Other mug", TEE: "Other mug" }, customers: "company", customerMessage: "Danke", dates: { invoice: "paid", payment: "ordered" }, paymentMethods: { shopify_payments: "Visa" }, closedDays: "first_open_day" };

const [classes, departments] = [["Retail", "Wholesale"], ["Berlin", "Paris"]].map((names) => names.map((name) => ({ id: name, name })));
const TRACKING = { classes: classes ?? [], classesOn: { documents: true, lines: true }, departments: departments ?? [], shipping: true };

function planned(order: Order, options: object, existing: readonly PostedDocument[] = [], mode: Mode = "sales_orders_invoices_payments"): Plan {
  const settings = { mode, statuses: [], options: optionsSchema.parse(options) };
  const sample = sampleBooks(["TEE", "MUG"], { tracking: TRACKING, paymentMethods: [{ id: "pm1", name: "Visa" }] });
  const named = ["Any mug", "Other mug"].map((name) => [namedItemKey(name), { key: namedItemKey(name), id: name, name, incomeAccount: { id: "4", name: "Sales of Product Income" } }] as const);
  const books = { ...sample, items: new Map([...sample.items, ...named]) };
  const decision = keptByRules(decide({ order, settings, rules: compileRules([]), timeZone: SHOP.timeZone, entered: true, follows: existing.length > 0, shaping: existing }), order, existing);
  return plan({ shop: SHOP, order, decision, books, settings, existing });
}

const posted = (documents: readonly PlannedDocument[], change: (aspects: Aspects) => Aspects = (aspects) => aspects): PostedDocument[] =>
  documents.map((document, index) => ({ postingId: `p${index}`, kind: document.kind, part: document.part, revision: 0, ledgerId: `${index}`, syncToken: "0", number: document.number, date: document.date, total: document.total, aspects: change(aspectsOf(document)) }));
/** As an earlier release recorded it. */
const unrecorded = ({ ruled: _, ...aspects }: Aspects): Aspects => aspects;
const operations = (order: Order, options: object, existing: readonly PostedDocument[], mode?: Mode) => diff({ planned: planned(order, options, existing, mode).documents, posted: existing, undone: [], askedByPerson: true }).operations;
const customerOf = ({ order }: Plan): [string, string | undefined] => [customerKey(order, { homeCurrency: "USD", multiCurrency: false }), customerNames(order, { homeCurrency: "USD", multiCurrency: false })[0]];
const refunded = (options: object, existing: readonly PostedDocument[], mode?: Mode): unknown => {
  const receipt = planned(BACK, options, existing, mode).documents.find(({ kind }) => kind === "refund_receipt");
  return receipt?.kind === "refund_receipt" ? { lines: receipt.lines.map(({ item, classId }) => [item, classId]), form: [receipt.chosen?.classId, receipt.chosen?.departmentId] } : null;
};

describe.each(["sales_orders_invoices_payments", "invoices_payments", "sales_receipts"] as const)("%s", (mode) => {
  const inBooks = (options: object, change?: (aspects: Aspects) => Aspects): PostedDocument[] => posted(planned(PAID, options, [], mode).documents, change);

  it.each([["chosen", {}, AFTER], ["changed", BEFORE, AFTER], ["taken back", BEFORE, {}]])("nothing is written because settings are %s", (_how, before, after) => {
    expect(operations(PAID, after, inBooks(before), mode)).toEqual([]);
  });

  it("what takes the sale back has its items, class, location and customer", () => {
    const expected = { lines: [["named:Any mug", "Retail"]], form: ["Retail", "Berlin"] };
    expect(refunded(BEFORE, inBooks(BEFORE), mode)).toEqual(expected);
    expect(refunded(AFTER, inBooks(BEFORE), mode)).toEqual(expected);
    expect(refunded({}, inBooks(BEFORE), mode)).toEqual(expected);
    expect(refunded(AFTER, inBooks({}), mode)).toEqual({ lines: [["sku:MUG", undefined]], form: [undefined, undefined] });
    expect(customerOf(planned(BACK, AFTER, inBooks(BEFORE), mode))).toEqual(["name:web store", "Web Store"]);
    expect(customerOf(planned(BACK, BEFORE, inBooks({}), mode))).toEqual(["customer:gid://shopify/Customer/71", "Ada Lovelace"]);
  });

  it("what an earlier release recorded was made by no setting", () => {
    const before = inBooks({}, unrecorded);
    expect(operations(PAID, AFTER, before, mode)).toEqual([]);
    expect(refunded(AFTER, before, mode)).toEqual({ lines: [["sku:MUG", undefined]], form: [undefined, undefined] });
    expect(customerOf(planned(BACK, BEFORE, before, mode))).toEqual(["customer:gid://shopify/Customer/71", "Ada Lovelace"]);
    const byRulesOnly = inBooks({}, (aspects) => ({ ...aspects, ruled: '{"order":{},"lines":{}}' }));
    expect(refunded({ class: "Retail", location: "Berlin" }, byRulesOnly, mode)).toEqual({ lines: [["sku:MUG", undefined]], form: [undefined, undefined] });
  });
});

describe("an order that is not invoiced yet", () => {
  const open = { ...PAID, fulfilmentWord: "unfulfilled" as const, status: "paid" as const, fulfilments: [] };
  const salesOrder = (options: object): PostedDocument[] => posted(planned(open, options, [], "sales_orders_no_invoices_payments").documents);
  const invoiced = (options: object, existing: readonly PostedDocument[]): unknown => {
    const invoice = planned(PAID, options, existing).documents.find(({ kind }) => kind === "invoice");
    return invoice?.kind === "invoice" ? [invoice.chosen?.classId, invoice.lines.map(({ item }) => item), invoice.chosen?.customerMessage] : null;
  };

  it("keeps its sales order, and its invoice is made by the settings of then", () => {
    expect(operations(open, AFTER, salesOrder(BEFORE), "sales_orders_no_invoices_payments")).toEqual([]);
    expect(invoiced(AFTER, salesOrder(BEFORE))).toEqual(["Wholesale", ["named:Other mug", "named:Other mug"], "Danke"]);
  });

  it("stays with the customer it began with", () => {
    expect(customerOf(planned(PAID, AFTER, salesOrder(BEFORE)))).toEqual(["name:web store", "Web Store"]);
    expect(customerOf(planned(PAID, { customers: "email" }, salesOrder({})))).toEqual(["customer:gid://shopify/Customer/71", "Ada Lovelace"]);
    expect(customerOf(planned(PAID, {}, salesOrder({ customers: "email" })))).toEqual(["email:ada@example.com", "Ada Lovelace"]);
  });
});

describe("documents that stand in a closed period", () => {
  it("keep their day, and the course of the order is the same", () => {
    const existing = posted(planned(PAID, {}).documents);
    const closed = (closedDays: string) => {
      const settings = { mode: "sales_orders_invoices_payments" as const, statuses: [], options: optionsSchema.parse({ closedDays }) };
      const books = sampleBooks(["TEE", "MUG"], { closedThrough: Temporal.PlainDate.from("2026-11-30") });
      const decision = decide({ order: BACK, settings, rules: [], timeZone: SHOP.timeZone, entered: true, shaping: existing });
      return plan({ shop: SHOP, order: BACK, decision, books, settings, existing }).documents.map(({ kind, part, date, total }) => [kind, part, total.minor, date.toString()]);
    };
    const [waiting, moved] = [closed("wait"), closed("first_open_day")];
    expect(moved.map((each) => each.slice(0, 3))).toEqual(waiting.map((each) => each.slice(0, 3)));
    expect(moved.filter(([kind]) => kind !== "refund_receipt")).toEqual(waiting.filter(([kind]) => kind !== "refund_receipt"));
    expect([waiting, moved].map((each) => each.find(([kind]) => kind === "refund_receipt")?.[3])).toEqual(["2026-11-25", "2026-12-01"]);
  });
});
