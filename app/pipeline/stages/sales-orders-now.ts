/** The sales orders of a batch as the ledger holds them now: one metered query for all of them, asked the first time an invoice is made from one, and never for a batch that makes none. */
import type { PostedDocument } from "#app/domain/plan/operation.ts";
import { type Result, success } from "#app/domain/result.ts";
import type { DrainContext } from "../context.ts";
import type { Fault } from "../ports/fault.ts";
import type { LedgerDocument } from "../ports/ledger.ts";

/** By the ledger's id. A query may be some seconds behind (05 §1.13): one that a person saved just now is told as it was before. */
export type SalesOrdersNow = () => Promise<Result<ReadonlyMap<string, LedgerDocument>, Fault>>;

export function salesOrdersNow(context: DrainContext, orderIds: readonly string[]): SalesOrdersNow {
  let answered: ReadonlyMap<string, LedgerDocument> | null = null;
  return async () => {
    if (answered) return success(answered);
    const open = await openSalesOrders(context, orderIds);
    const found = await context.ledger.lookUpAll(open.map(({ kind, number, date }) => ({ kind, number, date, reference: null, customerId: "", marker: "" })));
    if (!found.ok) return found;
    answered = new Map(found.value.map((document) => [document.id, document]));
    return success(answered);
  };
}

async function openSalesOrders({ repositories }: DrainContext, orderIds: readonly string[]): Promise<PostedDocument[]> {
  const books = await repositories.postings.forOrders(orderIds);
  return [...books.values()].flatMap(({ posted }) => posted).filter(({ kind, aspects }) => kind === "sales_order" && aspects.standing !== "closed");
}
