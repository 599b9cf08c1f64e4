/** How often each rule matched lately, from the decisions kept with the orders. Reads only. */
import { Temporal } from "temporal-polyfill";
import type { Instant } from "#app/pipeline/ports/repositories.ts";
import type { RuleHits } from "#app/pipeline/ports/rule-desk.ts";
import type { DeskScope } from "../desk/desk-scope.ts";
import { toDate } from "../repositories/instants.ts";

const DAYS = 30;
/** Enough to tell a rule that works from one that never does; a shop of a hundred thousand orders must not wait for its list of rules. */
const ORDERS_READ = 3_000;

export async function readHits({ prisma, shopId }: DeskScope, now: Instant): Promise<RuleHits> {
  const rows = await prisma.$queryRaw<{ title: string; count: number; last: Date }[]>`
    WITH lately AS (
      SELECT decision, last_synced_at FROM orders
      WHERE shop_id = ${shopId} AND last_synced_at >= ${toDate(now.subtract({ hours: 24 * DAYS }))} AND jsonb_typeof(decision->'trace') = 'array'
      ORDER BY updated_at DESC LIMIT ${ORDERS_READ}
    )
    SELECT rule->>'title' AS title, COUNT(*)::int AS count, MAX(last_synced_at) AS last
    FROM lately, jsonb_array_elements(decision->'trace') AS rule WHERE rule->>'outcome' = 'matched' GROUP BY 1`;
  return new Map(rows.map(({ title, count, last }) => [title, { count, last: Temporal.Instant.fromEpochMilliseconds(last.getTime()) }]));
}
