/** Who previews orders of a company just now: how the worker and the web process share QuickBooks' pace (decision 034). By the database's clock, which both see alike. */
import type { Instant } from "#app/pipeline/ports/repositories.ts";
import { toDate } from "./instants.ts";
import type { ShopScope } from "./scope.ts";

export type LookingScope = Pick<ShopScope, "prisma" | "shopId" | "connectionId">;

export type Looking = {
  /** `isNew`: nobody was looking; `workerBusy`: orders of the shop are due, so the worker may be calling QuickBooks at full pace. */
  begin(forMs: number, now: Instant): Promise<{ isNew: boolean; workerBusy: boolean }>;
  /** For `afterMs` more, so that the last calls and the worker's next ones do not meet in one second. Another one that began later keeps its time. */
  end(afterMs: number): Promise<void>;
};

export function createLooking({ prisma, shopId, connectionId }: LookingScope): Looking {
  let until: Date | null = null;
  return {
    async begin(forMs, now) {
      const [row] = await prisma.$queryRaw<{ isNew: boolean; workerBusy: boolean; until: Date }[]>`
        WITH before AS (SELECT COALESCE(looked_at_until > now(), FALSE) AS looked FROM connections WHERE shop_id = ${shopId} AND id = ${connectionId} FOR UPDATE)
        UPDATE connections SET looked_at_until = now() + ${forMs}::int * interval '1 millisecond' FROM before
        WHERE shop_id = ${shopId} AND id = ${connectionId}
        RETURNING NOT before.looked AS "isNew", looked_at_until AS until,
          EXISTS (SELECT 1 FROM due_orders WHERE due_orders.shop_id = ${shopId} AND due_at <= ${toDate(now)}) AS "workerBusy"`;
      until = row?.until ?? null;
      return { isNew: row?.isNew ?? true, workerBusy: row?.workerBusy ?? false };
    },
    async end(afterMs) {
      await prisma.$executeRaw`
        UPDATE connections SET looked_at_until = now() + ${afterMs}::int * interval '1 millisecond'
        WHERE shop_id = ${shopId} AND id = ${connectionId} AND looked_at_until = ${until}`;
    },
  };
}
