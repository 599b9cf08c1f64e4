/**
 * Remove an order from the books because a person asked for it (design page 01, "Remove from QuickBooks"): everything that Tieout made for it, payments first,
 * or nothing. It never touches a document of anybody else, and what was removed is made again only by a person's resync (law 6).
 */
import { Temporal } from "temporal-polyfill";
import type { CompanyFacts } from "#app/domain/books/books.ts";
import type { DocumentKind } from "#app/domain/documents/kind.ts";
import { removalStopped } from "#app/domain/issues/catalogue.ts";
import type { Issue } from "#app/domain/issues/issue.ts";
import type { PostedDocument } from "#app/domain/plan/operation.ts";
import { type Result, success } from "#app/domain/result.ts";
import { byWhom } from "./by-whom.ts";
import type { DrainContext } from "./context.ts";
import type { Fault } from "./ports/fault.ts";
import type { LedgerDocument } from "./ports/ledger.ts";
import type { Instant, OrderBooks, TimelineEntry, Wish } from "./ports/repositories.ts";
import { lookAgain } from "./stages/look-again.ts";
import { named, whyNotRemovable } from "./stages/removal-guard.ts";
import { removeDocument } from "./stages/remove-document.ts";
import { resolveUnknown, stillUnknown } from "./stages/resolve-unknown.ts";

/** Deleting a payment releases its invoice, and an invoice its sales order: each goes after what hangs on it. */
const TURN = { payment: 0, purchase_order: 0, customer_refund: 1, credit_memo: 1, refund_receipt: 1, invoice: 1, sales_receipt: 1, sales_order: 2, chargeback_reversal: 0, chargeback: 1 } as const satisfies Record<DocumentKind, number>;

type Standing = { document: PostedDocument; echo: LedgerDocument };

/** The fault for which it is tried again, or null when it is done or refused. */
export async function removeOrder(context: DrainContext, { closedThrough }: Pick<CompanyFacts, "closedThrough">, wish: Wish, startedAt: Instant): Promise<Fault | null> {
  const { repositories } = context;
  if (wish.state === "done") return recordRemoved(context, wish, startedAt, []);
  const before = await loadBooks(context, wish.orderId);
  if (!before.ok) return waiting(context, wish, startedAt, before.failure, []);
  const copies = await lookAgain(context, { orderId: wish.orderId, orderName: wish.orderName, closedThrough }, before.value);
  if (!copies.ok) return waiting(context, wish, startedAt, copies.failure, []);
  // A copy that was taken out has used a revision of its document.
  const books = before.value.maybeTwice.length > 0 ? await loadBooks(context, wish.orderId) : before;
  if (!books.ok) return waiting(context, wish, startedAt, books.failure, []);
  if (copies.value.length > 0) return refuse(context, wish, startedAt, copies.value, []);
  if (stillUnknown(books.value.open, () => false) || books.value.maybeTwice.some(({ until }) => Temporal.Instant.compare(until, context.clock.now()) > 0)) {
    return waiting(context, wish, startedAt, { kind: "unknown", detail: "a document that was sent may still turn up in the books" }, []);
  }
  const standing = await readStanding(context, books.value.posted);
  if (!standing.ok) return waiting(context, wish, startedAt, standing.failure, []);
  const obstacles = await whyNotRemovable(context, wish.orderName, standing.value.map(({ echo }) => echo), closedThrough);
  if (!obstacles.ok) return waiting(context, wish, startedAt, obstacles.failure, []);
  if (obstacles.value.length > 0) return refuse(context, wish, startedAt, obstacles.value, []);

  const timeline: TimelineEntry[] = [];
  const counting = { open: books.value.open, revisions: new Map(books.value.revisions) };
  for (const { document, echo } of standing.value) {
    const removed = await removeDocument(context, { orderId: wish.orderId, document: { ...document, syncToken: echo.syncToken }, books: counting });
    if (!removed.ok) {
      const words = wordsOf(removed.failure);
      return words === null ? waiting(context, wish, startedAt, removed.failure, timeline) : refuse(context, wish, startedAt, [removalStopped(wish.orderName, named(echo), words)], timeline);
    }
    timeline.push({ at: context.clock.now(), kind: "document_remove", data: { kind: document.kind, part: document.part, id: document.ledgerId, number: document.number, by: wish.askedBy } });
  }
  await repositories.wishes.settle(wish, "done", context.clock.now());
  return recordRemoved(context, wish, startedAt, timeline);
}

async function loadBooks(context: DrainContext, orderId: string): Promise<Result<OrderBooks, Fault>> {
  const { postings } = context.repositories;
  const load = async (): Promise<OrderBooks> => (await postings.forOrders([orderId])).get(orderId) ?? { posted: [], undone: [], open: [], maybeTwice: [], revisions: new Map() };
  const first = await load();
  const resolved = await resolveUnknown(context, first);
  return resolved.ok ? success(resolved.value.changed ? await load() : first) : resolved;
}

/** What is still in the books, in the order in which it goes; what a person took away meanwhile is noted. */
async function readStanding({ repositories, ledger, clock }: DrainContext, posted: readonly PostedDocument[]): Promise<Result<Standing[], Fault>> {
  const standing: Standing[] = [];
  for (const document of [...posted].sort((a, b) => TURN[a.kind] - TURN[b.kind])) {
    const read = await ledger.read(document.kind, document.ledgerId);
    if (!read.ok) return read;
    if (read.value && read.value.status !== "voided") standing.push({ document, echo: read.value });
    else await repositories.postings.markUndone(document.postingId, clock.now());
  }
  return success(standing);
}

/** What a person is told of a fault that trying again does not mend; null for the others. */
function wordsOf(fault: Fault): string | null {
  switch (fault.kind) {
    case "needs_input":
      return fault.issue.sentence;
    case "rejected":
      return `${fault.message} (code ${fault.code}${fault.transactionId ? `, transaction ${fault.transactionId}` : ""})`;
    case "duplicate":
    case "defect":
      return fault.detail;
    case "transient":
    case "throttled":
    case "unknown":
    case "conflict":
    case "needs_auth":
      return null;
  }
}

async function waiting({ repositories, clock }: DrainContext, { orderId }: Wish, startedAt: Instant, fault: Fault, timeline: readonly TimelineEntry[]): Promise<Fault> {
  await repositories.orders.recordAside(orderId, { state: "waiting", reason: "Waiting for QuickBooks: its documents are being removed.", issues: [], timeline }, clock.now(), startedAt);
  return fault;
}

/** The wish ends here: a removal must not happen days later by itself, because a period was opened for something else. */
async function refuse({ repositories, clock }: DrainContext, wish: Wish, startedAt: Instant, issues: readonly Issue[], timeline: readonly TimelineEntry[]): Promise<null> {
  await repositories.wishes.settle(wish, "refused", clock.now(), issues);
  const reason = issues[0]?.sentence ?? "Nothing was removed.";
  await repositories.orders.recordAside(wish.orderId, { state: "attention", reason, issues, timeline }, clock.now(), startedAt);
  return null;
}

async function recordRemoved({ repositories, clock }: DrainContext, wish: Wish, startedAt: Instant, timeline: readonly TimelineEntry[]): Promise<null> {
  const reason = `Removed from QuickBooks ${byWhom(wish, repositories.shop)}. Press Resync to make its documents again.`;
  await repositories.orders.recordAside(wish.orderId, { state: "undone", reason, issues: [], timeline }, clock.now(), startedAt);
  return null;
}
