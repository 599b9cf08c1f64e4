import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import type { Books } from "../books/books.ts";
import { type SampleComponent, sampleBooks, withBundle } from "../books/sample-books.ts";
import { decide } from "../decision/decide.ts";
import { isSalesForm } from "../documents/document.ts";
import { formatMoney } from "../money/money.ts";
import type { Order } from "../order/order.ts";
import { sampleOrder, usd } from "../order/sample-order.ts";
import { compileRules } from "../rules/compile-rules.ts";
import { DEFAULT_SETTINGS } from "../settings/settings.ts";
import { aspectsOf } from "./aspects.ts";
import { diff } from "./diff.ts";
import type { PostedDocument } from "./operation.ts";
import { plan, type Plan } from "./plan.ts";

const SHOP = { domain: "acme.myshopify.com", timeZone: "America/New_York" };
/** 2 × 25.00, paid and shipped. */
const SOLD = sampleOrder({ lines: [{ sku: "GIFT", price: "25.00", quantity: 2 }], paid: ["50.00"], fulfilled: "everything" });
const GIFT: SampleComponent[] = [{ name: "Mug", quantity: "2", price: "9" }, { name: "Tea", price: "4.5" }];
const booksOf = (components: readonly SampleComponent[]): Books => withBundle(sampleBooks(["MUG"]), "GIFT", components);

function planned(order: Order, books: Books, posted: readonly PostedDocument[] = []): Plan {
  const decision = decide({ order, settings: DEFAULT_SETTINGS, rules: compileRules([]), timeZone: SHOP.timeZone, entered: true, shaping: posted });
  return plan({ shop: SHOP, order, decision, settings: DEFAULT_SETTINGS, existing: posted, books });
}

const posted = ({ documents }: Plan): PostedDocument[] => documents.map((document, index): PostedDocument => ({
  postingId: String(index), kind: document.kind, part: document.part, revision: 0, ledgerId: String(index), syncToken: "0", number: document.number, date: document.date, total: document.total, aspects: aspectsOf(document),
}));
const linesOf = ({ documents }: Plan, kind: string): string[] => documents.filter((document) => document.kind === kind).flatMap((document) => (isSalesForm(document) ? document.lines.map(({ description, quantity, amount }) => `${quantity ?? ""} ${description} ${formatMoney(amount)}`) : []));
const operations = (result: Plan, before: readonly PostedDocument[]): string[] => diff({ planned: result.documents, posted: before, undone: [], askedByPerson: true }).operations.map(({ op, document }) => `${op} ${document.kind}`);

/** One of two comes back. */
const RETURNED: Order = {
  ...SOLD, lines: SOLD.lines.map((line) => ({ ...line, quantity: 1, gross: usd("25.00") })), totals: { ...SOLD.totals, current: usd("25.00"), netPayment: usd("25.00") },
  transactions: [...SOLD.transactions, { id: "gid://shopify/OrderTransaction/950", kind: "refund", succeeded: true, gateway: "shopify_payments", gatewayName: "shopify_payments", cardBrand: null, amount: usd("25.00"), at: Temporal.Instant.from("2026-11-25T15:00:00Z") }],
  changes: [{ id: "7", kind: "refund", at: Temporal.Instant.from("2026-11-25T15:00:00Z"), transactionIds: ["gid://shopify/OrderTransaction/950"], discrepancy: usd("0"), sales: [{ of: "product", lineId: SOLD.lines[0]?.id ?? "", title: "GIFT", quantity: -1, amount: usd("-25.00"), taxLines: [] }] }],
};

describe("a bundle that was sold", () => {
  const before = posted(planned(SOLD, booksOf(GIFT)));
  /** Put together anew, at other prices. */
  const NOW = booksOf([{ name: "Bowl", price: "30" }, { name: "Tea", price: "5" }]);

  it("stays what it was in the documents of its order, whatever QuickBooks says of it since", () => {
    const result = planned(SOLD, NOW, before);
    expect(result.issues).toEqual([]);
    expect(linesOf(result, "invoice")).toEqual(["4 GIFT: Mug 36.00", "2 GIFT: Tea 9.00", " GIFT: bundle price difference 5.00"]);
    expect(operations(result, before)).toEqual([]);
    // Another order has it as it is now.
    expect(linesOf(planned(SOLD, NOW), "invoice")).toEqual(["2 GIFT: Bowl 60.00", "2 GIFT: Tea 10.00", " GIFT: bundle price difference -20.00"]);
  });

  it("comes back as what was sold, in the same proportion", () => {
    const result = planned(RETURNED, NOW, before);
    expect(result.issues).toEqual([]);
    expect(linesOf(result, "refund_receipt")).toEqual(["2 GIFT: Mug 18.00", "1 GIFT: Tea 4.50", " GIFT: bundle price difference 2.50"]);
    expect(operations(result, before)).toEqual(["create refund_receipt"]);
    expect(linesOf(planned(RETURNED, NOW, posted(result)), "refund_receipt")).toEqual(linesOf(result, "refund_receipt"));
  });

  it("is invoiced as its sales order has it, and so is not waited for when it is not in use any more", () => {
    const open = { ...SOLD, status: "paid" as const, fulfilmentWord: "unfulfilled" as const, fulfilments: [] };
    const settings = { ...DEFAULT_SETTINGS, mode: "sales_orders" as const };
    const salesOrder = plan({ shop: SHOP, order: open, decision: decide({ order: open, settings, rules: compileRules([]), timeZone: SHOP.timeZone, entered: true }), settings, existing: [], books: booksOf(GIFT) });
    const bundle = NOW.items.get("sku:GIFT");
    if (!bundle) throw new Error("no bundle");
    const gone = { ...NOW, items: new Map([...NOW.items, [bundle.key, { ...bundle, isGone: true as const }]]) };
    const result = planned(SOLD, gone, posted(salesOrder));
    expect(result.issues).toEqual([]);
    expect(linesOf(result, "invoice")).toEqual(linesOf(salesOrder, "sales_order"));
  });

  it("is counted on stock as QuickBooks counts it today", () => {
    const away: Order = { ...RETURNED, changes: RETURNED.changes.map((change) => ({ ...change, sales: change.sales.map((sale) => ({ ...sale, offStock: true as const })) })) };
    expect(planned(away, booksOf(GIFT), before).issues).toEqual([]);
    const counted = planned(away, booksOf([{ name: "Mug", quantity: "2", price: "9", type: "inventory" }, { name: "Tea", price: "4.5" }]), before);
    expect(counted.issues.map(({ code }) => code)).toEqual(["off_stock_item_missing"]);
  });

  it("counts each of its lines where a document would have too many (A25)", () => {
    const many = (count: number): string[] => planned(sampleOrder({ lines: Array.from({ length: count }, () => ({ sku: "GIFT", price: "25.00" })), paid: [`${count * 25}.00`] }), booksOf(GIFT)).issues.map(({ code, sentence }) => `${code} ${sentence.includes(`${count * 3} lines`)}`);
    expect([many(250), many(251)]).toEqual([[], ["too_many_lines true"]]);
  });

  it("leaves no trace on documents without one", () => {
    const plain = planned(sampleOrder({ lines: [{ sku: "MUG", price: "9.00" }], paid: ["9.00"], fulfilled: "everything" }), booksOf(GIFT));
    expect(plain.documents.some((document) => "bundles" in document || "bundles" in aspectsOf(document))).toBe(false);
    expect(before.map(({ kind, aspects }) => [kind, aspects.bundles !== undefined])).toEqual([["sales_order", true], ["invoice", true], ["payment", false]]);
  });
});
