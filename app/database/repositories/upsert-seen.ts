/** Writes what Shopify says of an order whose documents were not looked at. Never touches decision, plan, proof or the time of the last sync: they tell of what is in the books. */
import { randomUUID } from "node:crypto";
import type { Order } from "#app/domain/order/order.ts";
import type { OrderState } from "#app/pipeline/ports/repositories.ts";
import type { Prisma } from "../generated/client.ts";
import { toDate } from "./instants.ts";

type Standing = { state: OrderState; reason: string };

export async function upsertSeen(transaction: Pick<Prisma.TransactionClient, "$executeRaw">, shopId: string, order: Order, { state, reason }: Standing, readAt: Date): Promise<void> {
  const { id, name, status, updatedAt, placedAt, totals } = order;
  await transaction.$executeRaw`
    INSERT INTO orders (id, shop_id, order_gid, name, status, state, reason, shopify_updated_at, placed_at, total_minor, currency, read_at, created_at, updated_at)
    VALUES (
      ${randomUUID()}, ${shopId}, ${id}, ${name}, ${status}, ${state}, ${reason}, ${toDate(updatedAt)}, ${toDate(placedAt)},
      ${totals.current.minor}, ${totals.current.currency}, ${readAt}, ${readAt}, ${readAt}
    )
    ON CONFLICT (shop_id, order_gid) DO UPDATE SET
      name = EXCLUDED.name, status = EXCLUDED.status, state = EXCLUDED.state, reason = EXCLUDED.reason,
      shopify_updated_at = EXCLUDED.shopify_updated_at, placed_at = EXCLUDED.placed_at, total_minor = EXCLUDED.total_minor, currency = EXCLUDED.currency,
      read_at = EXCLUDED.read_at, updated_at = EXCLUDED.updated_at`;
}
