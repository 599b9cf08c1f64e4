/** What happened to an order, in the order it happened. Entries are only ever added. */
import type { TimelineEntry } from "#app/pipeline/ports/repositories.ts";
import { Prisma } from "../generated/client.ts";
import { toDate } from "./instants.ts";
import { jsonText } from "./json-text.ts";
import { ALWAYS } from "./sql-conditions.ts";

/** Appends in the given order, in one statement; `id` rises with it. */
export async function appendTimeline(
  transaction: Prisma.TransactionClient,
  shopId: string,
  orderId: string,
  entries: readonly TimelineEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  await transaction.$executeRaw(timelineInsert(shopId, orderId, entries, ALWAYS));
}

/** `condition`: adds nothing where it does not hold. */
export const timelineInsert = (shopId: string, orderId: string, entries: readonly TimelineEntry[], condition: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`
    INSERT INTO timeline_entries (shop_id, order_gid, at, kind, data)
    SELECT ${shopId}, ${orderId}, entry.at, entry.kind, entry.data::jsonb
    FROM unnest(
      ${entries.map(({ at }) => toDate(at))}::timestamptz[], ${entries.map(({ kind }) => kind)}::text[], ${entries.map(({ data }) => jsonText(data))}::text[]
    ) WITH ORDINALITY AS entry (at, kind, data, position)
    WHERE ${condition}
    ORDER BY entry.position`;
