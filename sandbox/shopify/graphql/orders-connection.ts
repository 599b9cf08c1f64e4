/** QueryRoot.orders: searched, sorted and paged. A cursor holds the sort value, so pages stay right while orders change. */
import type { OrderRecord } from "../state/order-record.ts";
import type { PageArguments } from "./connection.ts";
import { badRequest, connectionOf, encodeCursor } from "./connection.ts";
import { searchOrders } from "./search-orders.ts";
import { orderView } from "./views/order-view.ts";
import type { ViewContext } from "./views/view-context.ts";
import { visibleOrders } from "./visible-orders.ts";

type SortKey = "CREATED_AT" | "ID" | "PROCESSED_AT" | "UPDATED_AT";
export type OrdersArguments = PageArguments & { query?: string | null; sortKey?: SortKey };

/** Ids are padded so that text compares as numbers do. */
const SORT_VALUES: Record<SortKey, (order: OrderRecord) => string> = {
  CREATED_AT: (order) => order.createdAt,
  ID: (order) => paddedId(order.id),
  PROCESSED_AT: (order) => order.processedAt,
  UPDATED_AT: (order) => order.updatedAt,
};

export function ordersConnection(context: ViewContext, { query, sortKey = "PROCESSED_AT", reverse, after, first }: OrdersArguments): unknown {
  const valueOf = SORT_VALUES[sortKey];
  const positionOf = (order: OrderRecord): string => `${valueOf(order)}|${paddedId(order.id)}`;
  const direction = reverse ? -1 : 1;
  const sorted = searchOrders(visibleOrders(context), query).sort((a, b) => direction * compareText(positionOf(a), positionOf(b)));
  const start = after ? decodeCursor(after) : undefined;
  const following = start === undefined ? sorted : sorted.filter((order) => direction * compareText(positionOf(order), start) > 0);
  return connectionOf(following, { first: first ?? null }, {
    cursorOf: (order) => encodeCursor(order.id, valueOf(order)),
    toNode: (order) => orderView(order, context),
  });
}

function paddedId(id: string): string {
  return id.padStart(20, "0");
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function decodeCursor(cursor: string): string {
  const match = /^\{"last_id":"(\d+)","last_value":"([^"]*)"\}$/.exec(Buffer.from(cursor, "base64").toString());
  const [, id, value] = match ?? [];
  if (id === undefined || value === undefined) throw badRequest("Invalid cursor for current pagination sort.");
  return `${value}|${paddedId(id)}`;
}
