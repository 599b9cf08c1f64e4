/** How many decimals the amounts of a company are kept with. A company of several currencies keeps two for all of them. */
import { currencyDigits } from "../wire/decimal.ts";
import { preferenceOf } from "./preferences.ts";
import type { Books } from "./state.ts";

export const hasCurrencies = (books: Books): boolean => preferenceOf(books, "CurrencyPrefs.MultiCurrencyEnabled") === true;

export const companyDigits = (books: Books): number => (hasCurrencies(books) ? 2 : currencyDigits(books.state.currency));
