/** Planned documents: what should exist in the books for one order, in the books' own terms but without any ledger's wire types. */
import type { Temporal } from "temporal-polyfill";
import type { Account, CustomFieldDefinition, ItemKey, TaxRate } from "../books/books.ts";
import { add, type Money, subtract } from "../money/money.ts";
import type { Address } from "../order/order.ts";
import type { DocumentKind, DocumentRef } from "./kind.ts";
import type { Leg } from "./leg.ts";

export type LineRole = "product" | "shipping" | "tip" | "gift_card" | "duties" | "fees" | "cash_rounding" | "sales_tax" | "marketplace_tax" | "discount" | "gift_card_used" | "refund_discrepancy" | "bundle_difference";

export type DocumentLine = {
  role: LineRole;
  /** Null only for a discount that the ledger carries as a discount line rather than an item. */
  item: ItemKey | null;
  /** What `item` stands in for: the product's own, which would come back on stock. Which one stands in is the merchant's choice of that day, and no reason to write. */
  standsFor?: ItemKey;
  /** The order's line, and the bundle that it sells: this is a part of it, or what the parts' prices lack of its amount. */
  partOf?: { lineId: string; bundle: ItemKey };
  description: string;
  /** Null where a quantity would not multiply out to the amount exactly (QuickBooks error 6070). */
  quantity: number | null;
  unitPrice: Money | null;
  /** Without tax. Positive adds to the document's total, negative (a discount) takes away. */
  amount: Money;
  taxed: boolean;
  account: Account;
  /** Outside the US: the code that the line's set of taxes maps to, and the set's key. */
  taxCode?: { id: string; name: string; set: string } | undefined;
  /** Where prices include tax: the amount as the buyer sees it. */
  withTax?: Money | undefined;
  /** The class of a rule or setting, where the company classes lines. */
  classId?: string | undefined;
};

/** What rules and settings put on a form beside its lines; ids of the ledger. */
export type FormChoices = { classId?: string | undefined; departmentId?: string | undefined; /** ISO date. */ shipDate?: string | undefined; customerMessage?: string | undefined };

/** What one rate of the company makes of the document: on `net`, which may be less than nothing where a discount is larger than what it is for. */
export type DocumentTaxLine = { rate: TaxRate; net: Money; amount: Money };

/**
 * How the document's tax is told to the ledger. `us`: as one total. `none`: the company keeps no sales tax, so it travels as a line.
 * `exclusive` and `inclusive`: per rate, with prices as the shop shows them.
 */
export type DocumentTaxes = { mode: "us" | "none" } | { mode: "exclusive" | "inclusive"; lines: DocumentTaxLine[] };

type Base = {
  part: string;
  /** The document's number in the books; null where the company numbers by itself. */
  number: string | null;
  date: Temporal.PlainDate;
  /** The day that it would have, were the books not closed through that day. */
  closedDay?: Temporal.PlainDate | undefined;
  currency: string;
  total: Money;
  legs: Leg[];
  /** Text for people, with the order's name and link. */
  memo: string;
  /** Identifies shop, order, kind and part inside the memo; what look-ups and adoption trust. */
  marker: string;
  /** What rules and settings said of the order when this was planned, as far as documents in the books keep it (decision/kept-by-rules.ts). */
  ruled?: string | undefined;
  /** What the bundles on it held (plan/kept-bundles.ts). */
  bundles?: string | undefined;
};

type SalesBody = {
  lines: DocumentLine[];
  /** Tax sent as the document's tax total; zero where tax travels as a line. */
  tax: Money;
  /** Left out: `us`. */
  taxes?: DocumentTaxes | undefined;
  billTo: Address | null;
  shipTo: Address | null;
  email: string | null;
  /** Fields of the company's own on its forms that the order has something for. */
  customFields?: CustomField[] | undefined;
  chosen?: FormChoices | undefined;
};

export type CustomFieldValue = { id: string; value: string };
export type CustomField = CustomFieldDefinition & CustomFieldValue;

/** When the customer has to pay. Of the two the ledger's own terms may be missing, or Shopify's date. */
export type DueTerms = { term: { id: string; name: string } | null; due: Temporal.PlainDate | null };

/** Pending while unpaid, accepted once paid, closed once invoiced. */
export type Standing = "pending" | "accepted" | "closed";

/** Classes that a person gave its lines, by its own lines; known where it is updated. */
type ClassedByHand = { lineClasses?: (string | null)[] | undefined };

export type SalesOrderDocument = Base & SalesBody & { kind: "sales_order"; standing: Standing } & ClassedByHand;

/** `covers`: changes of the order that its lines hold already. */
export type InvoiceDocument = Base & SalesBody & {
  kind: "invoice"; salesOrder: DocumentRef | null; covers: string[]; terms?: DueTerms | undefined; kept?: KeptByHand | undefined;
  /** Of which shipment it is; without it, of the whole order. */
  shipment?: string;
  /** What its sales order comes to, where that is more. */
  salesOrderTotal?: Money;
  /** It is to be sent to the buyer's e-mail address. */
  byEmail?: boolean | undefined;
} & ClassedByHand;

/** What a bookkeeper put on the sales order before its invoice was made (story A26). Null: nothing, or nothing else than ours. */
export type KeptByHand = { memo: string | null; classId: string | null; /** By the invoice's own lines. */ lineClasses: (string | null)[]; customFields: CustomFieldValue[] };

/** What a payment covers (an invoice, a customer refund), or the credit that it spends on that (a credit memo). */
export type Application = { to: DocumentRef; amount: Money };

export type PaymentDocument = Base & {
  kind: "payment";
  /** Null where no money comes in: a payment of 0 that spends a credit memo. */
  deposit: Account | null;
  /** At most 21 characters; unique per payment, so it is the natural key of look-ups. */
  reference: string;
  gatewayName: string;
  /** The payment method of the ledger that a rule, or a setting for its gateway, names. */
  methodId?: string | undefined;
  applications: Application[];
  /** Of a payment that a rule made: the real transaction that it is, once that came. */
  became?: string | undefined;
  /** The write that makes it that one: its day, account, reference and method go along. */
  becomes?: true;
};

/** A sale whose money is there: in place of an invoice and its payment. */
export type SalesReceiptDocument = Base & SalesBody & { kind: "sales_receipt"; deposit: Account; gatewayName: string; covers: string[]; methodId?: string | undefined; /** A rule's. */ paymentReference?: string | undefined } & ClassedByHand;

/** What was sold goes back, and the customer has credit for it. */
export type CreditMemoDocument = Base & SalesBody & { kind: "credit_memo" };

/** What was sold goes back, and its money with it. */
export type RefundReceiptDocument = Base & SalesBody & { kind: "refund_receipt"; deposit: Account; gatewayName: string; methodId?: string | undefined };

/** Money of the customer's goes back: an expense on receivables, paid for by the customer's unapplied credit. */
export type CustomerRefundDocument = Base & { kind: "customer_refund"; deposit: Account; receivable: Account; gatewayName: string };

/** What of a chargeback goes on which account; amounts are positive. */
export type ChargebackLine = { description: string; account: Account; amount: Money };
type ChargebackBody = { deposit: Account; gatewayName: string; expenses: ChargebackLine[] };

/** What the buyer's bank took of the deposit account, with its fee: an expense, since the sale stays what it was. */
export type ChargebackDocument = Base & ChargebackBody & { kind: "chargeback" };

/** What of that came back, on the day it did. */
export type ChargebackReversalDocument = Base & ChargebackBody & { kind: "chargeback_reversal" };

/** `unitCost` as decimal text: what is bought may cost parts of a cent. `lineId`: the order's line, which stays with the document that bought it first. `perBundle`: of what a bundle holds, how much one of it does, as decimal text. */
export type PurchaseLine = { lineId: string; item: ItemKey; description: string; quantity: number; unitCost: string; amount: Money; perBundle?: string | undefined; /** A rule's class, where the company classes lines. */ classId?: string | undefined };

/** What a vendor is to ship to the customer. It posts nothing; the vendor's bill does. */
export type PurchaseOrderDocument = Base & {
  kind: "purchase_order";
  vendor: { id: string; name: string };
  payable: Account;
  /** Counts the order's purchase orders; the number ends with it. */
  ordinal: number;
  /** Closed once nothing is left to ship; its lines then stay as they were. */
  standing: "open" | "closed";
  lines: PurchaseLine[];
  shipTo: Address | null;
  /** US companies name a tax code on every line. */
  codesLines: boolean;
  chosen?: FormChoices | undefined;
};

export type PlannedDocument =
  | SalesOrderDocument | InvoiceDocument | PaymentDocument | SalesReceiptDocument | CreditMemoDocument | RefundReceiptDocument | CustomerRefundDocument
  | ChargebackDocument | ChargebackReversalDocument | PurchaseOrderDocument;

/** Documents that have lines and tax, as a sale has. */
export type SalesFormDocument = Exclude<PlannedDocument, PaymentDocument | CustomerRefundDocument | ChargebackDocument | ChargebackReversalDocument | PurchaseOrderDocument>;
const NO_SALES_FORMS: ReadonlySet<DocumentKind> = new Set<DocumentKind>(["payment", "customer_refund", "chargeback", "chargeback_reversal", "purchase_order"]);
export const isSalesForm = (document: PlannedDocument): document is SalesFormDocument => !NO_SALES_FORMS.has(document.kind);

/** Every line that names an item, with what a missing item is made from. */
export const itemLines = (document: PlannedDocument): { item: ItemKey; description: string; taxed: boolean }[] =>
  document.kind === "purchase_order"
    ? document.lines.map(({ item, description }) => ({ item, description, taxed: false }))
    : isSalesForm(document) ? document.lines.flatMap(({ item, description, taxed }) => (item === null ? [] : [{ item, description, taxed }])) : [];

/** What a payment has left: its money and the credit it spends, less what it covers. */
export const unappliedOf = ({ total, applications }: Pick<PaymentDocument, "total" | "applications">): Money =>
  applications.reduce((left, { to, amount }) => (to.kind === "credit_memo" ? add(left, amount) : subtract(left, amount)), total);
