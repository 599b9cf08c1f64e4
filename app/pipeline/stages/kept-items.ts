/** Items that only documents in the books still name, because rules or settings have changed since. They were bound when those were made; nothing is asked of the ledger. */
import type { Books } from "#app/domain/books/books.ts";
import { namedItemKey, productItemKey } from "#app/domain/books/item-key.ts";
import type { Order } from "#app/domain/order/order.ts";
import type { DrainContext } from "../context.ts";
import { boundItem } from "./books.ts";

export async function withKeptItems({ repositories }: DrainContext, books: Books, orders: readonly Order[]): Promise<Books> {
  const named = orders.flatMap(({ lines, bookAs = {} }) => [
    ...lines.filter(({ giftCard }) => !giftCard).map(productItemKey), ...[bookAs.shippingItem, bookAs.discountItem].flatMap((name) => (name === undefined ? [] : [namedItemKey(name)])),
  ]);
  const missing = [...new Set(named)].filter((key) => !books.items.has(key));
  if (missing.length === 0) return books;
  const bound = await repositories.bindings.load("item", missing);
  const found = missing.flatMap((key) => {
    const binding = bound.get(key);
    return binding ? [[key, boundItem(key, binding)] as const] : [];
  });
  return { ...books, items: new Map([...books.items, ...found]) };
}
