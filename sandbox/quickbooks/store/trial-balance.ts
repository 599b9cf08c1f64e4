/** The trial balance of a company, as an accountant reads it. Reads only. */
import { companyDigits } from "../company/digits.ts";
import type { Books } from "../company/state.ts";
import { printMinor } from "../wire/decimal.ts";
import { idOf, textOf } from "../wire/json.ts";
import { accountBalance } from "./ledger.ts";
import { listRows } from "./rows.ts";

export type TrialBalanceRow = { account: string; type: string; debit: string; credit: string };

/** Accounts with a balance, in the order of the chart; amounts as decimal strings, the empty side "0.00". */
export function trialBalance(books: Books): TrialBalanceRow[] {
  const digits = companyDigits(books);
  return listRows(books, "Account").flatMap((account) => {
    const minor = accountBalance(books, idOf(account));
    if (minor === 0n) return [];
    return [
      {
        account: textOf(account, "FullyQualifiedName") ?? "",
        type: textOf(account, "AccountType") ?? "",
        debit: printMinor(minor > 0n ? minor : 0n, digits),
        credit: printMinor(minor < 0n ? -minor : 0n, digits),
      },
    ];
  });
}
