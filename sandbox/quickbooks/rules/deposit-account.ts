/** Where money may be put and taken from (05, 1.7 and 1.8). Reads only. */
import type { Books } from "../company/state.ts";
import { requireActive } from "../entities/references.ts";
import { requireAccountCurrency } from "./document-currency.ts";
import type { JsonObject } from "../wire/json.ts";
import { refOf, textOf } from "../wire/json.ts";
import { businessError } from "../wire/refusals.ts";

/** Money is deposited to these only. */
const DEPOSIT_ACCOUNT_TYPES = ["Bank", "Other Current Asset"];

export function requireDepositAccount(books: Books, row: JsonObject, what: string): void {
  const id = refOf(row, "DepositToAccountRef") ?? "";
  const account = requireActive(books, "Account", id);
  requireAccountCurrency(books, row, id);
  if (!DEPOSIT_ACCOUNT_TYPES.includes(textOf(account, "AccountType") ?? "")) {
    throw businessError(`The deposit account of ${what} must be a bank or other current asset account`);
  }
}
