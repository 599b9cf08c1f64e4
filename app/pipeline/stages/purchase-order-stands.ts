/**
 * Whether a purchase order has to stay as it is, asked before it is changed: what was billed, closed, e-mailed or changed by a person is hers. Then the order
 * goes on and a person is told (design page 03, "Drop shipping"). It never writes.
 */
import type { PurchaseOrderDocument } from "#app/domain/documents/document.ts";
import { KIND_WORDS, refKey } from "#app/domain/documents/kind.ts";
import { purchaseOrderStays } from "#app/domain/issues/purchase-issues.ts";
import { equals, formatMoney } from "#app/domain/money/money.ts";
import { aspectsOf } from "#app/domain/plan/aspects.ts";
import { type Result, success } from "#app/domain/result.ts";
import type { DrainContext } from "../context.ts";
import type { Fault } from "../ports/fault.ts";
import type { LedgerDocument } from "../ports/ledger.ts";
import type { Execution } from "./execution.ts";

export async function purchaseOrderStands({ ledger, repositories, clock }: DrainContext, execution: Execution, document: PurchaseOrderDocument): Promise<Result<boolean, Fault>> {
  const known = execution.known.get(refKey(document));
  if (!known) return success(false);
  const read = await ledger.read("purchase_order", known.id);
  // What is gone is told where the ledger refuses the update.
  if (!read.ok || !read.value) return read.ok ? success(false) : read;
  const held = read.value;
  if (isAsPlanned(held, document)) {
    await repositories.postings.observe(known.postingId, { echo: held, aspects: aspectsOf(document) }, clock.now());
    return success(true);
  }
  const why = held.status === "billed" || held.status === "closed" || held.status === "emailed" ? held.status : equals(held.total, known.total) ? null : "changed";
  if (why === null) {
    execution.known.set(refKey(document), { ...known, syncToken: held.syncToken });
    return success(false);
  }
  const wanted = document.standing === "closed" ? "nothing of it is to be bought" : `it would come to ${formatMoney(document.total)} ${document.total.currency}`;
  execution.issues.push(purchaseOrderStays(execution.order.name, `${KIND_WORDS.purchase_order} ${document.number ?? document.part}`, why, wanted));
  return success(true);
}

/** A person did by hand what was to be done. */
const isAsPlanned = ({ status, total }: LedgerDocument, document: PurchaseOrderDocument): boolean =>
  document.standing === "closed" ? status === "closed" : status !== "closed" && equals(total, document.total);
