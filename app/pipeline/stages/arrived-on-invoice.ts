/**
 * A payment whose first sending has no answer, and whose second one is refused, may itself be what fills its invoice. Reads by id see it at once, where a query
 * may still lag behind (05 §1.17). Reads only.
 */
import type { PaymentDocument } from "#app/domain/documents/document.ts";
import { refKey } from "#app/domain/documents/kind.ts";
import { type Result, success } from "#app/domain/result.ts";
import type { DrainContext } from "../context.ts";
import type { Fault } from "../ports/fault.ts";
import type { LedgerDocument } from "../ports/ledger.ts";
import type { Execution } from "./execution.ts";

/** The payment on one of its invoices that carries its marker; null where there is none. */
export async function arrivedOnInvoice({ ledger }: DrainContext, execution: Execution, { applications, marker }: PaymentDocument): Promise<Result<LedgerDocument | null, Fault>> {
  for (const { to } of applications) {
    const known = execution.known.get(refKey(to));
    const invoice = known ? await ledger.read("invoice", known.id) : success(null);
    if (!invoice.ok) return invoice;
    for (const { kind, id } of invoice.value?.links ?? []) {
      const payment = kind === "payment" ? await ledger.read("payment", id) : success(null);
      if (!payment.ok) return payment;
      if (payment.value && payment.value.status !== "voided" && payment.value.memo.includes(marker)) return success(payment.value);
    }
  }
  return success(null);
}
