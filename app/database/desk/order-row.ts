/** One order as a list shows it; the columns are shared by the list and the order's own page. */
import { z } from "zod";
import type { Instant, OrderState } from "#app/pipeline/ports/repositories.ts";
import type { OrderRow } from "#app/pipeline/ports/shop-desk.ts";
import { Prisma } from "../generated/client.ts";
import { toDate, toInstant } from "../repositories/instants.ts";
import type { StoredDocument } from "./read-documents.ts";

const stateSchema: z.ZodType<OrderState> = z.enum(["posted", "waiting", "skipped", "held", "attention", "undone"]);

export type StoredOrder = {
  orderId: string; name: string; status: string; state: string; reason: string | null; placedAt: Date; currency: string; totalMinor: bigint; due: boolean;
};

/** An order that could never be read has no date of its own: it stands where it was first heard of. */
export const PLACED_AT = Prisma.sql`COALESCE(orders.placed_at, orders.created_at)`;

/** From `orders JOIN shops`. */
export const orderColumns = (now: Instant): Prisma.Sql => Prisma.sql`
  orders.order_gid AS "orderId", orders.name, orders.status, orders.state, orders.reason, ${PLACED_AT} AS "placedAt",
  COALESCE(orders.currency, shops.currency) AS currency, COALESCE(orders.total_minor, 0) AS "totalMinor",
  EXISTS (
    SELECT 1 FROM due_orders WHERE due_orders.shop_id = orders.shop_id AND due_orders.order_gid = orders.order_gid AND due_orders.due_at <= ${toDate(now)}
  ) AS due`;

/** `documents`: all of the order; a list names only those that are, or may be, in the books. */
export function orderRow({ currency, totalMinor, placedAt, state, ...row }: StoredOrder, documents: readonly StoredDocument[]): OrderRow {
  return {
    orderId: row.orderId,
    name: row.name,
    status: row.status,
    state: stateSchema.parse(state),
    reason: row.reason,
    placedAt: toInstant(placedAt),
    total: { currency, minor: totalMinor },
    documents: documents.filter((document) => document.state === "posted").map(({ kind, number }) => ({ kind, number })),
    due: row.due,
  };
}
