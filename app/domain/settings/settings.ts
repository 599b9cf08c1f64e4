/** What the merchant chose: mode, statuses and options. Pure data, parsed at every edge with the schema here. */
import { z } from "zod";
import { ORDER_STATUSES } from "../order/status.ts";

/** Which documents a mode makes once an order has entered (design page 03, "Mode × order status → documents"). */
export const MODES = {
  sales_orders_invoices_payments: { salesOrder: true, invoice: true, payment: true, salesReceipt: false, purchaseOrder: false },
  sales_orders_no_invoices_payments: { salesOrder: true, invoice: false, payment: true, salesReceipt: false, purchaseOrder: false },
  sales_orders_invoices_purchase_orders: { salesOrder: true, invoice: true, payment: true, salesReceipt: false, purchaseOrder: true },
  sales_orders: { salesOrder: true, invoice: false, payment: false, salesReceipt: false, purchaseOrder: false },
  invoices: { salesOrder: false, invoice: true, payment: false, salesReceipt: false, purchaseOrder: false },
  invoices_payments: { salesOrder: false, invoice: true, payment: true, salesReceipt: false, purchaseOrder: false },
  sales_receipts: { salesOrder: false, invoice: false, payment: false, salesReceipt: true, purchaseOrder: false },
} as const satisfies Record<string, ModeDocuments>;

export type ModeDocuments = { salesOrder: boolean; invoice: boolean; payment: boolean; salesReceipt: boolean; purchaseOrder: boolean };
export type Mode = keyof typeof MODES;

export const modeSchema = z.enum(Object.keys(MODES) as [Mode, ...Mode[]]);
export const statusesSchema = z.array(z.enum(ORDER_STATUSES)).max(ORDER_STATUSES.length);

export const optionsSchema = z.strictObject({
  /** Put before the order name in document numbers; needed for a second shop on one company. */
  numberPrefix: z.string().max(8).default(""),
  /** Test orders stay out by default (story A35). */
  syncTestOrders: z.boolean().default(false),
  /** Orders of total 0 get documents by default (story A20). */
  syncFreeOrders: z.boolean().default(true),
  /** Orders placed before this day (the shop's) stay out, even if they ship or are paid later; null: none is too old. */
  startDate: z.iso.date().nullable().default(null),
  /** SKU of a variant → name of the QuickBooks item that it is; others are found by SKU and by name. */
  items: z.record(z.string(), z.string()).default({}),
  /** What happens to a product that QuickBooks does not know: an item is made, `fallbackItem` is sold in its place, or the order waits. */
  unknownItems: z.enum(["create", "fallback", "wait"]).default("create"),
  /** Name of the item for products that QuickBooks does not know; "": none is chosen, and they wait. */
  fallbackItem: z.string().default(""),
  /** Who an order is booked on: Shopify's customer, the buyer's company where there is one, whoever has the e-mail address, or `oneCustomer` for all. */
  customers: z.enum(["each", "company", "email", "one"]).default("each"),
  oneCustomer: z.string().default("Web Store"),
  /** What happens to an order whose customer QuickBooks does not know. */
  unknownCustomers: z.enum(["create", "wait"]).default("create"),
  /** Names of the class, the location and the payment terms, and the message, that documents get where no rule says another; "": none. Terms go to orders that have none in Shopify. */
  class: z.string().default(""),
  location: z.string().default(""),
  terms: z.string().default(""),
  customerMessage: z.string().max(1000).default(""),
  /** Name of a custom field of the company → what it says, a text or a template as in rules (`{order.name}`). */
  customFields: z.record(z.string(), z.string()).default({}),
  /** Payment gateway handle → name of the QuickBooks payment method of payments, receipts and refunds. */
  paymentMethods: z.record(z.string(), z.string()).default({}),
  /** Which of the order's days, in the shop's zone, a document is dated on. What is in the books keeps its date. */
  dates: z.strictObject({
    salesOrder: z.enum(["ordered", "paid"]).default("ordered"),
    invoice: z.enum(["shipped", "ordered", "paid"]).default("shipped"),
    salesReceipt: z.enum(["paid", "ordered"]).default("paid"),
    payment: z.enum(["paid", "ordered"]).default("paid"),
  }).prefault({}),
  /** A document that would be dated in a closed period: the order waits, or it is dated on the first open day. */
  closedDays: z.enum(["wait", "first_open_day"]).default("wait"),
  /** An order that ships in parts: one invoice once everything has shipped, or one per shipment (story A13). */
  splitShipments: z.enum(["one_invoice", "invoice_each"]).default("one_invoice"),
  /** Name of an income account → name of the item without stock that takes back goods of inventory items which did not come back on the shelf (story A9). */
  offStockItems: z.record(z.string(), z.string()).default({}),
  /** Payment gateway handle → name of the deposit account; gateways not named here use `depositAccount`. */
  depositAccounts: z.record(z.string(), z.string()).default({}),
  /** Money of a gateway that `depositAccounts` does not name: onto `depositAccount`, or the order waits until the merchant has chosen (decision 036). */
  newGateways: z.enum(["default", "wait"]).default("default"),
  /** Set of taxes as an issue names it, such as `GST 5% + PST 7%` → name of the QuickBooks tax code; other sets find theirs by rates. */
  taxCodes: z.record(z.string(), z.string()).default({}),
  /** QuickBooks keeps two decimals: amounts of a currency with three (KWD) are rounded instead of waiting. */
  acceptRounding: z.boolean().default(false),
  depositAccount: z.string().default("Shopify Clearing"),
  /** Names of the expense accounts of chargebacks and of the fees that come with them (story A33). */
  chargebackAccount: z.string().default("Chargebacks"),
  chargebackFeeAccount: z.string().default("Merchant Fees"),
});
export type SettingOptions = z.infer<typeof optionsSchema>;

export const settingsSchema = z.strictObject({
  mode: modeSchema,
  statuses: statusesSchema,
  options: optionsSchema,
});
export type Settings = z.infer<typeof settingsSchema>;

export const DEFAULT_SETTINGS: Settings = {
  mode: "sales_orders_invoices_payments",
  statuses: ["pending", "paid", "fulfilled"],
  options: optionsSchema.parse({}),
};
