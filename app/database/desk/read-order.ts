/** Everything recorded of one order. Null for an order that this shop does not have. */
import { z } from "zod";
import type { Instant } from "#app/pipeline/ports/repositories.ts";
import type { OrderFacts, OrderRow } from "#app/pipeline/ports/shop-desk.ts";
import { toInstant } from "../repositories/instants.ts";
import type { DeskScope } from "./desk-scope.ts";
import { orderColumns, orderRow, type StoredOrder } from "./order-row.ts";
import { readDocuments, type StoredDocument } from "./read-documents.ts";
import { readRemoval } from "./read-removal.ts";
import { readIssues } from "./read-issues.ts";

/** The latest entries of an order's timeline that are shown. */
const MAX_TIMELINE = 100;

/** Without what only composition knows: where things are opened. */
export type RecordedOrder = OrderRow & Pick<OrderFacts, "issues" | "timeline" | "decision" | "plan" | "proof" | "lastSyncedAt" | "removal"> & { documentRows: StoredDocument[] };

type StoredFacts = StoredOrder & { decision: unknown; plan: unknown; proof: unknown; lastSyncedAt: Date | null };

export async function readOrder(scope: DeskScope, orderId: string, now: Instant): Promise<RecordedOrder | null> {
  const [order] = await scope.prisma.$queryRaw<StoredFacts[]>`
    SELECT ${orderColumns(now)}, orders.decision, orders.plan, orders.proof, orders.last_synced_at AS "lastSyncedAt"
    FROM orders JOIN shops ON shops.id = orders.shop_id
    WHERE orders.shop_id = ${scope.shopId} AND orders.order_gid = ${orderId}`;
  if (order === undefined) return null;
  const [documents, issues, timeline, removal] = await Promise.all([
    readDocuments(scope, [orderId]), readIssues(scope, orderId), readTimeline(scope, orderId), readRemoval(scope, orderId),
  ]);
  const documentRows = documents.get(orderId) ?? [];
  const { decision, plan, proof, lastSyncedAt } = order;
  return { ...orderRow(order, documentRows), documentRows, issues, timeline, removal, decision, plan, proof, lastSyncedAt: lastSyncedAt && toInstant(lastSyncedAt) };
}

const dataSchema = z.record(z.string(), z.unknown());

/** Newest first. */
async function readTimeline({ prisma, shopId }: DeskScope, orderId: string): Promise<OrderFacts["timeline"]> {
  const rows = await prisma.timelineEntry.findMany({ where: { shopId, orderGid: orderId }, orderBy: { id: "desc" }, take: MAX_TIMELINE, select: { at: true, kind: true, data: true } });
  return rows.map(({ at, kind, data }) => ({ at: toInstant(at), kind, data: dataSchema.parse(data) }));
}
