/** The currency of a document (05, 1.1): the company's own, or with multicurrency that of its customer; what it comes to in the company's books. */
import { hasCurrencies } from "../company/digits.ts";
import type { Books } from "../company/state.ts";
import { account } from "../entities/account.ts";
import { currencyReference } from "../entities/currency.ts";
import type { Posting } from "../store/ledger.ts";
import { findRow, insertRow, listRows } from "../store/rows.ts";
import { currencyDigits, multiplyToMinor, parseDecimal, toMinor } from "../wire/decimal.ts";
import type { JsonObject } from "../wire/json.ts";
import { asText, idOf, objectsOf, refOf } from "../wire/json.ts";
import { businessError, invalidNumber, requiredMissing } from "../wire/refusals.ts";
import { requireHomeCurrency } from "./own-currency.ts";

/** `CurrencyRef` and `ExchangeRate` as the document gets them. `customer`: whose currency it must be; none where it is not a customer's. */
export function documentCurrency(books: Books, draft: JsonObject, customer: JsonObject | undefined): JsonObject {
  if (!hasCurrencies(books)) {
    requireHomeCurrency(books, draft);
    return { CurrencyRef: currencyReference(books.state.currency) };
  }
  const sent = refOf(draft, "CurrencyRef");
  if (sent === undefined) throw requiredMissing("CurrencyRef");
  const theirs = customer && (refOf(customer, "CurrencyRef") ?? books.state.currency);
  if (theirs !== undefined && theirs !== sent) throw businessError(`The currency ${sent} of the transaction is not the customer's, which is ${theirs}`);
  requireWholeUnits(draft, sent);
  return { CurrencyRef: currencyReference(sent), ExchangeRate: exchangeRate(draft) };
}

/** Home units for one foreign unit; 1 unless given (no rates of the day are simulated). */
function exchangeRate(draft: JsonObject): number {
  const { ExchangeRate: rate } = draft;
  if (rate === undefined) return 1;
  if (typeof rate !== "number" || rate <= 0) throw invalidNumber("ExchangeRate", asText(rate));
  return rate;
}

/** There are no parts of a yen. */
function requireWholeUnits(draft: JsonObject, currency: string): void {
  const digits = currencyDigits(currency);
  for (const amount of [draft.TotalAmt, ...objectsOf(draft, "Line").map((line) => line.Amount)]) {
    if (amount !== undefined && toMinor(amount, digits) === undefined) throw invalidNumber("Amount", asText(amount));
  }
}

const isForeign = (books: Books, row: JsonObject): boolean => (refOf(row, "CurrencyRef") ?? books.state.currency) !== books.state.currency;

/** The entries of a document in home currency; receivables of another currency stand on an account of their own, made when first needed. What rounding leaves goes to the first entry. */
export function inHomeCurrency(books: Books, row: JsonObject, postings: readonly Posting[]): readonly Posting[] {
  if (!isForeign(books, row)) return postings;
  const rate = parseDecimal(row.ExchangeRate) ?? { units: 1n, scale: 0 };
  const receivable = receivableOf(books, refOf(row, "CurrencyRef") ?? "");
  const converted = postings.map((posting) => ({
    ...posting,
    accountId: posting.accountId === books.state.roles.receivable ? receivable : posting.accountId,
    minor: multiplyToMinor({ units: posting.minor, scale: 0 }, rate, 0),
    ...(posting.customerId === undefined ? {} : { customerMinor: posting.minor }),
  }));
  const [first, ...rest] = converted;
  if (!first) return converted;
  return [{ ...first, minor: -rest.reduce((sum, { minor }) => sum + minor, 0n) }, ...rest];
}

export function receivableOf(books: Books, currency: string): string {
  const found = listRows(books, "Account").find((row) => row.AccountType === "Accounts Receivable" && refOf(row, "CurrencyRef") === currency);
  if (found) return idOf(found);
  const draft = { Name: `Accounts Receivable (A/R) - ${currency}`, AccountType: "Accounts Receivable", AccountSubType: "AccountsReceivable", CurrencyRef: { value: currency } };
  return idOf(insertRow(books, "Account", account.idSpace, account.complete(books, draft, undefined, { allowDuplicateDocNumber: false })));
}

/** Money moves between accounts of the document's currency and of the company's own only. */
export function requireAccountCurrency(books: Books, row: JsonObject, accountId: string): void {
  const theirs = refOf(findRow(books, "Account", accountId) ?? {}, "CurrencyRef") ?? books.state.currency;
  const own = refOf(row, "CurrencyRef") ?? books.state.currency;
  if (theirs !== own && theirs !== books.state.currency) throw businessError(`The account is kept in ${theirs}, the transaction is in ${own}`);
}

/** A receivable account holds one currency. */
export function requireReceivableOf(books: Books, row: JsonObject, accountId: string): void {
  const account = findRow(books, "Account", accountId);
  const own = refOf(row, "CurrencyRef") ?? books.state.currency;
  if (account?.AccountType === "Accounts Receivable" && (refOf(account, "CurrencyRef") ?? books.state.currency) !== own) throw businessError(`Choose the receivable account of ${own}`);
}
