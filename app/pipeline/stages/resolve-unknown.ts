/** Unknown operations: a write whose answer was lost is looked up before anything else happens to its order (law 5). */
import { Temporal } from "temporal-polyfill";
import { LATEST_COMMIT_HOURS } from "#app/config/limits.ts";
import type { DocumentRef } from "#app/domain/documents/kind.ts";
import { type Aspects, applicationsText, hasTotal } from "#app/domain/plan/aspects.ts";
import type { PostedDocument } from "#app/domain/plan/operation.ts";
import type { Result } from "#app/domain/result.ts";
import { success } from "#app/domain/result.ts";
import type { DrainContext } from "../context.ts";
import type { Fault } from "../ports/fault.ts";
import type { LedgerDocument } from "../ports/ledger.ts";
import type { Instant, OpenOperation, OrderBooks } from "../ports/repositories.ts";
import { findOurs } from "./find-ours.ts";
import { liveRefs } from "./aspects-in-books.ts";

const LATEST_COMMIT = Temporal.Duration.from({ hours: LATEST_COMMIT_HOURS });

/**
 * A create that is found is settled. One that is not found stays unknown: it may go out again, but only as it was, under its own key.
 * An update needs no look-up to be safe: it carries a SyncToken, so a second one cannot take effect twice. It is read all the same, because the order may have
 * changed again: then the total that our own first update left there would look like somebody's hand.
 */
export async function resolveUnknown(context: DrainContext, { open, posted }: Pick<OrderBooks, "open" | "posted">): Promise<Result<{ changed: boolean }, Fault>> {
  const { repositories, clock } = context;
  let changed = false;
  for (const operation of open.filter((each) => each.state !== "intended")) {
    changed = true;
    if (operation.op !== "create") {
      const arrived = await arrivedChange(context, operation, posted);
      if (!arrived.ok) return arrived;
      if (arrived.value) await repositories.postings.settle(operation.operationId, arrived.value, operation.aspects, clock.now());
      else await repositories.postings.release(operation.operationId);
      continue;
    }
    const found = await findOurs(context, operation.lookUp);
    if (!found.ok) return found;
    if (found.value) await repositories.postings.settle(operation.operationId, found.value, aspectsFound(operation, found.value, posted), clock.now());
    else if (isPast(operation, clock.now())) await repositories.postings.release(operation.operationId);
    else await repositories.postings.markUnknown(operation.operationId, "looked up and not found yet", clock.now());
  }
  return success({ changed });
}

/** The document, where it has the total that the update was to give it and that it did not have before. */
async function arrivedChange({ ledger }: DrainContext, { op, kind, part, aspects, ledgerId }: OpenOperation, posted: readonly PostedDocument[]): Promise<Result<LedgerDocument | null, Fault>> {
  const known = posted.find((document) => document.kind === kind && document.part === part);
  if (op !== "update" || ledgerId === null || !known || aspects.lines === undefined || hasTotal(aspects, known.total)) return success(null);
  const read = await ledger.read(kind, ledgerId);
  if (!read.ok) return read;
  return success(read.value && read.value.status !== "voided" && hasTotal(aspects, read.value.total) ? read.value : null);
}

/** A payment whose answer was lost may have been spread over other invoices at its creation (05 §1.7): said as it is, so that the plan puts it back. */
function aspectsFound({ kind, aspects }: OpenOperation, echo: LedgerDocument, posted: readonly PostedDocument[]): Aspects {
  if (kind !== "payment") return aspects;
  const ours = liveRefs(posted);
  return { ...aspects, applications: applicationsText(echo.links.flatMap(({ kind: to, id, amount }) =>
    to !== "other" && amount ? [{ to: ours.get(`${to}/${id}`) ?? { kind: to, part: `of another order, ${id}` }, amount }] : [])) };
}

const isPast = ({ sentAt }: OpenOperation, now: Instant): boolean => sentAt === null || Temporal.Instant.compare(sentAt.add(LATEST_COMMIT), now) < 0;

/** Creates that may still turn up in the books, whatever the plan says now. */
export const stillUnknown = (open: readonly OpenOperation[], isKnown: (ref: DocumentRef) => boolean): boolean =>
  open.some((operation) => operation.op === "create" && operation.state !== "intended" && !isKnown(operation));
