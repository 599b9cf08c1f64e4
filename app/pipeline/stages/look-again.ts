/**
 * Look again: a payment has no number that would keep a second one out. One that went out again while the answer to its first sending was missing is looked
 * for once more when the first can no longer come, and a copy of it is taken out of the books (law 5). It touches nothing without our marker.
 */
import { Temporal } from "temporal-polyfill";
import { refKey } from "#app/domain/documents/kind.ts";
import { madeTwice } from "#app/domain/issues/catalogue.ts";
import type { Issue } from "#app/domain/issues/issue.ts";
import type { OperationName } from "#app/domain/plan/operation.ts";
import { type Result, success } from "#app/domain/result.ts";
import type { DrainContext } from "../context.ts";
import type { Fault } from "../ports/fault.ts";
import type { LedgerDocument } from "../ports/ledger.ts";
import type { MaybeTwice, OrderBooks } from "../ports/repositories.ts";
import { everyOneOfOurs } from "./find-ours.ts";
import { standIn } from "./stand-in.ts";
import { named, whyNotRemovable } from "./removal-guard.ts";
import { type Removal, removeDocument } from "./remove-document.ts";

type Asked = { orderId: string; orderName: string; closedThrough: Temporal.PlainDate | null };

/** One issue per copy that has to stay for a person to remove; a fault when it could not be looked, or the copy not be removed, just now. */
export async function lookAgain(context: DrainContext, asked: Asked, books: OrderBooks): Promise<Result<Issue[], Fault>> {
  const { repositories, clock } = context;
  const issues: Issue[] = [];
  const counting = { open: books.open, revisions: new Map(books.revisions) };
  for (const each of books.maybeTwice.filter(({ until }) => Temporal.Instant.compare(until, clock.now()) <= 0)) {
    const ours = await everyOneOfOurs(context, each.lookUp);
    if (!ours.ok) return ours;
    const staying: Issue[] = [];
    const kept = await keptOf(context, each, books, ours.value);
    if (!kept.ok) return kept;
    for (const copy of ours.value.filter(({ id }) => id !== kept.value)) {
      const removed = await removeCopy(context, asked, { books, counting, each, copy });
      if (!removed.ok) return removed;
      if (removed.value) staying.push(removed.value);
    }
    issues.push(...staying);
    if (staying.length > 0) continue;
    // A removal whose answer was lost has taken effect: there is no copy any more.
    for (const { operationId } of books.open.filter(({ op, postingId }) => isRemoval(op) && postingId === each.document.postingId)) {
      await repositories.postings.settleRemoval(operationId, clock.now());
    }
    await repositories.postings.observe(each.document.postingId, { once: true }, clock.now());
  }
  return success(issues);
}

/** The one that stays: our record's own document, or the first copy where a person took that one away. */
async function keptOf(context: DrainContext, each: MaybeTwice, books: OrderBooks, ours: readonly LedgerDocument[]): Promise<Result<string, Fault>> {
  const { kind, ledgerId } = each.document;
  // Nothing is taken out before the one that is to stay was read: the query may tell of it although it is gone.
  if (ours.every(({ id }) => id === ledgerId)) return success(ledgerId);
  const own = await context.ledger.read(kind, ledgerId);
  if (!own.ok) return own;
  const isGone = own.value === null || own.value.status === "voided";
  const instead = isGone ? await standIn(context, each, books.posted, ours.filter(({ id }) => id !== ledgerId)) : success(null);
  return instead.ok ? success(instead.value?.id ?? ledgerId) : instead;
}

const isRemoval = (op: OperationName): boolean => op === "delete" || op === "void";

type Copy = { books: OrderBooks; counting: Removal["books"]; each: MaybeTwice; copy: LedgerDocument };

async function removeCopy(
  context: DrainContext, { orderId, orderName, closedThrough }: Asked, { books, counting, each: { document }, copy }: Copy,
): Promise<Result<Issue | null, Fault>> {
  const stays = success(madeTwice(orderName, named(copy), copy.id, copy.total));
  const isOwn = ({ kind, id }: LedgerDocument["links"][number]): boolean => books.posted.some((posted) => posted.kind === kind && posted.ledgerId === id);
  const obstacles = await whyNotRemovable(context, orderName, [{ ...copy, links: copy.links.filter((link) => !isOwn(link)) }], closedThrough);
  if (!obstacles.ok) return obstacles;
  if (obstacles.value.length > 0) return stays;
  const removed = await removeDocument(context, { orderId, document: { ...document, ledgerId: copy.id, syncToken: copy.syncToken }, isCopy: true, books: counting });
  if (removed.ok) {
    context.log.warn({ order: orderName, document: refKey(document), copy: copy.id }, "QuickBooks had made a document twice; the copy was removed");
    return success(null);
  }
  switch (removed.failure.kind) {
    case "needs_input":
    case "duplicate":
    case "rejected":
    case "defect":
      return stays;
    case "transient":
    case "throttled":
    case "unknown":
    case "conflict":
    case "needs_auth":
      return removed;
  }
}
