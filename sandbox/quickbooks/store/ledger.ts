/** Double entry: the balanced entries of every posting transaction. Must never store an entry that does not balance. */
import type { Books, StoredPosting } from "../company/state.ts";
import { assign } from "../company/state.ts";

/** Minor units of the company's currency, debit positive; `customerId` on receivable lines only, with `customerMinor` where the customer's currency is another. */
export type Posting = { accountId: string; customerId?: string; minor: bigint; customerMinor?: bigint };

/** Replaces the entries of a transaction; an empty list removes them. Throws when debits and credits differ. */
export function post(books: Books, transaction: string, postings: readonly Posting[]): void {
  const difference = postings.reduce((sum, posting) => sum + posting.minor, 0n);
  if (difference !== 0n) throw new Error(`${transaction} does not balance: ${difference} minor units too much on debit`);
  const { ledger } = books.state;
  for (const old of ledger.entries[transaction] ?? []) addToTotals(books, old, -1n);
  const stored = postings.filter((posting) => posting.minor !== 0n).map(toStored);
  for (const entry of stored) addToTotals(books, entry, 1n);
  assign(books, ledger.entries, transaction, stored.length > 0 ? stored : undefined);
}

/** Debits less credits of an account, in minor units. */
export function accountBalance(books: Books, accountId: string): bigint {
  return BigInt(books.state.ledger.accounts[accountId] ?? "0");
}

/** What a customer owes (negative: credit), in minor units of her currency. */
export function customerBalance(books: Books, customerId: string): bigint {
  return BigInt(books.state.ledger.customers[customerId] ?? "0");
}

function toStored({ customerMinor, ...posting }: Posting): StoredPosting {
  return { ...posting, minor: posting.minor.toString(), ...(customerMinor === undefined ? {} : { customerMinor: customerMinor.toString() }) };
}

function addToTotals(books: Books, entry: StoredPosting, sign: bigint): void {
  const { accounts, customers } = books.state.ledger;
  add(books, accounts, entry.accountId, sign * BigInt(entry.minor));
  if (entry.customerId !== undefined) add(books, customers, entry.customerId, sign * BigInt(entry.customerMinor ?? entry.minor));
}

function add(books: Books, totals: Record<string, string>, key: string, minor: bigint): void {
  assign(books, totals, key, (BigInt(totals[key] ?? "0") + minor).toString());
}
