/**
 * Look-up-first: before anything is created for an order that may be in the books without our record (placed before the connection was made, or before
 * our database was lost or restored), every document it can have is looked for (law 4). Many orders share a few reads. It writes nothing to the ledger.
 */
import type { Temporal } from "temporal-polyfill";
import { asDecided } from "#app/domain/decision/as-decided.ts";
import { decide } from "#app/domain/decision/decide.ts";
import type { PlannedDocument } from "#app/domain/documents/document.ts";
import { possibleDays } from "#app/domain/documents/possible-days.ts";
import { type DocumentRef, KIND_WORDS, refKey } from "#app/domain/documents/kind.ts";
import { alreadyInQuickBooks } from "#app/domain/issues/catalogue.ts";
import type { Issue } from "#app/domain/issues/issue.ts";
import type { Order } from "#app/domain/order/order.ts";
import { aspectsOf } from "#app/domain/plan/aspects.ts";
import { plan } from "#app/domain/plan/plan.ts";
import { possibleDocuments } from "#app/domain/plan/possible-documents.ts";
import { type Result, success } from "#app/domain/result.ts";
import type { CustomerKey } from "#app/domain/books/books.ts";
import { customerKey } from "#app/domain/books/customer.ts";
import { inCurrency } from "#app/domain/books/in-currency.ts";
import { asAccepted, worldOf } from "../as-ruled.ts";
import type { DrainContext } from "../context.ts";
import type { Fault } from "../ports/fault.ts";
import type { LedgerDocument, LookUp } from "../ports/ledger.ts";
import type { OrderBooks, TimelineEntry } from "../ports/repositories.ts";
import type { BatchTerms } from "../process-order.ts";
import { aspectsInBooks } from "./aspects-in-books.ts";
import { verifyPosted } from "./verify-posted.ts";

/** What was looked for and what the books hold under those numbers and references, whoever made it. */
export type LookedFor = { possible: PlannedDocument[]; found: LedgerDocument[]; customer: CustomerKey };

/** One entry per order whose record is in doubt. */
export async function lookUpFirst(context: DrainContext, terms: BatchTerms, orders: readonly Order[]): Promise<Result<ReadonlyMap<string, LookedFor>, Fault>> {
  const { repositories, ledger } = context;
  const pending = await repositories.lookUps.pending(orders.map(({ id, placedAt }) => ({ orderId: id, placedAt })));
  const possible = orders.filter(({ id }) => pending.has(id)).flatMap((order) => documentsOf(context, terms, order));
  if (possible.length === 0) return success(new Map());
  const { timeZone } = repositories.shop;
  const { closedThrough } = terms.books.company;
  const answer = await ledger.lookUpAll(possible.flatMap(({ order, documents }) => documents.flatMap((document) => lookUpsOf(document, possibleDays(document, { order, timeZone, closedThrough })))));
  if (!answer.ok) return answer;
  return success(new Map(possible.map(({ order, documents, planned }) => {
    const found = answer.value.filter((each) => documents.some((wanted) => couldBe(wanted, each)));
    return [order.id, { possible: asFound(documents, found, planned), customer: customerKey(order, terms.books.company), found }];
  })));
}

/** What the documents that are ours hold hangs on which of them there are: they are planned once more as the course that led to these. */
function asFound(documents: readonly PlannedDocument[], found: readonly LedgerDocument[], planned: (existing: readonly DocumentRef[]) => PlannedDocument[]): PlannedDocument[] {
  const ours = documents.filter((document) => found.some((held) => isOurs(document, held)));
  const again = new Map(planned(ours).map((document) => [refKey(document), document]));
  return documents.map((document) => again.get(refKey(document)) ?? document);
}

function documentsOf(context: DrainContext, { books, settings, rules }: BatchTerms, asRead: Order): { order: Order; documents: PlannedDocument[]; planned: (existing: readonly DocumentRef[]) => PlannedDocument[] }[] {
  const { shop } = context.repositories;
  const world = worldOf(context, { books, settings });
  const read = asAccepted(asRead, { rules, settings }, world);
  // Whether rules skip or hold it: what is in the books is followed, so it has to be found first.
  const decision = decide({ order: read, settings, rules, ...world, entered: true, follows: true });
  const order = asDecided(read, decision);
  const input = { shop, order, decision, books: inCurrency(books, order.currency), settings };
  return [{ order, documents: possibleDocuments({ ...input, existing: [] }), planned: (existing) => plan({ ...input, existing }).documents }];
}

/** The customer is not known yet; documents without number or reference are looked for by their day. A rule's payment that became the real one may have either reference. */
function lookUpsOf({ kind, number, date, marker, part, ...rest }: PlannedDocument, days: readonly Temporal.PlainDate[]): LookUp[] {
  if (number === null && !("reference" in rest)) return days.map((day) => ({ kind, number, date: day, marker, reference: null, customerId: "" }));
  const references = "reference" in rest ? [...new Set([rest.reference, ...(rest.became === undefined ? [] : [part])])] : [null];
  return references.map((reference) => ({ kind, number, date, marker, reference, customerId: "" }));
}

/** Ours by its marker, or somebody else's under the same number or reference; a voided one is nothing to adopt and in nobody's way. */
const isOurs = (wanted: PlannedDocument, held: LedgerDocument): boolean => wanted.kind === held.kind && held.status !== "voided" && held.memo.includes(wanted.marker);
const hasItsNumber = (wanted: PlannedDocument, held: LedgerDocument): boolean =>
  wanted.kind === held.kind && held.status !== "voided" && (wanted.kind === "payment" ? held.reference === wanted.reference : wanted.number !== null && held.number === wanted.number);
const couldBe = (wanted: PlannedDocument, held: LedgerDocument): boolean => isOurs(wanted, held) || hasItsNumber(wanted, held);

export type Reconciled = {
  /** Somebody else's document has the order's number, and nothing in the books is ours. */
  inTheWay: Issue | null;
  /** What was adopted. */
  timeline: TimelineEntry[];
};

/**
 * Brings our record of one order in line with what was found: what we had is looked at again, what carries our marker is adopted. An order of which
 * nothing is ours while somebody else's document has its number gets that as its issue, and nothing is created for it (A29).
 */
export async function reconcile(
  context: DrainContext, order: Order, { possible, found, customer: key }: LookedFor, inBooks: OrderBooks, isWanted: (ref: DocumentRef) => boolean,
): Promise<Result<Reconciled, Fault>> {
  const { repositories, clock } = context;
  const marked = new Map(possible.flatMap((document) => found.filter((held) => isOurs(document, held)).map((held) => [`${held.kind}/${held.id}`, { kind: document.kind, part: document.part }])));
  const verified = await verifyPosted(context, inBooks, found, marked);
  if (!verified.ok) return verified;
  const live = new Map(verified.value.live);
  const had = new Set([...live.values()].map(refKey));
  const ours = possible.filter((document) => !had.has(refKey(document))).flatMap((document) => {
    const echo = found.find((held) => isOurs(document, held));
    return echo ? [{ document, echo }] : [];
  });
  for (const { document, echo } of ours) live.set(`${echo.kind}/${echo.id}`, { kind: document.kind, part: document.part });
  for (const each of ours) await takeOver(context, order, each, { inBooks, live, key });

  const foreign = live.size > 0 ? [] : possible.filter(isWanted).flatMap((document) => found.filter((held) => hasItsNumber(document, held)).map((held) => ({ document, held })));
  const timeline = ours.map(({ document, echo }): TimelineEntry => ({ at: clock.now(), kind: "document_adopt", data: { kind: document.kind, part: document.part, id: echo.id, number: echo.number } }));
  const [first] = foreign;
  if (first) {
    const { document: { kind, part, number }, held } = first;
    return success({ timeline, inTheWay: alreadyInQuickBooks(order.name, KIND_WORDS[kind], number ?? part, { kind, part, ledgerId: held.id, differs: false }) });
  }
  await repositories.lookUps.done([order.id], clock.now());
  return success({ timeline, inTheWay: null });
}

async function takeOver(
  { repositories, clock }: DrainContext, order: Order, { document, echo }: { document: PlannedDocument; echo: LedgerDocument },
  { inBooks, live, key }: { inBooks: OrderBooks; live: ReadonlyMap<string, DocumentRef>; key: CustomerKey },
): Promise<void> {
  const { postings, bindings } = repositories;
  const aspects = aspectsInBooks({ kind: document.kind, aspects: aspectsOf(document) }, echo, live);
  const intended = inBooks.open.find((operation) => operation.op === "create" && refKey(operation) === refKey(document));
  if (intended) await postings.settle(intended.operationId, echo, aspects, clock.now());
  else await postings.adopt({ orderId: order.id, document, echo, aspects, revision: inBooks.revisions.get(refKey(document)) ?? 0 }, clock.now());
  // Later documents go to the customer that these belong to, also where the name has changed since. A bank deposit names none.
  if (echo.customerId !== "" && !(await bindings.load("customer", [key])).has(key)) await bindings.bind("customer", { localKey: key, ledgerId: echo.customerId, name: null, details: {} }, clock.now());
}
