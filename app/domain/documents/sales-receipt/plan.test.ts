import { describe, expect, it } from "vitest";
import { sampleBooks } from "../../books/sample-books.ts";
import { decide } from "../../decision/decide.ts";
import { formatMoney } from "../../money/money.ts";
import type { Order } from "../../order/order.ts";
import { sampleOrder, usd } from "../../order/sample-order.ts";
import { plan, type ExistingDocument, type Plan } from "../../plan/plan.ts";
import { compileRules } from "../../rules/compile-rules.ts";
import { DEFAULT_SETTINGS, type Mode } from "../../settings/settings.ts";
import type { Rule } from "../../rules/rule.ts";

const SHOP = { domain: "acme.myshopify.com", timeZone: "America/New_York" };
const PAYPAL_IS_UNPAID: Rule = { title: "PayPal is unpaid", enabled: true, when: { all: [{ field: "order.paymentMethod", op: "equals", value: "paypal" }] }, then: [{ action: "mark_as_unpaid" }] };

function planned(order: Order, { mode = "sales_receipts", existing = [], rules = [] }: { mode?: Mode; existing?: ExistingDocument[]; rules?: Rule[] } = {}): Plan {
  const settings = { ...DEFAULT_SETTINGS, mode, options: { ...DEFAULT_SETTINGS.options, depositAccounts: { paypal: "Checking" } } };
  const decision = decide({ order, settings, rules: compileRules(rules), timeZone: SHOP.timeZone, entered: true, shaping: existing });
  return plan({ shop: SHOP, order, decision, settings, existing, books: sampleBooks(order.lines.map(({ sku }) => sku ?? "")) });
}

const journal = ({ documents }: Plan): string[] => documents.flatMap((document) => [
  `${document.kind} ${document.number ?? document.part} ${formatMoney(document.total)}`,
  ...document.legs.map(({ side, account, amount }) => `  ${side === "debit" ? "Dr" : "Cr"} ${account.name} ${formatMoney(amount)}`),
]);

const paidBy = (...parts: [amount: string, gateway: string][]): Order => {
  const order = sampleOrder({ paid: parts.map(([amount]) => amount) });
  return { ...order, transactions: order.transactions.map((transaction, index) => ({ ...transaction, gateway: parts[index]?.[1] ?? "" })) };
};

describe("a sales receipt", () => {
  it("books sale and money at once, on the account of its gateway", () => {
    const result = planned(paidBy(["43.20", "paypal"]));
    expect(result).toMatchObject({ issues: [], proof: { verdict: "matches" } });
    expect(journal(result)).toEqual(["sales_receipt 1001 43.20", "  Dr Checking 43.20", "  Cr Sales of Product Income 40.00", "  Cr Sales Tax Payable 3.20"]);
  });

  it("is not made before the order is fully paid, and says what it waits for", () => {
    const result = planned(paidBy(["10.00", "paypal"]));
    expect(result.documents).toEqual([]);
    expect(result.proof).toMatchObject({ verdict: "matches_except", income: { leftOut: { because: { by: "order", name: "not_paid_yet" } } }, money: { leftOut: { amount: usd("10.00") } } });
  });

  it("holds several captures of one gateway, and what a gift card paid as a line of its own", () => {
    const result = planned(paidBy(["20.00", "paypal"], ["8.20", "paypal"], ["15.00", "gift_card"]));
    expect(result).toMatchObject({ issues: [], proof: { verdict: "matches", money: { shop: usd("28.20"), books: usd("28.20") } } });
    expect(journal(result)).toEqual(["sales_receipt 1001 28.20", "  Dr Checking 28.20", "  Cr Sales of Product Income 40.00", "  Dr Gift Card Liability 15.00", "  Cr Sales Tax Payable 3.20"]);
  });

  it("gives way to invoice and payments where several gateways paid", () => {
    const result = planned(paidBy(["20.00", "paypal"], ["23.20", "shopify_payments"]));
    expect(result.issues).toEqual([]);
    expect(result.documents.map(({ kind }) => kind)).toEqual(["invoice", "payment", "payment"]);
  });

  it("waits until everything is paid, also where several gateways pay", () => {
    expect(planned(paidBy(["10.00", "paypal"], ["10.00", "shopify_payments"])).documents).toEqual([]);
  });

  it("that exists stays when money comes through another gateway, or an edit is not paid yet: both are told, nothing is sent", () => {
    const existing: ExistingDocument[] = [{ kind: "sales_receipt", part: "1" }];
    expect(planned(paidBy(["33.20", "paypal"], ["10.00", "shopify_payments"]), { existing }).issues).toMatchObject([{ code: "receipt_cannot_follow", sentence: expect.stringContaining("another payment method") as unknown }]);
    expect(planned(paidBy(["33.20", "paypal"]), { existing }).issues).toMatchObject([{ code: "receipt_cannot_follow", sentence: expect.stringContaining("10.00 USD more is to be paid") as unknown }]);
  });

  it("closes a sales order that was made before it", () => {
    const existing: ExistingDocument[] = [{ kind: "sales_order", part: "1" }];
    expect(planned(paidBy(["43.20", "paypal"]), { existing }).documents).toMatchObject([{ kind: "sales_order", standing: "closed" }, { kind: "sales_receipt" }]);
  });

  it("is waited for without an issue while a gift card has paid a part", () => {
    expect(planned(paidBy(["15.00", "gift_card"]))).toMatchObject({ documents: [], issues: [] });
  });

  it("stays what it is when the mode changes, and an invoice does likewise", () => {
    const order = paidBy(["43.20", "paypal"]);
    expect(planned(order, { mode: "sales_orders_invoices_payments", existing: [{ kind: "sales_receipt", part: "1" }] }).documents.map(({ kind }) => kind)).toEqual(["sales_receipt"]);
    expect(planned(order, { existing: [{ kind: "invoice", part: "1" }] }).documents.map(({ kind }) => kind)).toEqual(["invoice", "payment"]);
  });

  it("is not made of an order that a rule marks as unpaid", () => {
    const order = { ...paidBy(["43.20", "paypal"]), gateways: ["paypal"] };
    expect(planned(order, { rules: [PAYPAL_IS_UNPAID] })).toMatchObject({ documents: [], issues: [] });
  });
});
