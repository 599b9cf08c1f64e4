import { describe, expect, test } from "vitest";
import { refKey } from "#app/domain/documents/kind.ts";
import type { Order, OrderTransaction } from "#app/domain/order/order.ts";
import { sampleOrder, usd } from "#app/domain/order/sample-order.ts";
import { aspectsOf } from "#app/domain/plan/aspects.ts";
import type { ExistingDocument } from "#app/domain/plan/plan.ts";
import { formatMoney } from "#app/domain/money/money.ts";
import { DEFAULT_SETTINGS } from "#app/domain/settings/settings.ts";
import { booked, type Booked } from "./bodies-of.ts";

const then = [{ action: "mark_as_paid" }];
const unpaid: Order = { ...sampleOrder({ lines: [{ sku: "MUG-1", price: "10.00" }], fulfilled: "everything" }), gateways: ["Cash on Delivery"] };
const [someSale] = sampleOrder({ lines: [{ sku: "MUG-1", price: "10.00" }], paid: ["10.00"] }).transactions;

function paid(amount: string, id = "950"): Order {
  if (!someSale) throw new Error("no sale");
  const sale: OrderTransaction = { ...someSale, id: `gid://shopify/OrderTransaction/${id}`, gateway: "cash", amount: usd(amount) };
  const outstanding = usd(amount === "10.00" ? "0" : "6.00");
  return { ...unpaid, transactions: [...unpaid.transactions, sale], paymentWord: outstanding.minor === 0n ? "paid" : "partially_paid", totals: { ...unpaid.totals, netPayment: usd(amount), outstanding } };
}

const payments = ({ plan }: Booked): string[] => plan.documents.filter(({ kind }) => kind === "payment").map((document) => `${refKey(document)} ${formatMoney(document.total)}`);
const leftInBooks = ({ plan }: Booked): ExistingDocument[] => plan.documents.map((document) => ({ kind: document.kind, part: document.part, date: document.date, aspects: aspectsOf(document) }));

describe("an order that a rule marks as paid", () => {
  test("has a payment of what is outstanding, applied to its invoice, and its proof holds", () => {
    const before = booked({ order: unpaid, then });
    expect(payments(before)).toEqual(["payment/marked-5001 10.00"]);
    expect(before.bodies.payment).toMatchObject({ PaymentRefNum: "marked-5001", Line: [{ Amount: 10, LinkedTxn: [{ TxnType: "Invoice" }] }] });
    expect(before.plan.proof.verdict).toBe("matches");
  });

  test("keeps that one payment when the real money comes, with or without the rule", () => {
    const existing = leftInBooks(booked({ order: unpaid, then }));
    expect(payments(booked({ order: paid("10.00"), then, existing }))).toEqual(["payment/marked-5001 10.00"]);
    expect(payments(booked({ order: paid("10.00"), existing }))).toEqual(["payment/marked-5001 10.00"]);
  });

  test("has the real amount where less came in", () => {
    const after = booked({ order: paid("4.00"), then, existing: leftInBooks(booked({ order: unpaid, then })) });
    expect(payments(after)).toEqual(["payment/marked-5001 4.00"]);
    expect(after.plan.proof.verdict).toBe("matches");
  });

  test("that was partly paid before has the rest marked, and the second real payment becomes that", () => {
    const first = booked({ order: paid("4.00", "940"), then });
    expect(payments(first).toSorted()).toEqual(["payment/940 4.00", "payment/marked-5001 6.00"]);
    const both = paid("4.00", "940");
    const order: Order = { ...both, paymentWord: "paid", transactions: [...both.transactions, ...paid("10.00", "960").transactions.map((sale) => ({ ...sale, amount: usd("6.00") }))], totals: { ...both.totals, netPayment: usd("10.00"), outstanding: usd("0") } };
    expect(payments(booked({ order, then, existing: leftInBooks(first) })).toSorted()).toEqual(["payment/940 4.00", "payment/marked-5001 6.00"]);
  });

  test("is left as it is where it is marked as unpaid, or paid already", () => {
    expect(payments(booked({ order: unpaid, then: [{ action: "mark_as_unpaid", value: true }, ...then] }))).toEqual([]);
    expect(payments(booked({ order: paid("10.00"), then }))).toEqual(["payment/950 10.00"]);
  });

  test("gets its sales receipt at once in that mode", () => {
    const receipt = booked({ order: unpaid, then, settings: { ...DEFAULT_SETTINGS, mode: "sales_receipts" } });
    expect(receipt.bodies.sales_receipt).toMatchObject({ DepositToAccountRef: { value: "2" } });
  });
});
