/** Open issues as people read them. The wording is the catalogue's, stored when the issue was opened. */
import { z } from "zod";
import type { IssueRow } from "#app/pipeline/ports/shop-desk.ts";
import { Prisma } from "../generated/client.ts";
import { toInstant } from "../repositories/instants.ts";
import { foundSchema } from "../repositories/stored-shapes.ts";
import type { DeskScope } from "./desk-scope.ts";

/** Issues named at once; whoever has more of them starts with these. */
const MAX_ISSUES = 50;

const dataSchema = z.object({ sentence: z.string(), remedy: z.string(), found: foundSchema.nullish().transform((found) => found ?? null) });

type StoredIssue = { id: string; code: string; data: unknown; openedAt: Date; orderCount: number; firstOrderId: string | null };

/** Those for which most orders wait come first. With an order: only what this order waits for. */
export async function readIssues({ prisma, shopId }: DeskScope, orderId?: string): Promise<IssueRow[]> {
  const ofOrder = orderId === undefined
    ? Prisma.empty
    : Prisma.sql`AND EXISTS (SELECT 1 FROM issue_orders WHERE issue_orders.shop_id = ${shopId} AND issue_orders.issue_id = issues.id AND issue_orders.order_gid = ${orderId})`;
  const rows = await prisma.$queryRaw<StoredIssue[]>`
    SELECT id, code, data, opened_at AS "openedAt",
      (SELECT COUNT(*)::int FROM issue_orders WHERE issue_orders.shop_id = ${shopId} AND issue_orders.issue_id = issues.id) AS "orderCount",
      (SELECT order_gid FROM issue_orders WHERE issue_orders.shop_id = ${shopId} AND issue_orders.issue_id = issues.id ORDER BY since, order_gid LIMIT 1) AS "firstOrderId"
    FROM issues
    WHERE shop_id = ${shopId} AND state = 'open' ${ofOrder}
    ORDER BY "orderCount" DESC, opened_at, id
    LIMIT ${MAX_ISSUES}`;
  return rows.map(({ data, openedAt, ...row }) => ({ ...row, ...dataSchema.parse(data), openedAt: toInstant(openedAt) }));
}
