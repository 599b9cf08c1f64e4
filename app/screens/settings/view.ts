/** What the settings page shows and what its form holds: strings and yes or no, nothing to compute with. */
import type { Unanswered } from "#app/components/unanswered.ts";

/** What Shopify calls a payment method, the account its money goes to, and what QuickBooks calls it; either of the two may be empty. */
export type GatewayChoice = { gateway: string; account: string; method: string };

/** The item that a product of this SKU is. */
export type ProductItem = { sku: string; item: string };

/** A custom field of the company, and what it says: a text, or a template such as `{order.name}`. */
export type FieldText = { field: string; text: string };

/** Which of an order's days a document has, by its kind. */
export type DocumentDates = { salesOrder: string; invoice: string; salesReceipt: string; payment: string };

/** A set of taxes as issues name it, such as `GST 5% + PST 7%`, and the QuickBooks tax code it gets. */
export type TaxSetCode = { set: string; code: string };

/** The item for goods that did not come back on the shelf, by the income account of their product. */
export type OffStockItem = { account: string; item: string };

export type SettingsForm = {
  mode: string;
  statuses: string[];
  startDate: string;
  numberPrefix: string;
  syncTestOrders: boolean;
  syncFreeOrders: boolean;
  customers: string;
  oneCustomer: string;
  unknownCustomers: string;
  unknownItems: string;
  fallbackItem: string;
  items: ProductItem[];
  splitShipments: string;
  offStockItems: OffStockItem[];
  newGateways: string;
  depositAccount: string;
  chargebackAccount: string;
  chargebackFeeAccount: string;
  gateways: GatewayChoice[];
  taxCodes: TaxSetCode[];
  acceptRounding: boolean;
  class: string;
  location: string;
  terms: string;
  customerMessage: string;
  customFields: FieldText[];
  dates: DocumentDates;
  closedDays: string;
};

export type ModeChoice = { value: string; sentence: string; name: string; help: string; makesInvoices: boolean; makesPayments: boolean };

/** `codes` is empty in a US company, whose lines have none. */
export type TaxesView = { codes: string[]; sets: { set: string; code: string | null }[]; /** The shop's currency has more decimals than QuickBooks keeps. */ finerCurrency: boolean };

/** A sentence where rules override the setting. */
export type Overridden = Record<
  "mode" | "customers" | "numberPrefix" | "items" | "taxCodes" | "class" | "location" | "terms" | "customerMessage" | "customFields" | "depositAccount" | "paymentMethods" | "dates",
  string | null
>;

/** Names that the company has, to be offered; null where its list is not known. Of items and SKUs only some are known. */
export type OfferedNames = Record<"classes" | "locations" | "terms" | "paymentMethods" | "customFields", string[] | null> & { items: string[]; skus: string[] };

export type SettingsView = {
  /** Sent back with the form, so that nobody overwrites what somebody else saved meanwhile. */
  version: number;
  form: SettingsForm;
  modes: ModeChoice[];
  statuses: { value: string; label: string; help: string }[];
  /** Titles of the enabled rules that hold invoices back. */
  holdingRules: string[];
  overridden: Overridden;
  names: OfferedNames;
  /** What the company does not track, so that it is not sent. */
  off: { classes: boolean; locations: boolean };
  /** Whether QuickBooks applies customers' credits by itself; null where it is not known. */
  appliesCredits: boolean | null;
  defaultOneCustomer: string;
  defaultDepositAccount: string;
  defaultChargebackAccount: string;
  defaultChargebackFeeAccount: string;
  taxes: TaxesView;
  notice: "paused" | "not_connected" | null;
};

export type SettingsAnswer = { kind: "saved" } | { kind: "invalid"; errors: Record<string, string> } | { kind: "changed_meanwhile" | "failed" } | Unanswered;
