/** A shop's latest orders as Shopify last told them, for a back-test. Reads only. */
import type { Snapshot } from "#app/pipeline/ports/order-source.ts";
import type { DeskScope } from "../desk/desk-scope.ts";

/** Newest first. */
export async function readLatestSnapshots({ prisma, shopId }: DeskScope, count: number): Promise<Snapshot[]> {
  return prisma.$queryRaw<Snapshot[]>`
    SELECT latest.order_gid AS "orderId", snapshot.body
    FROM (SELECT order_gid, placed_at FROM orders WHERE shop_id = ${shopId} AND placed_at IS NOT NULL ORDER BY placed_at DESC, order_gid DESC LIMIT ${count}) AS latest
    CROSS JOIN LATERAL (
      SELECT body FROM snapshots WHERE shop_id = ${shopId} AND order_gid = latest.order_gid ORDER BY taken_at DESC LIMIT 1
    ) AS snapshot
    ORDER BY latest.placed_at DESC, latest.order_gid DESC`;
}
