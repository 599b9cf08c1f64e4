/** Which orders may be in the books without our record (law 4). Knows nothing of how they are looked for; forgets nothing that was looked up. */
import type { LookUps } from "#app/pipeline/ports/repositories.ts";
import { toDate } from "./instants.ts";
import type { ShopScope } from "./scope.ts";

export function createLookUps({ prisma, shopId, connectionId }: ShopScope): LookUps {
  return {
    async pending(orders) {
      if (orders.length === 0) return new Set();
      const rows = await prisma.$queryRaw<{ orderId: string }[]>`
        SELECT asked.order_gid AS "orderId"
        FROM unnest(${orders.map(({ orderId }) => orderId)}::text[], ${orders.map(({ placedAt }) => toDate(placedAt))}::timestamptz[]) AS asked (order_gid, placed_at)
        JOIN connections ON connections.shop_id = ${shopId} AND connections.id = ${connectionId} AND asked.placed_at < connections.look_up_before
        LEFT JOIN look_ups ON look_ups.shop_id = ${shopId} AND look_ups.connection_id = ${connectionId} AND look_ups.order_gid = asked.order_gid
        WHERE look_ups.looked_up_at IS NULL OR look_ups.looked_up_at < connections.look_up_before`;
      return new Set(rows.map(({ orderId }) => orderId));
    },

    async done(orderIds, at) {
      await prisma.$executeRaw`
        INSERT INTO look_ups (shop_id, connection_id, order_gid, looked_up_at)
        SELECT ${shopId}, ${connectionId}, order_gid, ${toDate(at)} FROM unnest(${[...orderIds].sort()}::text[]) AS done (order_gid) ORDER BY order_gid
        ON CONFLICT (shop_id, connection_id, order_gid) DO UPDATE SET looked_up_at = EXCLUDED.looked_up_at`;
    },
  };
}
