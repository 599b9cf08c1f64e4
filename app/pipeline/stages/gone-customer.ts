/**
 * The customer of a refused document: merged into another one by the bookkeeper, or made inactive. A merge moves the customer's documents, so where ours
 * stand now says which one it is. Never makes a customer, and never makes one active again: whoever made it inactive had a reason.
 */
import { customerKey } from "#app/domain/books/customer.ts";
import { customerInactive } from "#app/domain/issues/catalogue.ts";
import { failure, type Result, success } from "#app/domain/result.ts";
import type { DrainContext } from "../context.ts";
import type { Fault } from "../ports/fault.ts";
import type { LedgerCustomer } from "../ports/ledger.ts";
import type { Execution } from "./execution.ts";
import { bindCustomer } from "./references.ts";

/** The customer that stands in place of the order's, bound and named by the execution from now on; null where the order's is in use. */
export async function survivorOf(context: DrainContext, execution: Execution): Promise<Result<LedgerCustomer | null, Fault>> {
  const { order, books, customerId } = execution;
  const bound = await inUse(context, customerId);
  if (!bound.ok) return bound;
  if (bound.value) return success(null);
  const survivor = await whereOursStand(context, customerId);
  if (!survivor.ok) return survivor;
  const key = customerKey(order, books.company);
  if (!survivor.value) {
    const name = (await context.repositories.bindings.load("customer", [key])).get(key)?.name;
    return failure({ kind: "needs_input", issue: customerInactive(name ?? customerId) });
  }
  await bindCustomer(context, key, survivor.value);
  execution.customerId = survivor.value.id;
  return survivor;
}

/** Where documents that we made for the customer name another one now who is in use, that one. */
async function whereOursStand(context: DrainContext, customerId: string): Promise<Result<LedgerCustomer | null, Fault>> {
  for (const { kind, ledgerId } of await context.repositories.postings.ofCustomer(customerId)) {
    const held = await context.ledger.read(kind, ledgerId);
    if (!held.ok) return held;
    if (!held.value || held.value.customerId === customerId) continue;
    const named = await inUse(context, held.value.customerId);
    if (!named.ok || named.value) return named;
  }
  return success(null);
}

async function inUse({ ledger }: DrainContext, id: string): Promise<Result<LedgerCustomer | null, Fault>> {
  const found = await ledger.findCustomers([], [id]);
  return found.ok ? success(found.value[0] ?? null) : found;
}
