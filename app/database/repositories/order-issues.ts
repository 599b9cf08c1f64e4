/** The open issues an order waits on. Orders with the same cause share one issue; it is resolved when its last order no longer names it. */
import { randomUUID } from "node:crypto";
import type { Issue } from "#app/domain/issues/issue.ts";
import type { Prisma } from "../generated/client.ts";
import { jsonText } from "./json-text.ts";

const causeKey = ({ code, cause }: Issue): string => `${code}/${cause}`;

/** Makes `issues` the order's open issues: opens or joins those named, leaves the others, resolves what no order waits on any more. */
export async function replaceOrderIssues(
  transaction: Prisma.TransactionClient,
  shopId: string,
  orderId: string,
  issues: readonly Issue[],
  at: Date,
): Promise<void> {
  const named = new Map(issues.map((issue) => [causeKey(issue), issue]));
  const keys = [...named.keys()].sort();
  await lockIssues(transaction, shopId, orderId, keys);
  for (const key of keys) {
    const issue = named.get(key);
    if (issue) await join(transaction, shopId, orderId, key, issue, at);
  }
  await leaveOthers(transaction, shopId, orderId, keys, at);
}

/**
 * Locks every open issue this order has or will have, in one order for everyone, so that a second writer neither deadlocks with
 * this one nor resolves an issue that this order is just joining.
 */
async function lockIssues(transaction: Prisma.TransactionClient, shopId: string, orderId: string, keys: string[]): Promise<void> {
  await transaction.$executeRaw`
    SELECT id FROM issues
    WHERE shop_id = ${shopId} AND state = 'open' AND (
      cause_key = ANY(${keys}::text[])
      OR id IN (SELECT issue_id FROM issue_orders WHERE shop_id = ${shopId} AND order_gid = ${orderId})
    )
    ORDER BY cause_key FOR UPDATE`;
}

async function join(transaction: Prisma.TransactionClient, shopId: string, orderId: string, key: string, issue: Issue, at: Date): Promise<void> {
  const data = jsonText({ cause: issue.cause, sentence: issue.sentence, remedy: issue.remedy, ...(issue.found && { found: issue.found }) });
  await transaction.$executeRaw`
    WITH open AS (
      INSERT INTO issues (id, shop_id, code, cause_key, data, state, opened_at)
      VALUES (${randomUUID()}, ${shopId}, ${issue.code}, ${key}, ${data}::jsonb, 'open', ${at})
      ON CONFLICT (shop_id, cause_key) WHERE state = 'open' DO UPDATE SET data = EXCLUDED.data
      RETURNING id
    )
    INSERT INTO issue_orders (issue_id, order_gid, shop_id, since) SELECT id, ${orderId}, ${shopId}, ${at} FROM open
    ON CONFLICT (issue_id, order_gid) DO NOTHING`;
}

async function leaveOthers(transaction: Prisma.TransactionClient, shopId: string, orderId: string, keys: string[], at: Date): Promise<void> {
  const left = await transaction.$queryRaw<{ issue_id: string }[]>`
    DELETE FROM issue_orders USING issues
    WHERE issue_orders.shop_id = ${shopId} AND issue_orders.order_gid = ${orderId}
      AND issues.shop_id = ${shopId} AND issues.id = issue_orders.issue_id
      AND issues.state = 'open' AND issues.cause_key <> ALL(${keys}::text[])
    RETURNING issue_orders.issue_id`;
  if (left.length === 0) return;
  await transaction.$executeRaw`
    UPDATE issues SET state = 'resolved', resolved_at = ${at}
    WHERE shop_id = ${shopId} AND state = 'open' AND id = ANY(${left.map(({ issue_id }) => issue_id)}::text[])
      AND NOT EXISTS (SELECT 1 FROM issue_orders WHERE issue_orders.shop_id = ${shopId} AND issue_orders.issue_id = issues.id)`;
}
