/** What happened to an order, in the order it happened. Entries are only ever added. */
import type { TimelineEntry } from "#app/pipeline/ports/repositories.ts";
import type { Prisma } from "../generated/client.ts";
import { toDate } from "./instants.ts";
import { jsonText } from "./json-text.ts";

/** Appends in the given order, in one statement; `id` rises with it. */
export async function appendTimeline(
  transaction: Prisma.TransactionClient,
  shopId: string,
  orderId: string,
  entries: readonly TimelineEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  await transaction.$executeRaw`
    INSERT INTO timeline_entries (shop_id, order_gid, at, kind, data)
    SELECT ${shopId}, ${orderId}, entry.at, entry.kind, entry.data::jsonb
    FROM unnest(
      ${entries.map(({ at }) => toDate(at))}::timestamptz[], ${entries.map(({ kind }) => kind)}::text[], ${entries.map(({ data }) => jsonText(data))}::text[]
    ) WITH ORDINALITY AS entry (at, kind, data, position)
    ORDER BY entry.position`;
}
