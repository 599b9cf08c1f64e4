/** What modes and order statuses are called on the screen (design page 01, "Words on the screen"): first what happens, then the name people search for. */
import type { OrderStatus } from "../order/status.ts";
import type { Mode } from "./settings.ts";

export type ModeWords = {
  /** Says what happens. */
  sentence: string;
  /** The name that other apps and help pages use. */
  name: string;
  help: string;
};

const ESTIMATE = "In QuickBooks Online a sales order is an estimate: it shows what was ordered and posts nothing.";

export const MODE_WORDS = {
  sales_orders_invoices_payments: {
    sentence: "Sales order, invoice, and payment when paid",
    name: "Sales orders, invoices, and payments",
    help: `The invoice closes the sales order, and payments are applied to it. ${ESTIMATE}`,
  },
  sales_orders_no_invoices_payments: {
    sentence: "Sales order, and payment when paid; no invoice",
    name: "Sales orders, no invoices, payments if paid",
    help: `Somebody else makes the invoice in QuickBooks; payments wait for it as the customer's credit. ${ESTIMATE}`,
  },
  sales_orders: {
    sentence: "Sales order only; nothing is posted to your accounts",
    name: "Sales orders only",
    help: `Somebody else makes invoices and records payments in QuickBooks. ${ESTIMATE}`,
  },
  invoices: {
    sentence: "Invoice only; invoices stay open, somebody else records payments",
    name: "Invoices only",
    help: "For payments that reach QuickBooks another way, such as a bank feed or a payment app.",
  },
  invoices_payments: {
    sentence: "Invoice, and payment when paid; no sales order",
    name: "Invoices, payments if paid",
    help: "Payments are applied to the invoice; its balance is 0 once the order is paid.",
  },
} as const satisfies Record<Mode, ModeWords>;

export type StatusWords = { label: string; help: string };

export const STATUS_WORDS = {
  pending: { label: "Pending", help: "Placed, not paid yet" },
  authorized: { label: "Authorized", help: "The card is reserved, not charged yet" },
  partially_paid: { label: "Partially paid", help: "A part of the total was received" },
  paid: { label: "Paid", help: "The total was received" },
  partially_fulfilled: { label: "Partially fulfilled", help: "Some items have shipped" },
  fulfilled: { label: "Fulfilled", help: "Everything has shipped" },
  cancelled: { label: "Cancelled", help: "Orders that were cancelled before they had a document" },
} as const satisfies Record<OrderStatus, StatusWords>;
