import { describe, expect, it } from "vitest";
import type { Decision } from "../decision/decide.ts";
import { sampleOrder, usd } from "../order/sample-order.ts";
import { type GivenBack, prove as proveAll, type ProvenDocument } from "./proof.ts";

const because = { by: "rule", name: "PayPal is unpaid" } as const;
const decision = (changes: Partial<Decision["documents"]> = {}): Pick<Decision, "documents"> => {
  const made = { create: true, because: { by: "mode", name: "sales_orders_invoices_payments" } } as const;
  return { documents: { sales_order: made, invoice: made, payment: made, sales_receipt: { ...made, create: false }, credit_memo: made, refund_receipt: made, purchase_order: made, customer_refund: made, chargeback: made, chargeback_reversal: made, ...changes } };
};

const NOTHING_BACK: GivenBack = { beyond: usd("0.00"), kept: usd("0.00") };
type Booked = Omit<ProvenDocument, "cards"> & Partial<ProvenDocument>;
const prove = (order: Parameters<typeof proveAll>[0], decided: Pick<Decision, "documents">, documents: readonly Booked[], back = NOTHING_BACK) =>
  proveAll(order, decided, documents.map((document) => ({ cards: usd("0.00"), ...document })), back);

describe("proof", () => {
  const order = sampleOrder({ paid: ["43.20"] });

  it("matches when invoice and payments equal what the shop says", () => {
    expect(prove(order, decision(), [{ kind: "invoice", total: usd("43.20") }, { kind: "payment", total: usd("43.20") }]).verdict).toBe("matches");
  });

  it("names the rule that leaves a payment out instead of calling it a difference", () => {
    const proof = prove(order, decision({ payment: { create: false, because } }), [{ kind: "invoice", total: usd("43.20") }]);
    expect(proof.verdict).toBe("matches_except");
    expect(proof.money.leftOut).toEqual({ amount: usd("43.20"), because });
    expect(proof.money.difference).toEqual(usd("0.00"));
  });

  it("differs by the cent that is missing", () => {
    const proof = prove(order, decision(), [{ kind: "invoice", total: usd("43.19") }, { kind: "payment", total: usd("43.20") }]);
    expect(proof).toMatchObject({ verdict: "differs", income: { difference: usd("0.01") }, money: { difference: usd("0.00") } });
  });

  it("differs when a payment is in the books that the shop does not know, even where payments are left out", () => {
    const proof = prove(sampleOrder({}), decision({ payment: { create: false, because } }), [{ kind: "invoice", total: usd("43.20") }, { kind: "payment", total: usd("5.00") }]);
    expect(proof).toMatchObject({ verdict: "differs", money: { difference: usd("-5.00") } });
  });

  it("does not expect a gift card's share as a payment", () => {
    const [card] = sampleOrder({ paid: ["10.00"], gateway: "gift_card" }).transactions;
    const [rest] = sampleOrder({ paid: ["33.20"] }).transactions;
    const split = { ...order, transactions: [card, rest].filter((each) => each !== undefined) };
    expect(prove(split, decision(), [{ kind: "invoice", total: usd("43.20") }, { kind: "payment", total: usd("33.20") }]).money.difference).toEqual(usd("0.00"));
  });
});
