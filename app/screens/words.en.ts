/** English words that several screens share (design page 01, "Words on the screen"). Words of one screen stand in its own `words.ts`. */

export const DOCUMENT_WORDS = {
  sales_order: { one: "Sales order", many: "sales orders" },
  invoice: { one: "Invoice", many: "invoices" },
  payment: { one: "Payment", many: "payments" },
  chargeback: { one: "Chargeback expense", many: "chargeback expenses" },
  chargeback_reversal: { one: "Chargeback reversal", many: "chargeback reversals" },
  sales_receipt: { one: "Sales receipt", many: "sales receipts" },
  credit_memo: { one: "Credit memo", many: "credit memos" },
  refund_receipt: { one: "Refund receipt", many: "refund receipts" },
  customer_refund: { one: "Customer refund", many: "customer refunds" },
  purchase_order: { one: "Purchase order", many: "purchase orders" },
} as const;

/** What QuickBooks Online calls what we post. */
export const LEDGER_ENTITY_WORDS: Readonly<Record<string, string>> = { Estimate: "estimate", Invoice: "invoice", Payment: "payment", SalesReceipt: "sales receipt", CreditMemo: "credit memo", RefundReceipt: "refund receipt", Purchase: "expense", Deposit: "bank deposit", PurchaseOrder: "purchase order" };

/** What happens first, the name people know from other apps second. */
export const MODE_WORDS = {
  sales_orders_invoices_payments: { sentence: "Sales order, invoice, and payment when paid", name: "Sales orders, invoices, and payments" },
  sales_orders_no_invoices_payments: { sentence: "Sales order and payment when paid, no invoice", name: "Sales orders, no invoices, payments if paid" },
  sales_orders_invoices_purchase_orders: { sentence: "Sales order, invoice, payment when paid, and purchase orders to your vendors", name: "Sales orders, invoices, and purchase orders" },
  sales_orders: { sentence: "Sales order, nothing else", name: "Sales orders only" },
  invoices: { sentence: "Invoice; invoices stay open, somebody else records payments", name: "Invoices only" },
  invoices_payments: { sentence: "Invoice, and payment when paid", name: "Invoices, payments if paid" },
  sales_receipts: { sentence: "Sales receipt once the order is paid; nothing before", name: "Sales receipts" },
} as const;

export const ORDER_STATUS_WORDS = {
  pending: "Pending",
  authorized: "Authorized",
  partially_paid: "Partially paid",
  paid: "Paid",
  partially_fulfilled: "Partially fulfilled",
  fulfilled: "Fulfilled",
  cancelled: "Cancelled",
} as const;

export const ORDER_STATUS_HELP = {
  pending: "Placed, not paid yet",
  authorized: "The card is reserved, not charged yet",
  partially_paid: "A part of the total was received",
  paid: "The total was received",
  partially_fulfilled: "Some items have shipped",
  fulfilled: "Everything has shipped",
  cancelled: "Cancelled before it had a document",
} as const;

/** How a badge looks; the same words as Polaris's tones. */
export type Tone = "success" | "info" | "attention" | "critical" | "new";

export const STATE_WORDS = {
  posted: { label: "Up to date", tone: "success" },
  waiting: { label: "Waiting for QuickBooks", tone: "info" },
  attention: { label: "Needs you", tone: "attention" },
  held: { label: "Needs your OK", tone: "attention" },
  skipped: { label: "Not synced", tone: "new" },
  undone: { label: "Removed from QuickBooks", tone: "new" },
} as const satisfies Record<string, { label: string; tone: Tone }>;

/** A parked connection stops every order that is not done. */
export const PAUSED = { label: "Paused: reconnect QuickBooks", tone: "critical" } as const satisfies { label: string; tone: Tone };

/** What a preview says of an order beside where it stands. */
export const PREVIEW_WORDS = {
  willSync: { label: "Will be synced", tone: "info" },
  nothing: { label: "Nothing to do", tone: "success" },
  nothingSentence: "Nothing to do: nothing would be written to QuickBooks.",
  unread: "Could not be read",
  ops: { create: "Create", update: "Correct", apply: "Apply", close: "Close", delete: "Delete", void: "Void" },
  details: "Lines, debits and credits",
  lines: { title: "Lines", description: "Line", quantity: "Quantity", account: "Account", amount: "Amount", tax: "Tax" },
  legs: { title: "Debits and credits", account: "Account", debit: "Debit", credit: "Credit", none: "This document does not post to any account." },
  effect: { title: "Change by account", account: "Account", change: "Change", none: "No account changes." },
  pageEffect: { title: "Change by account, all orders shown", account: "Account", change: "Change", none: "No account changes." },
  numberless: "numbered by QuickBooks",
  syncAnyway: "Sync anyway …",
} as const satisfies Record<string, unknown> & { willSync: { label: string; tone: Tone }; nothing: { label: string; tone: Tone } };

/** What became of an order in a run. */
export const RUN_OUTCOME_WORDS = {
  ...STATE_WORDS,
  waiting: { label: "Still to come", tone: "info" },
  left: { label: "Left alone: cancelled before", tone: "new" },
} as const satisfies Record<string, { label: string; tone: Tone }>;

export const RUN_WORDS = {
  day: (day: string) => `Orders placed on ${day}`,
  range: (from: string, to: string) => `Orders placed ${from} to ${to}`,
  statuses: (statuses: string) => `statuses: ${statuses}`,
  anyway: "sync anyway",
  asked: (time: string, person: string | null) => `${time}${person === null ? "" : ` by Shopify user ${person}`}`,
  finding: { label: "Finding orders", tone: "info" },
  working: { label: "Under way", tone: "info" },
  done: { label: "Done", tone: "success" },
  cancelled: { label: "Cancelled", tone: "new" },
  failed: { label: "Could not be carried out", tone: "critical" },
} as const;

/** Before and after in a back-test. Facts without words of their own are told by their name. */
export const BACK_TEST_WORDS = {
  treatment: "Order",
  synced: "Synced",
  made: "made",
  notMade: "not made",
  facts: { number: "number", date: "date", total: "total", memo: "memo", deposit: "deposit account", gatewayName: "payment method", "line account": "accounts", "line item": "items", "line class": "classes", "line amount": "line amounts", "line description": "descriptions", vendor: "vendor", "line quantity": "quantities", "line unitCost": "unit costs" } as Readonly<Record<string, string>>,
} as const;
