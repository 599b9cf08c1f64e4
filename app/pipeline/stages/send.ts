/** Send: one write to the ledger. Intent committed → request → outcome; nothing else may write to a ledger's documents. */
import { Temporal } from "temporal-polyfill";
import { LATEST_COMMIT_HOURS, QUERY_LAG_MINUTES } from "#app/config/limits.ts";
import type { PlannedDocument } from "#app/domain/documents/document.ts";
import { KIND_WORDS, refKey } from "#app/domain/documents/kind.ts";
import { alreadyInQuickBooks, goneFromQuickBooks, numberTaken } from "#app/domain/issues/catalogue.ts";
import type { FoundDocument, Issue } from "#app/domain/issues/issue.ts";
import type { WriteName } from "#app/domain/plan/operation.ts";
import { failure, type Result, success } from "#app/domain/result.ts";
import type { DrainContext } from "../context.ts";
import { payloadHash } from "../keys.ts";
import type { Fault } from "../ports/fault.ts";
import type { LedgerDocument, LedgerWrite, LookUp } from "../ports/ledger.ts";
import { arrivedOnInvoice } from "./arrived-on-invoice.ts";
import { asItWasSent } from "./as-it-was-sent.ts";
import { echoIssues } from "./echo.ts";
import type { Instant } from "../ports/repositories.ts";
import { findOurs } from "./find-ours.ts";
import { namesake } from "./namesake.ts";
import { aspectsSent, type Execution, type KnownDocument, learn, nextRevision, referencesOf } from "./execution.ts";

export async function send(
  context: DrainContext, execution: Execution, op: WriteName, document: PlannedDocument,
): Promise<Result<LedgerDocument, Fault>> {
  const sendable = asItWasSent(context, execution, op, document);
  if (!sendable.ok) return sendable;
  // What changed since is the next run's business, once this one has its answer.
  if (sendable.value !== document) execution.unfinished = true;
  return write(context, execution, op, sendable.value);
}

async function write(
  context: DrainContext, execution: Execution, op: WriteName, document: PlannedDocument,
): Promise<Result<LedgerDocument, Fault>> {
  const { repositories, ledger, clock, log } = context;
  const committed = await commitIntent(context, execution, op, document);
  if (!committed.ok) return committed;
  const { operationId, postingId, request, lookUp, isFirstSending, unansweredSince } = committed.value;
  // A number is a guard of its own; without one only the ledger's memory of the key keeps the first sending and this one from being two documents.
  const isUnguarded = op === "create" && document.number === null;
  const copyMayComeUntil = isUnguarded && unansweredSince ? unansweredSince.add(LOOKED_FOR_AGAIN_AFTER) : null;
  await repositories.postings.markSent(operationId, clock.now(), copyMayComeUntil);
  const sentAt = clock.now();
  const answer = await ledger.write(request);
  const outcome = answer.ok ? answer : await afterFault(answer.failure);
  if (!outcome.ok) return outcome;
  if (op === "create" && wasAnsweredBefore(outcome.value, sentAt)) return secondLook(outcome.value);
  return written(outcome.value);

  async function written(echo: LedgerDocument): Promise<Result<LedgerDocument, Fault>> {
    await repositories.postings.settle(operationId, echo, aspectsSent(execution, document), clock.now());
    learn(execution, document, postingId, echo);
    execution.issues.push(...echoIssues(execution.order.name, op, document, echo));
    execution.timeline.push({ at: clock.now(), kind: `document_${op}`, data: { kind: document.kind, part: document.part, id: echo.id, number: echo.number } });
    log.info({ order: execution.order.name, kind: document.kind, op, id: echo.id }, "written to the books");
    return success(echo);
  }

  /** The first answer to this key, told once more: it says what the document was then, not whether it is there now. */
  async function secondLook(replayed: LedgerDocument): Promise<Result<LedgerDocument, Fault>> {
    const held = await ledger.read(document.kind, replayed.id);
    if (!held.ok) return held;
    if (held.value && held.value.status !== "voided") return written(held.value);
    if (!isFirstSending) {
      // Made by this very intent, and taken away by a person before we heard of it (law 6).
      await repositories.postings.settle(operationId, replayed, aspectsSent(execution, document), clock.now());
      await repositories.postings.markUndone(postingId, clock.now());
      return failure({ kind: "needs_input", issue: goneFromQuickBooks(execution.order.name, KIND_WORDS[document.kind]) });
    }
    // An intent that our record has lost made it, and it is gone: the next revision has a key of its own.
    await reject({ kind: "replayed", id: replayed.id });
    return write(context, execution, op, document);
  }

  async function afterFault(fault: Fault): Promise<Result<LedgerDocument, Fault>> {
    switch (fault.kind) {
      case "throttled":
      case "needs_auth":
      case "transient":
        // This sending took no effect; an earlier one still may.
        if (unansweredSince) await repositories.postings.markUnknown(operationId, "an earlier sending has no answer yet", clock.now());
        else await repositories.postings.release(operationId);
        return failure(fault);
      case "unknown":
        await repositories.postings.markUnknown(operationId, fault.detail, clock.now());
        return op === "create" ? foundOr(fault, await findOurs(context, lookUp)) : failure(fault);
      case "duplicate": {
        const ours = op === "create" ? await findOurs(context, lookUp) : success(null);
        if (!ours.ok || ours.value) return foundOr(fault, ours);
        const holder = await namesake(context, document, lookUp);
        // An earlier sending has no answer yet, and nobody else is seen to have the number: most likely it arrived, and queries do not tell of it yet.
        if (op === "create" && unansweredSince && !holder) {
          await repositories.postings.markUnknown(operationId, "its number is in use, most likely by an earlier sending", clock.now());
          return failure({ kind: "unknown", detail: fault.detail });
        }
        await reject(fault);
        return failure({ kind: "needs_input", issue: numberIssue(execution.order.name, document, holder) });
      }
      case "rejected":
      case "needs_input":
        return isUnguarded && unansweredSince ? refusedAgain(fault) : rejected(fault);
      case "conflict":
      case "defect":
        return rejected(fault);
    }
  }

  /** A refusal of the second sending does not say that the first one did not arrive, or will not: the invoice may be full because it did. */
  async function refusedAgain(fault: Fault): Promise<Result<LedgerDocument, Fault>> {
    const arrived = document.kind === "payment" ? await arrivedOnInvoice(context, execution, document) : success(null);
    if (arrived.ok && arrived.value) return success(arrived.value);
    await repositories.postings.markUnknown(operationId, "refused while an earlier sending has no answer yet", clock.now());
    return failure(arrived.ok ? fault : arrived.failure);
  }

  async function rejected(fault: Fault): Promise<Result<LedgerDocument, Fault>> {
    await reject(fault);
    return failure(fault);
  }

  /** What follows in this run needs a revision of its own. */
  async function reject(reason: object): Promise<void> {
    await repositories.postings.markRejected(operationId, reason, clock.now());
    execution.open = execution.open.filter((each) => each.operationId !== operationId);
  }
}

function numberIssue(orderName: string, document: PlannedDocument, holder: FoundDocument | null | undefined): Issue {
  const words = [orderName, KIND_WORDS[document.kind], document.number ?? document.part] as const;
  return holder === null ? numberTaken(...words) : alreadyInQuickBooks(...words, holder);
}

/** What was found under our marker counts as the write's answer; otherwise the fault stands. */
function foundOr(fault: Fault, found: Result<LedgerDocument | null, Fault>): Result<LedgerDocument, Fault> {
  return found.ok && found.value ? success(found.value) : failure(fault);
}

const LOOKED_FOR_AGAIN_AFTER = Temporal.Duration.from({ hours: LATEST_COMMIT_HOURS, minutes: QUERY_LAG_MINUTES });

/** Minutes between sending and the time at which the ledger says it made the document, beyond which clocks cannot be the reason. */
const CLOCKS_DIFFER_BY = Temporal.Duration.from({ minutes: 2 });

const wasAnsweredBefore = ({ createdAt }: LedgerDocument, sentAt: Instant): boolean =>
  createdAt !== null && Temporal.Instant.compare(createdAt.add(CLOCKS_DIFFER_BY), sentAt) < 0;

type Committed = { operationId: string; postingId: string; request: LedgerWrite; lookUp: LookUp; isFirstSending: boolean; /** When it left before, if it may still take effect. */ unansweredSince: Instant | null };

/** Commits posting and operation before anything leaves (R3). The same payload goes out under the same key again, a changed one under a new key. */
async function commitIntent(context: DrainContext, execution: Execution, op: WriteName, document: PlannedDocument): Promise<Result<Committed, Fault>> {
  const { repositories, ledger, requestKey, clock } = context;
  const { connection, shop, postings } = repositories;
  const known = execution.known.get(refKey(document));
  const requestFor = (requestId: string): LedgerWrite => {
    const common = { document, references: referencesOf(execution), requestId };
    if (op === "create") return { op, ...common };
    if (!known) throw new Error(`${op} of ${refKey(document)} without a document to ${op}`);
    return { op, ...common, existing: { id: known.id, syncToken: known.syncToken } };
  };
  const described = ledger.describe(requestFor(""));
  if (!described.ok) return described;
  const payload = described.value;
  const hash = payloadHash(payload);
  const sameIntent = execution.open.find((each) => refKey(each) === refKey(document) && each.op === op && each.payloadHash === hash);
  const revision = sameIntent?.revision ?? nextRevision(execution, document);
  const requestId = sameIntent?.requestId
    ?? requestKey({ realmId: connection.realmId, shopDomain: shop.domain, kind: document.kind, orderId: execution.order.id, part: keyPart(document.part, known), revision });
  const lookUp: LookUp = {
    kind: document.kind,
    number: document.number,
    reference: document.kind === "payment" ? document.reference : null,
    customerId: execution.customerId,
    date: document.date,
    marker: document.marker,
  };
  const ids = await postings.intend(
    { orderId: execution.order.id, postingId: known?.postingId ?? null, op, document, aspects: aspectsSent(execution, document), revision, requestId, payloadHash: hash, payload, lookUp },
    clock.now(),
  );
  // Another intent that was open for this document is closed by now; it must not be taken up again in this run.
  execution.open = execution.open.filter((each) => refKey(each) !== refKey(document) || each.requestId === requestId);
  return success({ ...ids, request: requestFor(requestId), lookUp, isFirstSending: sameIntent === undefined || sameIntent.sentAt === null, unansweredSince: sameIntent && sameIntent.state !== "intended" ? sameIntent.sentAt : null });
}

/** A change names the state it starts from: where our record was lost, its revision may have been used for another change, but never from this state (decision 019). */
const keyPart = (part: string, known: KnownDocument | undefined): string => (known ? `${part}@${known.syncToken}` : part);
