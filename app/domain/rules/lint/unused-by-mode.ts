/** What a rule sets and the mode never uses. Says nothing where a rule may change the kind of document. */
import { type Mode, MODES } from "../../settings/settings.ts";
import type { RuleEffect } from "./effects.ts";

type Needs = (mode: (typeof MODES)[Mode]) => boolean;
const invoices: Needs = ({ invoice }) => invoice;
const sales: Needs = ({ invoice, salesReceipt }) => invoice || salesReceipt;
const money: Needs = ({ payment, salesReceipt }) => payment || salesReceipt;

/** By slot; every mode uses what is not named here. */
const NEEDS: Readonly<Record<string, { by: Needs; what: string }>> = {
  stopInvoices: { by: invoices, what: "makes no invoices" },
  stopSalesOrders: { by: ({ salesOrder }) => salesOrder, what: "makes no sales orders" },
  emailInvoice: { by: sales, what: "makes no invoices" },
  stopPurchaseOrders: { by: ({ purchaseOrder }) => purchaseOrder, what: "makes no purchase orders" },
  "line vendor": { by: ({ purchaseOrder }) => purchaseOrder, what: "makes no purchase orders" },
  markAsUnpaid: { by: money, what: "records no payments" },
  markAsPaid: { by: money, what: "records no payments" },
  depositAccount: { by: money, what: "records no payments" },
  paymentMethod: { by: money, what: "records no payments" },
  paymentReference: { by: money, what: "records no payments" },
};

/** The sentence; null where the mode uses it. */
export function unusedByMode({ slot, label }: RuleEffect, mode: Mode): string | null {
  const needs = NEEDS[slot];
  const makes = MODES[mode];
  if (slot === "markAsUnpaid" && makes.salesReceipt) return `“${label}” with sales receipts would mean no document at all: a sales receipt is sale and payment in one.`;
  return needs && !needs.by(makes) ? `“${label}” has no effect: your mode ${needs.what}.` : null;
}
