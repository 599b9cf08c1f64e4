/** Whether a sales receipt that is to follow its order stands on a bank deposit, where QuickBooks lets nobody change it (story A39). Reads only; it must never send anything. */
import { refKey } from "#app/domain/documents/kind.ts";
import { receiptDeposited } from "#app/domain/issues/receipt-deposited.ts";
import type { Operation } from "#app/domain/plan/operation.ts";
import { failure, type Result, success } from "#app/domain/result.ts";
import type { DrainContext } from "../context.ts";
import type { Fault } from "../ports/fault.ts";
import type { Execution } from "./execution.ts";

export async function receiptMayFollow({ ledger }: DrainContext, { known, order }: Execution, operation: Operation): Promise<Result<null, Fault>> {
  if (operation.op !== "update" || operation.document.kind !== "sales_receipt") return success(null);
  const held = known.get(refKey(operation.document));
  if (!held) return success(null);
  const { number, date } = operation.posted;
  const deposited = await ledger.deposited([{ kind: "sales_receipt", id: held.id }], date);
  if (!deposited.ok) return deposited;
  const [first] = deposited.value;
  return first ? failure({ kind: "needs_input", issue: receiptDeposited(order.name, number ?? held.id, first.depositDate.toString()) }) : success(null);
}
