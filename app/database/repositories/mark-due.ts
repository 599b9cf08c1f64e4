/** Marks orders due; for the due-orders repository and for whoever marks inside a transaction of its own (the webhook's inbox). */
import type { Instant, Origin } from "#app/pipeline/ports/repositories.ts";
import { Prisma } from "../generated/client.ts";
import { toDate } from "./instants.ts";

/**
 * One row per order. A new mark draws a new `seq` from the table's sequence, never a counter of the row: a slow worker that finishes
 * an old row could otherwise delete a newer one that started counting again. An order that is due already keeps its first date, becomes
 * due at the earlier of both dates, and stays a person's when a person asked (only a person's sync makes undone documents again, law 6).
 */
export const ON_MARKED_AGAIN = Prisma.sql`ON CONFLICT (shop_id, order_gid) DO UPDATE SET
      seq = EXCLUDED.seq,
      due_at = LEAST(due_orders.due_at, EXCLUDED.due_at),
      origin = CASE WHEN due_orders.origin = 'person' THEN 'person' ELSE EXCLUDED.origin END`;

/** Marks each order once, in the order of their ids, so that two that mark the same ones never wait for each other in a circle. */
export async function markDue(
  database: Pick<Prisma.TransactionClient, "$executeRaw">,
  shopId: string,
  orderIds: readonly string[],
  origin: Origin,
  at: Instant,
): Promise<void> {
  const ids = [...new Set(orderIds)].sort();
  if (ids.length === 0) return;
  await database.$executeRaw`
    INSERT INTO due_orders (shop_id, order_gid, origin, due_at, first_due_at)
    SELECT ${shopId}, marked.order_gid, ${origin}, ${toDate(at)}, ${toDate(at)} FROM unnest(${ids}::text[]) WITH ORDINALITY AS marked (order_gid, position)
    ORDER BY marked.position
    ${ON_MARKED_AGAIN}`;
}
