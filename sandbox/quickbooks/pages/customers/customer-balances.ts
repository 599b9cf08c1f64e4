/** What each customer owes on invoices, and what waits as credit: unapplied payments and credit memos, less what was given back and is not linked yet. Kept apart, as a bookkeeper reads them. */
import type { Books } from "../../company/state.ts";
import { amountOr0 } from "../../rules/amounts.ts";
import { unlinkedRefunds } from "../../rules/unlinked-refunds.ts";
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
  add("CreditMemo", "RemainingCredit", "credit");
  for (const { customerId, open } of unlinkedRefunds(books)) {
    const balance = balances.get(customerId) ?? { open: 0n, credit: 0n };
    balances.set(customerId, { ...balance, credit: balance.credit - open });
  }
  return balances;
}
