import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleBooks } from "../books/sample-books.ts";
import { decide } from "../decision/decide.ts";
import { legsBalance } from "../documents/leg.ts";
import { formatMoney } from "../money/money.ts";
import { type Sample, sampleOrder } from "../order/sample-order.ts";
import { compileRules } from "../rules/compile-rules.ts";
import { DEFAULT_SETTINGS, MODES, type Mode } from "../settings/settings.ts";
import { aspectsOf } from "./aspects.ts";
import { diff } from "./diff.ts";
import type { PostedDocument } from "./operation.ts";
import { type ExistingDocument, type Plan, plan } from "./plan.ts";

const SHOP = { domain: "acme.myshopify.com", timeZone: "America/New_York" };
const ANY_STATUS = ["pending", "partially_paid", "paid", "partially_fulfilled", "fulfilled"] as const;

function planned(sample: Sample, mode: Mode = "sales_orders_invoices_payments", existing: ExistingDocument[] = []): Plan {
  const order = sampleOrder(sample);
  const settings = { ...DEFAULT_SETTINGS, mode, statuses: [...ANY_STATUS] };
  const decision = decide({ order, settings, rules: compileRules([]), timeZone: SHOP.timeZone, entered: false });
  return plan({ shop: SHOP, order, decision, settings, existing, books: sampleBooks(order.lines.map((line) => line.sku ?? "")) });
}

/** A journal as a bookkeeper writes it. */
const journal = (result: Plan): string[] => result.documents.flatMap((document) => [
  `${document.kind} ${document.number ?? document.part} ${document.date.toString()} ${formatMoney(document.total)}`,
  ...document.legs.map((leg) => `  ${leg.side === "debit" ? "Dr" : "Cr"} ${leg.account.name} ${formatMoney(leg.amount)}`),
]);

describe("plan", () => {
  it("plans sales order, invoice and applied payment with legs a bookkeeper can check", () => {
    const result = planned({
      lines: [{ sku: "TEE", price: "20.00", quantity: 2, discount: "4.00", tax: "2.88" }, { sku: "MUG", price: "12.50", discount: "1.25" }],
      shipping: "7.50", tip: "3.00", paid: ["59.63"], fulfilled: "everything",
    });
    expect(result.issues).toEqual([]);
    // 40.00 + 12.50 + 7.50 + 3.00 − 5.25 + 2.88 = 60.63; the payment is one dollar short on purpose.
    expect(journal(result)).toEqual([
      "sales_order 1001 2026-11-02 60.63",
      "invoice 1001 2026-11-23 60.63",
      "  Dr Accounts Receivable 60.63",
      "  Cr Sales of Product Income 52.50",
      "  Cr Shipping Income 7.50",
      "  Cr Tips Payable 3.00",
      "  Dr Discounts Given 5.25",
      "  Cr Sales Tax Payable 2.88",
      "payment 900 2026-11-02 59.63",
      "  Dr Shopify Clearing 59.63",
      "  Cr Accounts Receivable 59.63",
    ]);
  });

  it("applies several payments to the invoice in the order they came, and never more than it is worth", () => {
    const payments = planned({ paid: ["30.00", "13.20"] }).documents.filter((document) => document.kind === "payment");
    expect(payments.map((payment) => payment.applications.map((application) => formatMoney(application.amount)))).toEqual([["30.00"], ["13.20"]]);
    const overpaid = planned({ paid: ["30.00", "20.00"] }).documents.filter((document) => document.kind === "payment");
    expect(overpaid.map((payment) => payment.applications.map((application) => formatMoney(application.amount)))).toEqual([["30.00"], ["13.20"]]);
  });

  it("keeps an invoice that exists in a plan whose mode makes none (law 6)", () => {
    expect(planned({}, "sales_orders_no_invoices_payments").documents.map((document) => document.kind)).toEqual(["sales_order"]);
    const kept = planned({}, "sales_orders_no_invoices_payments", [{ kind: "invoice", part: "1" }]);
    expect(kept.documents.map((document) => document.kind)).toEqual(["sales_order", "invoice"]);
  });

  it("sends nothing of an order whose figures do not add up, and shows both", () => {
    const order = sampleOrder({});
    const wrong = { ...order, totals: { ...order.totals, current: { currency: "USD", minor: order.totals.current.minor + 1000n } } };
    const decision = decide({ order: wrong, settings: DEFAULT_SETTINGS, rules: [], timeZone: "UTC", entered: false });
    const { issues } = plan({ shop: SHOP, order: wrong, decision, settings: DEFAULT_SETTINGS, existing: [], books: sampleBooks(["TEE"]) });
    expect(issues.map((issue) => issue.sentence)).toEqual([
      "Shopify says order #1001 is worth 53.20 USD, but its lines, shipping, discounts and tax come to 43.20 USD.",
    ]);
  });

  it("names every account and item that is missing at once", () => {
    const order = sampleOrder({ shipping: "5.00", tip: "1.00" });
    const decision = decide({ order, settings: DEFAULT_SETTINGS, rules: [], timeZone: "UTC", entered: false });
    const books = { ...sampleBooks([]), accounts: {} };
    const { issues } = plan({ shop: SHOP, order, decision, settings: DEFAULT_SETTINGS, existing: [], books });
    expect(issues.map((issue) => `${issue.code} ${issue.cause}`)).toEqual([
      "item_missing sku:TEE", "account_missing shipping", "account_missing tips", "account_missing sales_tax", "account_missing receivable",
    ]);
  });

  it("carries sales tax as a line where the company does not use QuickBooks' sales tax", () => {
    const order = sampleOrder({});
    const decision = decide({ order, settings: DEFAULT_SETTINGS, rules: [], timeZone: "UTC", entered: false });
    const { documents, issues } = plan({ shop: SHOP, order, decision, settings: DEFAULT_SETTINGS, existing: [], books: sampleBooks(["TEE"], { salesTaxUsed: false }) });
    expect(issues).toEqual([]);
    const invoice = documents.find((document) => document.kind === "invoice");
    expect(invoice?.tax.minor).toBe(0n);
    expect(invoice?.lines.map((line) => [line.role, formatMoney(line.amount)])).toEqual([["product", "40.00"], ["sales_tax", "3.20"]]);
  });
});

const line = fc.record({
  sku: fc.constantFrom("A", "B", "C"), quantity: fc.integer({ min: 1, max: 9 }), price: fc.integer({ min: 0, max: 99_999 }),
  discount: fc.integer({ min: 0, max: 100 }), tax: fc.option(fc.integer({ min: 0, max: 5_000 }), { nil: undefined }),
});
const text = (minor: number): string => `${Math.trunc(minor / 100)}.${String(minor % 100).padStart(2, "0")}`;
const anySample = fc.record({
  lines: fc.array(line, { minLength: 1, maxLength: 12 }), shipping: fc.integer({ min: 0, max: 3_000 }), tip: fc.integer({ min: 0, max: 500 }),
  paidShare: fc.constantFrom(0, 1, 2), fulfilled: fc.constantFrom("nothing", "part", "everything" as const),
}).map((given): Sample => {
  const sample: Sample = {
    lines: given.lines.map((each) => ({
      sku: each.sku, quantity: each.quantity, price: text(each.price), discount: text(Math.trunc((each.price * each.quantity * each.discount) / 100)),
      ...(each.tax === undefined ? {} : { tax: text(each.tax) }),
    })),
    shipping: text(given.shipping), tip: text(given.tip), fulfilled: given.fulfilled,
  };
  const total = Number(sampleOrder(sample).totals.current.minor);
  const half = Math.trunc(total / 2);
  const paid = [[], [text(total)], [text(half), text(total - half)]][given.paidShare] ?? [];
  return { ...sample, paid };
});
const anyMode = fc.constantFrom(...(Object.keys(MODES) as Mode[]));

describe("laws of the plan", () => {
  it("every document's legs balance, and the documents sum to Shopify's totals", () => {
    fc.assert(fc.property(anySample, anyMode, (sample, mode) => {
      const result = planned(sample, mode);
      expect(result.issues).toEqual([]);
      for (const document of result.documents) expect(legsBalance(document.legs)).toBe(true);
      expect(result.proof.verdict).not.toBe("differs");
    }));
  });

  it("diff after apply is empty", () => {
    fc.assert(fc.property(anySample, anyMode, (sample, mode) => {
      const { documents } = planned(sample, mode);
      const posted: PostedDocument[] = documents.map((document, index) => ({
        postingId: `p${index}`, kind: document.kind, part: document.part, revision: 0, ledgerId: `${index}`, syncToken: "0",
        number: document.number, date: document.date, total: document.total, aspects: aspectsOf(document),
      }));
      expect(diff({ planned: documents, posted, undone: [], askedByPerson: false }).operations).toEqual([]);
    }));
  });
});
