/** The kinds of documents that a play knows, and which entity each is in QuickBooks Online. */

export const ENTITIES = {
  sales_order: "Estimate",
  invoice: "Invoice",
  payment: "Payment",
  sales_receipt: "SalesReceipt",
  credit_memo: "CreditMemo",
  refund_receipt: "RefundReceipt",
  customer_refund: "Purchase",
  chargeback: "Purchase",
  chargeback_reversal: "Deposit",
  purchase_order: "PurchaseOrder",
} as const satisfies Record<string, string>;

export type PlayedKind = keyof typeof ENTITIES;
export const PLAYED_KINDS = Object.keys(ENTITIES).filter(isPlayedKind);

export function isPlayedKind(kind: string): kind is PlayedKind {
  return Object.hasOwn(ENTITIES, kind);
}

/** Nothing links these: what a payment names is a refund, or a bank deposit of the bookkeeper's. */
const NEVER_LINKED: ReadonlySet<PlayedKind> = new Set<PlayedKind>(["chargeback", "chargeback_reversal"]);

/** Links call a purchase an expense, as QuickBooks' pages do. An entity that no kind is has its own name. */
export const kindOfEntity = (entity: string): string => PLAYED_KINDS.find((kind) => !NEVER_LINKED.has(kind) && ENTITIES[kind] === (entity === "Expense" ? "Purchase" : entity)) ?? entity;
