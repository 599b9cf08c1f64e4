/** The kinds of documents that Tieout makes. A new kind is added here; the build then names every ledger and table that must answer. */

export const DOCUMENT_KINDS = ["sales_order", "invoice", "payment", "sales_receipt"] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** Points at one document of an order: its kind and its part (`1`, or the payment's transaction). */
export type DocumentRef = { kind: DocumentKind; part: string };

export const refKey = ({ kind, part }: DocumentRef): string => `${kind}/${part}`;

/** How people call the kinds in a sentence. */
export const KIND_WORDS = { sales_order: "sales order", invoice: "invoice", payment: "payment", sales_receipt: "sales receipt" } as const satisfies Record<DocumentKind, string>;
