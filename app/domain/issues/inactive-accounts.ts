/** Items that book on an account which the company has no longer in use. QuickBooks may take the document all the same; the money would stand where nobody looks. */
import type { BookItem, Books } from "../books/books.ts";
import { isSalesForm, type PlannedDocument } from "../documents/document.ts";
import { itemOnInactiveAccount } from "./catalogue.ts";
import type { Issue } from "./issue.ts";

export function inactiveAccountIssues(documents: readonly PlannedDocument[], { items, company }: Pick<Books, "items" | "company">): Issue[] {
  const named = new Set(documents.filter(isSalesForm).flatMap(({ lines }) => lines.flatMap(({ item }) => (item === null ? [] : [item]))));
  const inUse = new Set(company.accounts.map(({ id }) => id));
  // An item of an older record may not say where it books.
  const isInactive = ({ id, incomeAccount }: BookItem): boolean => id !== null && incomeAccount.id !== "" && !inUse.has(incomeAccount.id);
  return [...named].flatMap((key) => items.get(key) ?? []).filter(isInactive).map(({ name, incomeAccount }) => itemOnInactiveAccount(name, incomeAccount.name));
}
