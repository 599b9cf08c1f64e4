/** Fields of an order that hold several things: connections, and lists that are cut by `first`. */
import type { PageArguments } from "../connection.ts";
import { connectionOf, encodeCursor, pageSize } from "../connection.ts";

/** A resolver for a connection field over records with an id; `choose` may narrow the list by the field's own arguments. */
export function connectionField<Item extends { id: string }, Node>(
  items: readonly Item[],
  toNode: (item: Item) => Node,
): (page: PageArguments) => unknown {
  const list = { cursorOf: (item: Item) => encodeCursor(item.id, item.id), toNode };
  return (page) => connectionOf(items, page, list);
}

/** A resolver for a plain list with an optional `first`. */
export function listField<Item, Node>(items: readonly Item[], toNode: (item: Item) => Node): (page: PageArguments) => Node[] {
  return ({ first }) => items.slice(0, first === undefined || first === null ? undefined : pageSize(first)).map(toNode);
}
