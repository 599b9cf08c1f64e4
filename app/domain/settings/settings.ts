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
  /** What happens to a product that QuickBooks does not know. */
  unknownItems: z.enum(["create", "wait"]).default("create"),
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
