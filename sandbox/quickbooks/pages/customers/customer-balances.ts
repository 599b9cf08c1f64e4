/** What each customer owes on invoices, and what waits as unapplied credit. Kept apart, as a bookkeeper reads them. */
import type { Books } from "../../company/state.ts";
import { amountOr0 } from "../../rules/amounts.ts";
import { listRows } from "../../store/rows.ts";
import { refOf } from "../../wire/json.ts";

export type CustomerBalance = { open: bigint; credit: bigint };

/** By customer id; customers without documents are not in it. */
export function customerBalances(books: Books): Map<string, CustomerBalance> {
  const balances = new Map<string, CustomerBalance>();
  const add = (entity: string, property: string, part: keyof CustomerBalance): void => {
    for (const row of listRows(books, entity)) {
      const id = refOf(row, "CustomerRef") ?? "";
      const balance = balances.get(id) ?? { open: 0n, credit: 0n };
      balances.set(id, { ...balance, [part]: balance[part] + amountOr0(books, row, property) });
    }
  };
  add("Invoice", "Balance", "open");
  add("Payment", "UnappliedAmt", "credit");
  return balances;
}
