/**
 * Invoice or sales receipt: an order keeps its first posting form until it is removed from the books (design page 03), whatever the mode says later.
 * A receipt has one deposit account, so an order paid through several gateways becomes invoice and payments.
 */
import type { DocumentKind } from "../documents/kind.ts";
import { type Order, receivedTransactions } from "../order/order.ts";
import type { Verdict } from "./decide.ts";

export type Verdicts = Record<DocumentKind, Verdict>;

type Existing = readonly { kind: DocumentKind }[];

/** `existing`: the order's live documents. */
export function inPostingForm(byMode: Verdicts, order: Order, existing: Existing): Verdicts {
  const has = (kind: DocumentKind): boolean => existing.some((document) => document.kind === kind);
  if (has("sales_receipt")) return asReceipt(byMode);
  if (!byMode.sales_receipt.create) return byMode;
  if (has("invoice") || has("payment")) return asInvoice(byMode, { by: "books", name: "invoice" });
  if (gatewaysOf(order).size > 1) return asInvoice(byMode, { by: "order", name: "several_gateways" });
  return order.paymentWord === "paid" ? byMode : { ...byMode, sales_receipt: { create: false, because: { by: "order", name: "not_paid_yet" } } };
}

/** What is in the books as a receipt holds income and money; an invoice beside it would book both twice. */
function asReceipt(byMode: Verdicts): Verdicts {
  const because = { by: "books", name: "sales_receipt" } as const;
  const not: Verdict = { create: false, because };
  return { ...byMode, invoice: not, payment: not, sales_receipt: byMode.sales_receipt.create ? byMode.sales_receipt : { create: true, because } };
}

const asInvoice = (byMode: Verdicts, because: Verdict["because"]): Verdicts =>
  ({ ...byMode, invoice: { create: true, because }, payment: { create: true, because }, sales_receipt: { create: false, because } });

const gatewaysOf = (order: Order): Set<string> => new Set(receivedTransactions(order).map(({ gateway }) => gateway));
