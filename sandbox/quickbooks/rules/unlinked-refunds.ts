/** Money given back to customers that no payment or credit memo accounts for yet. Reads only. */
import type { Books } from "../company/state.ts";
import { listRows } from "../store/rows.ts";
import { appliedTo } from "./applications.ts";
import { LINKABLES } from "./linkables.ts";

/** Amounts in minor units; expenses of which nothing is open are left out. */
export function unlinkedRefunds(books: Books): { customerId: string; open: bigint }[] {
  const expense = LINKABLES.Expense;
  if (!expense) return [];
  return listRows(books, expense.entity).flatMap((row) => {
    const customerId = expense.customer(books, row);
    const open = expense.full(books, row) - appliedTo(books, row);
    return customerId === undefined || open === 0n ? [] : [{ customerId, open }];
  });
}
