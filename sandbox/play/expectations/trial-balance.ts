/** Compares the company's trial balance with signed figures, debit positive. */
import { amountText, millionths } from "../result/amount.ts";
import type { TrialBalanceRow } from "../result/result.ts";

export const signedBalance = ({ debit, credit }: Pick<TrialBalanceRow, "debit" | "credit">): bigint => millionths(debit) - millionths(credit);

/** `only`: accounts that are not named must be zero. An account that the books do not list has the balance 0. */
export function trialBalanceFailures(expected: Record<string, string>, rows: readonly TrialBalanceRow[], only: boolean): string[] {
  const balances = new Map(rows.map((row) => [row.account, signedBalance(row)]));
  const off = Object.entries(expected).flatMap(([account, amount]) => {
    const found = balances.get(account) ?? 0n;
    return found === millionths(amount) ? [] : [`${account} is ${amountText(found)}, expected ${amount}`];
  });
  if (!only) return off;
  const unnamed = [...balances].filter(([account, balance]) => balance !== 0n && !(account in expected));
  return [...off, ...unnamed.map(([account, balance]) => `${account} is ${amountText(balance)}, expected nothing on it`)];
}
