/** The kinds of documents that Tieout makes. A new kind is added here; the build then names every ledger and table that must answer. */

export const DOCUMENT_KINDS = ["sales_order", "invoice", "payment", "sales_receipt", "credit_memo", "refund_receipt", "customer_refund",
  "chargeback", "chargeback_reversal", "purchase_order",
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** Points at one document of an order: its kind and its part (`1`, or what it follows from: a transaction, a change of the order). */
export type DocumentRef = { kind: DocumentKind; part: string };

export const refKey = ({ kind, part }: DocumentRef): string => `${kind}/${part}`;

/** How people call the kinds in a sentence. */
export const KIND_WORDS = {
  sales_order: "sales order", invoice: "invoice", payment: "payment", sales_receipt: "sales receipt", credit_memo: "credit memo", refund_receipt: "refund receipt", customer_refund: "customer refund", purchase_order: "purchase order",
  chargeback: "chargeback expense", chargeback_reversal: "chargeback reversal",
} as const satisfies Record<DocumentKind, string>;

/** Whether a kind posts to the ledger; closed books leave alone what does not. */
export const POSTS = { sales_order: false, invoice: true, payment: true, sales_receipt: true, credit_memo: true, refund_receipt: true, customer_refund: true, chargeback: true, chargeback_reversal: true, purchase_order: false } as const satisfies Record<DocumentKind, boolean>;
