/** Shared state of executing one order's operations: what is known of the order's documents in the books, and what was written in this run. */
import type { Temporal } from "temporal-polyfill";
import type { Books, ItemKey } from "#app/domain/books/books.ts";
import type { PlannedDocument } from "#app/domain/documents/document.ts";
import type { DocumentRef } from "#app/domain/documents/kind.ts";
import { refKey } from "#app/domain/documents/kind.ts";
import type { Issue } from "#app/domain/issues/issue.ts";
import type { Money } from "#app/domain/money/money.ts";
import type { Order } from "#app/domain/order/order.ts";
import { type Aspects, aspectsOf } from "#app/domain/plan/aspects.ts";
import type { PostedDocument } from "#app/domain/plan/operation.ts";
import type { Fault } from "../ports/fault.ts";
import type { LedgerDocument, References } from "../ports/ledger.ts";
import type { OpenOperation, OrderBooks, TimelineEntry } from "../ports/repositories.ts";
import type { SalesOrdersNow } from "./sales-orders-now.ts";

/** `total` and `date`: what the ledger says. */
export type KnownDocument = { postingId: string; id: string; syncToken: string; total: Money; date: Temporal.PlainDate };

export type Execution = {
  order: Order;
  books: Books;
  customerId: string;
  items: ReadonlyMap<ItemKey, string>;
  /** Documents of the order that are in the books, by `refKey`. */
  known: Map<string, KnownDocument>;
  /** Postings that were there before this run. */
  before: ReadonlySet<string>;
  /** Sales orders that a person edited, by `refKey`: what she put on them is asked for before it is written over or invoiced. */
  editedByHand: Set<string>;
  /** Reads the batch's sales orders, once. */
  salesOrders: SalesOrdersNow;
  open: OpenOperation[];
  revisions: Map<string, number>;
  /** Payments that the ledger itself brought to where the plan wants them, by `refKey`; nothing is left to send for them. */
  asPlanned: Set<string>;
  /** A document went out in an earlier form, so the plan is not reached yet. */
  unfinished: boolean;
  timeline: TimelineEntry[];
  issues: Issue[];
};

/** Why an order's operations stopped before the end; what was written before stays written and recorded. */
export type Stop = { fault: Fault };

export const referencesOf = (execution: Execution): References => ({
  customerId: execution.customerId,
  items: execution.items,
  documents: new Map([...execution.known].map(([key, { id }]) => [key, id])),
});

export function knownDocuments({ posted }: OrderBooks): Map<string, KnownDocument> {
  return new Map(posted.map((document: PostedDocument) => [refKey(document), { postingId: document.postingId, id: document.ledgerId, syncToken: document.syncToken, total: document.total, date: document.date }]));
}

export const editedByHand = ({ posted }: OrderBooks): Set<string> => new Set(posted.filter(({ aspects }) => aspects.editedByHand !== undefined).map(refKey));

/** What is recorded as sent, and still that a person edited it. */
export const aspectsSent = ({ editedByHand: edited }: Pick<Execution, "editedByHand">, document: PlannedDocument): Aspects =>
  edited.has(refKey(document)) ? { ...aspectsOf(document), editedByHand: "yes" } : aspectsOf(document);

export function learn(execution: Execution, ref: DocumentRef, postingId: string, echo: LedgerDocument): void {
  execution.known.set(refKey(ref), { postingId, id: echo.id, syncToken: echo.syncToken, total: echo.total, date: echo.date });
}

/** The number of distinct operations this document had, and one more from now on (law 4). */
export function nextRevision(execution: Execution, ref: DocumentRef): number {
  const revision = execution.revisions.get(refKey(ref)) ?? 0;
  execution.revisions.set(refKey(ref), revision + 1);
  return revision;
}
