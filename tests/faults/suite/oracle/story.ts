/** What happened to the shops and orders of a world, as its steps wrote it down. Plain data: the oracle judges by this and by the simulators, never by the app's own code. */

export const SUITE_MODES = {
  sales_orders_invoices_payments: { salesOrder: true, invoice: true, payment: true },
  sales_orders_no_invoices_payments: { salesOrder: true, invoice: false, payment: true },
  sales_orders: { salesOrder: true, invoice: false, payment: false },
  invoices: { salesOrder: false, invoice: true, payment: false },
  invoices_payments: { salesOrder: false, invoice: true, payment: true },
} as const;
export type SuiteMode = keyof typeof SUITE_MODES;

/** Rules of these worlds, named after what they say. */
export const SUITE_RULES = ["invoice_when_fulfilled", "paypal_is_unpaid", "no_sales_order_when_paid", "hold_tagged", "skip_tagged"] as const;
export type SuiteRule = (typeof SUITE_RULES)[number];

export const SUITE_STATUSES = ["pending", "authorized", "partially_paid", "paid", "partially_fulfilled", "fulfilled"] as const;
export type SuiteStatus = (typeof SUITE_STATUSES)[number];

export type SuiteConfig = {
  mode: SuiteMode;
  statuses: readonly SuiteStatus[];
  rules: readonly SuiteRule[];
  /** Where PayPal's money goes; other money goes to Shopify Clearing. */
  paypalAccount: "Checking" | "Shopify Clearing";
};

export const ENTITIES = ["Estimate", "Invoice", "Payment"] as const;
export type Entity = (typeof ENTITIES)[number];

/** A document that a person took away in QuickBooks. */
export type Removal = {
  entity: Entity;
  id: string;
  /** Of payments: the transaction it was for. */
  transaction: string | null;
  how: "delete" | "void";
  /** How many requests the company had seen by then. */
  requests: number;
  /** A person's resync was under way just then: either outcome is right. */
  duringResync: boolean;
  /** A person asked for the order again afterwards. */
  resynced: boolean;
};

export type Wishes = { salesOrder: boolean; invoice: boolean; payment: boolean };

export type OrderStory = {
  id: string;
  name: string;
  /** Minor units an invoice posts per account, one map for each time the order's worth changed; the last is how it is now. */
  worths: ReadonlyMap<string, bigint>[];
  /** Kinds that settings and rules asked for at any time since the order exists, while the order was in a chosen status or had entered. */
  everWanted: Wishes;
  everEligible: boolean;
  removals: Removal[];
  /** Somebody else booked it under its number. */
  taken: boolean;
  /** How often the shop changed it. */
  changes: number;
  /** How much of that, and of the settings' changes, the app was told by a webhook that arrived afterwards. */
  heard: { changes: number; configurations: number };
};

export type TenantStory = {
  config: SuiteConfig;
  orders: OrderStory[];
  /** `Invoice:12`: made by a person, not by the app. */
  handMade: Set<string>;
  /** `Invoice:12` → the memo to the customer that a bookkeeper wrote. */
  memos: Map<string, string>;
};
