/** The figures of what waits, over all shops; the only reader that looks across tenants, and it returns sums only. */
import type { Instant } from "#app/pipeline/ports/repositories.ts";
import type { PrismaClient } from "./generated/client.ts";
import { toDate } from "./repositories/instants.ts";

/** `oldestDueSeconds`: of orders due at `now` whose connection may run; parked ones wait for a person and would hide everything else. */
export async function readBacklog(prisma: PrismaClient, now: Instant): Promise<{ oldestDueSeconds: number; unknownPostings: number; missedWebhooks: number }> {
  const rows = await prisma.$queryRaw<{ oldest: Date | null; unknown: bigint; missed: bigint }[]>`
    SELECT
      (SELECT MIN(due_orders.first_due_at) FROM due_orders
       JOIN connections ON connections.shop_id = due_orders.shop_id AND connections.status = 'active'
       JOIN shops ON shops.id = due_orders.shop_id AND shops.uninstalled_at IS NULL
       WHERE due_orders.due_at <= ${toDate(now)}) AS oldest,
      (SELECT COUNT(*) FROM postings WHERE state = 'unknown') AS unknown,
      (SELECT COALESCE(SUM(missed_total), 0)::bigint FROM shop_cursors) AS missed`;
  const oldest = rows[0]?.oldest ?? null;
  return {
    oldestDueSeconds: oldest === null ? 0 : Math.max(0, (now.epochMilliseconds - oldest.getTime()) / 1_000),
    unknownPostings: Number(rows[0]?.unknown ?? 0n),
    missedWebhooks: Number(rows[0]?.missed ?? 0n),
  };
}
