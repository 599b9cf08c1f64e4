/** The list of a shop's orders, newest first, in pages that stay where they are while orders come in (keyset, no offsets). */
import type { Instant } from "#app/pipeline/ports/repositories.ts";
import type { OrderFilter, OrderRow, Page } from "#app/pipeline/ports/shop-desk.ts";
import { Prisma } from "../generated/client.ts";
import { type Cursor, readCursor, writeCursor } from "./cursor.ts";
import type { DeskScope } from "./desk-scope.ts";
import { orderColumns, orderRow, PLACED_AT, type StoredOrder } from "./order-row.ts";
import { readDocuments } from "./read-documents.ts";

export const ORDERS_PER_PAGE = 50;

export async function readOrders(scope: DeskScope, filter: OrderFilter, now: Instant): Promise<Page<OrderRow>> {
  const cursor = readCursor(filter.cursor);
  const backwards = cursor?.direction === "previous";
  const found = await scope.prisma.$queryRaw<StoredOrder[]>`
    SELECT ${orderColumns(now)}
    FROM orders JOIN shops ON shops.id = orders.shop_id
    WHERE orders.shop_id = ${scope.shopId} ${stateIs(filter.state)} ${nameHas(filter.search)} ${beyond(cursor)}
    ORDER BY ${backwards ? Prisma.sql`${PLACED_AT} ASC, orders.order_gid ASC` : Prisma.sql`${PLACED_AT} DESC, orders.order_gid DESC`}
    LIMIT ${ORDERS_PER_PAGE + 1}`;
  const more = found.length > ORDERS_PER_PAGE;
  const orders = found.slice(0, ORDERS_PER_PAGE);
  if (backwards) orders.reverse();
  const documents = await readDocuments(scope, orders.map(({ orderId }) => orderId));
  return {
    rows: orders.map((order) => orderRow(order, documents.get(order.orderId) ?? [])),
    next: (backwards || more) ? cursorAt("next", orders.at(-1)) : null,
    previous: (backwards ? more : cursor !== null) ? cursorAt("previous", orders[0]) : null,
  };
}

function stateIs(state: OrderFilter["state"]): Prisma.Sql {
  if (state === null) return Prisma.empty;
  return Prisma.sql`AND orders.state = ANY(${typeof state === "string" ? [state] : [...state]}::text[])`;
}

function nameHas(search: string | null): Prisma.Sql {
  const wanted = search?.trim().replace(/^#/, "") ?? "";
  // Backslash is LIKE's escape character by default (PostgreSQL manual, 9.7.1).
  return wanted === "" ? Prisma.empty : Prisma.sql`AND orders.name ILIKE ${`%${wanted.replace(/[\\%_]/g, "\\$&")}%`}`;
}

function beyond(cursor: Cursor | null): Prisma.Sql {
  if (cursor === null) return Prisma.empty;
  const beside = Prisma.sql`(${new Date(cursor.at)}, ${cursor.orderId})`;
  return cursor.direction === "next"
    ? Prisma.sql`AND (${PLACED_AT}, orders.order_gid) < ${beside}`
    : Prisma.sql`AND (${PLACED_AT}, orders.order_gid) > ${beside}`;
}

const cursorAt = (direction: Cursor["direction"], order: StoredOrder | undefined): string | null =>
  order === undefined ? null : writeCursor({ direction, at: order.placedAt.getTime(), orderId: order.orderId });
