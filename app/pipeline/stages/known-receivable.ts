/**
 * QuickBooks makes the receivable account of a foreign currency with the first document in it, which may be one of the very run that then names the account:
 * a customer refund. Before it goes out the company is read again. It changes nothing else of what was planned.
 */
import { foreignReceivable, isAwaited } from "#app/domain/books/in-currency.ts";
import type { Operation } from "#app/domain/plan/operation.ts";
import { type Result, success } from "#app/domain/result.ts";
import type { DrainContext } from "../context.ts";
import type { Fault } from "../ports/fault.ts";

/** The operation as planned where the account is not there yet: the ledger then says so. */
export async function withKnownReceivable({ repositories, ledger, clock }: DrainContext, operation: Operation): Promise<Result<Operation, Fault>> {
  if (operation.op !== "create" && operation.op !== "update") return success(operation);
  const { document } = operation;
  if (document.kind !== "customer_refund" || !isAwaited(document.receivable)) return success(operation);
  const company = await ledger.readCompany();
  if (!company.ok) return company;
  await repositories.connection.saveCompany(company.value, clock.now());
  const receivable = foreignReceivable(company.value, document.currency);
  return success(receivable ? { ...operation, document: { ...document, receivable } } : operation);
}
