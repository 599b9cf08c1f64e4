/** The ledger port: what the pipeline needs of any set of books. Implementations never retry a write by themselves and never show a vendor type. */
import type { Temporal } from "temporal-polyfill";
import type { CompanyFacts, CustomerKey, ItemKey, ItemPrice, ItemPurchase, ItemType, Vendor } from "#app/domain/books/books.ts";
import type { CustomFieldValue, PlannedDocument } from "#app/domain/documents/document.ts";
import type { DocumentKind } from "#app/domain/documents/kind.ts";
import type { RemovalName } from "#app/domain/plan/operation.ts";
import type { Money } from "#app/domain/money/money.ts";
import type { Address } from "#app/domain/order/order.ts";
import type { Result } from "#app/domain/result.ts";
import type { Fault } from "./fault.ts";

/** `currency`: null in companies of one currency. `taxable`: false for one whom the ledger charges no tax; null where it does not say. */
export type LedgerCustomer = { id: string; displayName: string; email: string | null; active: boolean; currency: string | null; taxable: boolean | null };
/** `members`: what one bundle holds, with quantities as decimal text; only a bundle has them, and no income account (its id is empty). */
export type LedgerItem = {
  id: string; name: string; sku: string | null; incomeAccount: { id: string; name: string }; type?: ItemType | undefined; purchase?: ItemPurchase | undefined; price?: ItemPrice | undefined;
  members?: readonly { id: string; name: string; quantity: string }[] | undefined;
};

export type NewCustomer = {
  displayName: string;
  givenName: string | null;
  familyName: string | null;
  company: string | null;
  email: string | null;
  phone: string | null;
  billTo: Address | null;
  shipTo: Address | null;
  /** ISO code, or null where the company has one currency only. */
  currency: string | null;
};

export type NewItem = { name: string; sku: string | null; description: string | null; incomeAccountId: string; taxable: boolean; /** For what is bought as well. */ expenseAccountId?: string | undefined };

/** A document as the ledger holds it: the echo of a write, or the answer of a read. */
export type LedgerDocument = {
  kind: DocumentKind;
  /** The ledger's own entity name, such as `Estimate`. */
  entity: string;
  id: string;
  syncToken: string;
  number: string | null;
  date: Temporal.PlainDate;
  customerId: string;
  total: Money;
  /** Invoices: what is still open. Payments: what is not applied. Null where the entity has none. */
  balance: Money | null;
  tax: Money | null;
  /** `pending`, `accepted`, `closed`, `open`, `voided` …, in our words; of a purchase order also `emailed` and `billed`. */
  status: string;
  memo: string;
  reference: string | null;
  /** When the ledger made it, by its own clock; null where it does not say. */
  createdAt: Temporal.Instant | null;
  links: { kind: DocumentKind | "other"; id: string; amount: Money | null }[];
  /** Sales orders, invoices and sales receipts: what a person may have put on it. */
  byHand?: HandWritten;
  /** Payments, receipts and refunds: the account that the money was put on, or went back from; left out where the ledger does not say. */
  deposit?: string | undefined;
};

/** `lines` in the ledger's order, without subtotals; `itemId` is null for a discount line. */
export type HandWritten = { classId: string | null; lines: { itemId: string | null; amount: Money; classId: string | null }[]; customFields: CustomFieldValue[] };

/** Ledger ids for everything a document names. */
export type References = {
  customerId: string;
  items: ReadonlyMap<ItemKey, string>;
  /** By `refKey` of documents of the same order that are in the books already. */
  documents: ReadonlyMap<string, string>;
};

export type LedgerWrite =
  | { op: "create"; document: PlannedDocument; references: References; requestId: string }
  | { op: "update" | "apply" | "close"; document: PlannedDocument; references: References; requestId: string; existing: { id: string; syncToken: string } };

/** How a document whose write has no known outcome is looked for. */
export type LookUp = {
  kind: DocumentKind;
  number: string | null;
  reference: string | null;
  customerId: string;
  date: Temporal.PlainDate;
  marker: string;
};

export type LedgerRemoval = { op: RemovalName; kind: DocumentKind; existing: { id: string; syncToken: string }; requestId: string };

/** What can stand on a bank deposit. */
export type Depositable = { kind: Extract<DocumentKind, "payment" | "sales_receipt" | "refund_receipt">; id: string };

/** A document that stands on a bank deposit: it cannot be changed or removed before it is taken off there. */
export type DepositedDocument = Depositable & { depositId: string; depositDate: Temporal.PlainDate };

export interface Ledger {
  /** `paymentMethods`: read them too; a metered call that only some rules need. */
  readCompany(wanted?: { paymentMethods: boolean }): Promise<Result<CompanyFacts, Fault>>;
  /** Active customers with one of these display names (exact, case-insensitive), or of these ids. */
  findCustomers(displayNames: readonly string[], ids?: readonly string[]): Promise<Result<LedgerCustomer[], Fault>>;
  /** Active items whose SKU, name or id is among these, and that can be sold: with an income account, or as a bundle. */
  findItems(wanted: { skus: readonly string[]; names: readonly string[]; ids?: readonly string[] }): Promise<Result<LedgerItem[], Fault>>;
  /** Active vendors with one of these names (exact, case-insensitive), or of these ids. */
  findVendors(names: readonly string[], ids: readonly string[]): Promise<Result<Vendor[], Fault>>;
  createCustomer(customer: NewCustomer, requestId: string): Promise<Result<LedgerCustomer, Fault>>;
  createItem(item: NewItem, requestId: string): Promise<Result<LedgerItem, Fault>>;
  /** The exact request body that `write` would send, for hashing and for preview; a document the ledger cannot carry is a `defect`. */
  describe(write: LedgerWrite): Result<unknown, Fault>;
  write(write: LedgerWrite): Promise<Result<LedgerDocument, Fault>>;
  /** Null when there is no such document (any more). */
  read(kind: DocumentKind, id: string): Promise<Result<LedgerDocument | null, Fault>>;
  /** Takes a document out of the books; the ledger's own links follow. */
  remove(removal: LedgerRemoval): Promise<Result<null, Fault>>;
  /** Which of these stand on bank deposits; one metered read. `since`: no deposit can be older, the date of the oldest of them. */
  deposited(documents: readonly Depositable[], since: Temporal.PlainDate): Promise<Result<DepositedDocument[], Fault>>;
  /** Takes what a payment, as just read, covers of one invoice off it again; its other applications to invoices stay. */
  takeOff(payment: LedgerDocument, invoiceId: string, requestId: string): Promise<Result<LedgerDocument, Fault>>;
  /** Every document that fits the number, reference, or customer and date; the caller compares markers. */
  lookUp(wanted: LookUp): Promise<Result<LedgerDocument[], Fault>>;
  /** The same for many documents at once, in as few reads as possible: by number or reference, and by date where a document has neither. */
  lookUpAll(wanted: readonly LookUp[]): Promise<Result<LedgerDocument[], Fault>>;
}

export type { CustomerKey };
