/** Books as an order of one currency sees them: what customers owe is kept on an account of its own per currency (05 §1.1). Chooses no other account. */
import type { Account, Books, CompanyFacts } from "./books.ts";

export const isForeign = (currency: string, { homeCurrency, multiCurrency }: Pick<CompanyFacts, "homeCurrency" | "multiCurrency">): boolean => multiCurrency && currency !== homeCurrency;

/** Null while nothing was ever sold in that currency: QuickBooks makes the account with the first document. */
export function foreignReceivable({ accounts }: Pick<CompanyFacts, "accounts">, currency: string): Account | null {
  const found = accounts.find((account) => account.type === "Accounts Receivable" && account.currency === currency);
  return found ? { id: found.id, name: found.name } : null;
}

const AWAITED = "receivable:";

/** Whether an account stands for one that QuickBooks has not made yet, so that nothing may name it on the wire. */
export const isAwaited = ({ id }: Account): boolean => id.startsWith(AWAITED);

export function inCurrency(books: Books, currency: string): Books {
  if (!isForeign(currency, books.company)) return books;
  const receivable = foreignReceivable(books.company, currency) ?? { id: `${AWAITED}${currency}`, name: `Accounts Receivable (A/R) - ${currency}` };
  return { ...books, accounts: { ...books.accounts, receivable } };
}

/** Without those of other currencies, which QuickBooks keeps beside them. */
export const homeAccounts = ({ accounts, homeCurrency }: Pick<CompanyFacts, "accounts" | "homeCurrency">): CompanyFacts["accounts"] =>
  accounts.filter(({ currency }) => !currency || currency === homeCurrency);
