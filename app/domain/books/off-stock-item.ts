/** The item that takes back goods which did not come back on the shelf: an inventory item would be put on stock again (story A9). Must never be one that counts stock, or that books elsewhere. */
import { offStockItemMissing } from "../issues/catalogue.ts";
import type { Issue } from "../issues/issue.ts";
import { failure, type Result, success } from "../result.ts";
import type { BookItem, Books, ItemKey } from "./books.ts";

/** How the merchant's choice is looked for: by its name. */
export const offStockItemKey = (name: string): ItemKey => `title:${name.trim()}`;

/** `item`: an inventory item. */
export function offStockItem(item: BookItem, { items, offStockItems }: Pick<Books, "items" | "offStockItems">): Result<BookItem, Issue> {
  const account = item.incomeAccount.name;
  const chosen = offStockItems[account];
  const found = chosen === undefined ? undefined : items.get(offStockItemKey(chosen));
  if (chosen === undefined) return failure(offStockItemMissing(item.name, account, null));
  if (!found || found.id === null) return failure(offStockItemMissing(item.name, account, `QuickBooks has no item "${chosen}"`));
  if (found.components) return failure(offStockItemMissing(item.name, account, `"${chosen}" is a bundle`));
  if (found.type === "inventory") return failure(offStockItemMissing(item.name, account, `"${chosen}" is an inventory item, too`));
  if (found.incomeAccount.id !== item.incomeAccount.id) return failure(offStockItemMissing(item.name, account, `"${chosen}" books on ${found.incomeAccount.name}`));
  return success(found);
}
