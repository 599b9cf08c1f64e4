/** What a run records of an order without any issue, old or new: nearly every run, and one statement instead of a transaction of seven (decision 022). */
import { randomUUID } from "node:crypto";
import type { OrderRecord, TimelineEntry } from "#app/pipeline/ports/repositories.ts";
import { Prisma, type PrismaClient } from "../generated/client.ts";
import { inboxSettlement } from "./inbox-settlement.ts";
import { toDate } from "./instants.ts";
import { jsonText } from "./json-text.ts";
import { timelineInsert } from "./timeline.ts";

/** False, and nothing is recorded, where the order still waits on an issue that has to be left first. */
export async function recordPlain(prisma: PrismaClient, shopId: string, record: OrderRecord, timeline: readonly TimelineEntry[], at: Date, readAt: Date): Promise<boolean> {
  const free = Prisma.sql`NOT EXISTS (
    SELECT 1 FROM issue_orders JOIN issues ON issues.shop_id = issue_orders.shop_id AND issues.id = issue_orders.issue_id
    WHERE issue_orders.shop_id = ${shopId} AND issue_orders.order_gid = ${record.orderId} AND issues.state = 'open'
  )`;
  const rows = await prisma.$queryRaw<unknown[]>`
    WITH told AS (${timelineInsert(shopId, record.orderId, timeline, free)}), settled AS (${inboxSettlement(shopId, record.orderId, readAt, at, free)})
    ${orderUpsert(shopId, record, at, readAt, free)} RETURNING id`;
  return rows.length > 0;
}

/** `readAt`: when the run began to read the order; a change of that very second may be missing in what it read (decision 009). */
export const orderUpsert = (shopId: string, record: OrderRecord, at: Date, readAt: Date, condition: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`
    INSERT INTO orders (
      id, shop_id, order_gid, name, status, state, reason, shopify_updated_at, placed_at, total_minor, currency,
      decision, plan, proof, settings_version, rule_set_version, last_synced_at, read_at, created_at, updated_at
    ) SELECT
      ${randomUUID()}, ${shopId}, ${record.orderId}, ${record.name}, ${record.status}, ${record.state}, ${record.reason},
      ${toDate(record.shopifyUpdatedAt)}::timestamptz, ${toDate(record.placedAt)}::timestamptz, ${record.total.minor}::bigint, ${record.total.currency},
      ${jsonText(record.decision)}::jsonb, ${jsonText(record.plan)}::jsonb, ${jsonText(record.proof)}::jsonb,
      ${record.settingsVersion}::int, ${record.ruleSetVersion}::int, ${at}::timestamptz, ${readAt}::timestamptz, ${at}::timestamptz, ${at}::timestamptz
    WHERE ${condition}
    ON CONFLICT (shop_id, order_gid) DO UPDATE SET
      name = EXCLUDED.name, status = EXCLUDED.status, state = EXCLUDED.state, reason = EXCLUDED.reason,
      shopify_updated_at = EXCLUDED.shopify_updated_at, placed_at = EXCLUDED.placed_at,
      total_minor = EXCLUDED.total_minor, currency = EXCLUDED.currency,
      decision = EXCLUDED.decision, plan = EXCLUDED.plan, proof = EXCLUDED.proof,
      settings_version = EXCLUDED.settings_version, rule_set_version = EXCLUDED.rule_set_version,
      last_synced_at = EXCLUDED.last_synced_at, read_at = EXCLUDED.read_at, updated_at = EXCLUDED.updated_at`;
