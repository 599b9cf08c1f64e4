/**
 * Become real: a payment that a rule made gets the day, account, reference and method of the money that came for it. What stands on a bank deposit or in a
 * closed period is never moved; that is told, and everything else of the order goes on.
 */
import type { PaymentDocument } from "#app/domain/documents/document.ts";
import { refKey } from "#app/domain/documents/kind.ts";
import { ruledPaymentStays } from "#app/domain/issues/rule-issues.ts";
import { equals } from "#app/domain/money/money.ts";
import { aspectsOf } from "#app/domain/plan/aspects.ts";
import type { Operation } from "#app/domain/plan/operation.ts";
import { failure, type Result, success } from "#app/domain/result.ts";
import type { DrainContext } from "../context.ts";
import type { Fault } from "../ports/fault.ts";
import type { LedgerDocument } from "../ports/ledger.ts";
import type { Execution } from "./execution.ts";

type Becoming = { op: "update"; document: PaymentDocument; posted: Extract<Operation, { op: "update" }>["posted"] };

const isBecoming = (operation: Operation): operation is Becoming => operation.op === "update" && operation.document.kind === "payment" && operation.document.becomes === true;

/** The operation as the books allow it; null where nothing is left of it. */
export async function asBooksAllow(context: DrainContext, execution: Execution, operation: Operation): Promise<Result<Operation | null, Fault>> {
  const known = execution.known.get(refKey(operation.document));
  if (!isBecoming(operation) || !known) return success(operation);
  const { document, posted } = operation;
  const read = await context.ledger.read("payment", known.id);
  if (!read.ok) return read;
  if (!read.value || read.value.status === "voided") return success(operation);
  const why = await whyItStays(context, execution, document, read.value);
  if (!why.ok) return why;
  if (why.value === null) return success(operation);
  const { becomes: _, ...settled } = document;
  // A person may have moved it to where the money came in.
  if (isThere(document, read.value)) {
    await context.repositories.postings.observe(known.postingId, { aspects: { ...posted.aspects, became: aspectsOf(document).became } }, context.clock.now());
    return success(applying(settled, posted));
  }
  const issue = ruledPaymentStays(execution.order.name, { date: posted.date.toString(), cameOn: document.date.toString(), cameTo: document.deposit?.name ?? "", why: why.value });
  if (!equals(document.total, posted.total)) return failure({ kind: "needs_input", issue });
  execution.issues.push(issue);
  return success(applying({ ...settled, became: posted.aspects.became }, posted));
}

const applying = (document: PaymentDocument, posted: Becoming["posted"]): Operation | null =>
  aspectsOf(document).applications === posted.aspects.applications ? null : { op: "apply", document, posted };

const isThere = (document: PaymentDocument, held: LedgerDocument): boolean =>
  held.date.equals(document.date) && held.deposit === document.deposit?.id && equals(held.total, document.total);

async function whyItStays({ ledger }: DrainContext, { books }: Execution, document: PaymentDocument, held: LedgerDocument): Promise<Result<{ closedThrough: string } | { deposit: string } | null, Fault>> {
  const { closedThrough } = books.company;
  if (closedThrough !== null && [held.date, document.date].some((day) => day.toString() <= closedThrough.toString())) return success({ closedThrough: closedThrough.toString() });
  const deposited = await ledger.deposited([{ kind: "payment", id: held.id }], held.date);
  if (!deposited.ok) return deposited;
  const [first] = deposited.value;
  return success(first ? { deposit: `deposit ${first.depositId} of ${first.depositDate.toString()}` } : null);
}
