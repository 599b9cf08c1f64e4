/** Double entry: the balanced entries of every posting transaction. Must never store an entry that does not balance. */
import type { Books, StoredPosting } from "../company/state.ts";
import { assign } from "../company/state.ts";

/** Minor units, debit positive; `customerId` on receivable lines only. */
export type Posting = { accountId: string; customerId?: string; minor: bigint };

/** Replaces the entries of a transaction; an empty list removes them. Throws when debits and credits differ. */
export function post(books: Books, transaction: string, postings: readonly Posting[]): void {
  const difference = postings.reduce((sum, posting) => sum + posting.minor, 0n);
  if (difference !== 0n) throw new Error(`${transaction} does not balance: ${difference} minor units too much on debit`);
  const { ledger } = books.state;
  for (const old of ledger.entries[transaction] ?? []) addToTotals(books, old, -BigInt(old.minor));
  const stored = postings.filter((posting) => posting.minor !== 0n).map(toStored);
  for (const entry of stored) addToTotals(books, entry, BigInt(entry.minor));
  assign(books, ledger.entries, transaction, stored.length > 0 ? stored : undefined);
}

/** Debits less credits of an account, in minor units. */
export function accountBalance(books: Books, accountId: string): bigint {
  return BigInt(books.state.ledger.accounts[accountId] ?? "0");
}

/** What a customer owes (negative: credit), in minor units. */
export function customerBalance(books: Books, customerId: string): bigint {
  return BigInt(books.state.ledger.customers[customerId] ?? "0");
}

function toStored(posting: Posting): StoredPosting {
  return { ...posting, minor: posting.minor.toString() };
}

function addToTotals(books: Books, entry: StoredPosting, minor: bigint): void {
  const { accounts, customers } = books.state.ledger;
  add(books, accounts, entry.accountId, minor);
  if (entry.customerId !== undefined) add(books, customers, entry.customerId, minor);
}

function add(books: Books, totals: Record<string, string>, key: string, minor: bigint): void {
  assign(books, totals, key, (BigInt(totals[key] ?? "0") + minor).toString());
}
