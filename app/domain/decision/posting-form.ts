/**
 * Invoice or sales receipt: an order keeps its first posting form until it is removed from the books (design page 03), whatever the mode says later.
 * A receipt has one deposit account, so an order paid through several gateways becomes invoice and payments; so does one whose customer has paid more than it is worth.
 */
import type { DocumentKind } from "../documents/kind.ts";
import { isPositive, isZero, subtract } from "../money/money.ts";
import { amountDue, type Order, receivedTransactions } from "../order/order.ts";
import type { Verdict } from "./decide.ts";

export type Verdicts = Record<DocumentKind, Verdict>;

/** `shaping`: documents that give the order its form: live ones, ones that may still turn up in the books, and ones that a person took away and did not ask for again. */
export function inPostingForm(byMode: Verdicts, order: Order, shaping: readonly { kind: DocumentKind }[]): Verdicts {
  const has = (kind: DocumentKind): boolean => shaping.some((document) => document.kind === kind);
  if (has("sales_receipt")) return asReceipt(byMode);
  if (!byMode.sales_receipt.create) return byMode;
  if (has("invoice") || has("payment")) return asInvoice(byMode, { by: "books", name: "invoice" });
  if (order.paymentWord !== "paid") return { ...byMode, sales_receipt: { create: false, because: NOT_PAID_YET } };
  if (gatewaysOf(order).size > 1) return asInvoice(byMode, { by: "order", name: "several_gateways" });
  return isPositive(subtract(order.totals.netPayment, amountDue(order))) ? asInvoice(byMode, { by: "order", name: "overpaid" }) : byMode;
}

const NOT_PAID_YET = { by: "order", name: "not_paid_yet" } as const;
export const awaitsPayment = ({ because }: Verdict): boolean => because.by === NOT_PAID_YET.by && because.name === NOT_PAID_YET.name;

/** What is in the books as a receipt holds income and money: an invoice beside it would book both twice, and a new sales order would invite somebody to invoice it. */
function asReceipt(byMode: Verdicts): Verdicts {
  const because = { by: "books", name: "sales_receipt" } as const;
  const not: Verdict = { create: false, because };
  return { ...byMode, sales_order: not, invoice: not, payment: not, sales_receipt: byMode.sales_receipt.create ? byMode.sales_receipt : { create: true, because } };
}

const asInvoice = (byMode: Verdicts, because: Verdict["because"]): Verdicts =>
  ({ ...byMode, invoice: { create: true, because }, payment: { create: true, because }, sales_receipt: { create: false, because } });

/** What takes a sale back follows what booked the sale, and what gives money back follows what took it in. */
export const withFollowing = (verdicts: Verdicts): Verdicts => {
  const either = (kind: "invoice" | "payment"): Verdict => (verdicts[kind].create ? verdicts[kind] : verdicts.sales_receipt.create ? verdicts.sales_receipt : verdicts[kind]);
  return { ...verdicts, credit_memo: either("invoice"), refund_receipt: either("payment"), customer_refund: either("payment"), chargeback: either("payment"), chargeback_reversal: either("payment") };
};

export const gatewaysOf = (order: Order): Set<string> => new Set(receivedTransactions(order).filter(({ amount }) => !isZero(amount)).map(({ gateway }) => gateway));
