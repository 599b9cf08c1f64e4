/** The account that vendors' bills will stand on: a purchase order has to name it although it posts nothing. */
import { accountMissing } from "../issues/catalogue.ts";
import type { Issue } from "../issues/issue.ts";
import type { Account, Books } from "./books.ts";

export function payableOf({ accounts }: Pick<Books, "accounts">, issues: Issue[]): Account | null {
  const { payable } = accounts;
  if (!payable) issues.push(accountMissing("payable"));
  return payable ?? null;
}
