/** What the app has stored of a world's shops, as the suite needs to know it. SQL, because what Prisma compiles for itself costs a seed several times the query. */
import type { PrismaClient } from "#app/database/client.ts";
import type { Tenant } from "./tenant.ts";
import type { World } from "./world.ts";

type Database = { prisma: PrismaClient };

export type StoredOrder = { orderGid: string; state: string; reason: string | null };

export const storedOrders = ({ prisma }: Database, { shopId }: Pick<Tenant, "shopId">): Promise<StoredOrder[]> =>
  prisma.$queryRaw<StoredOrder[]>`SELECT order_gid AS "orderGid", state, reason FROM orders WHERE shop_id = ${shopId} ORDER BY order_gid`;

/** One row per open issue and order that waits on it. */
export const openIssues = ({ prisma }: Database, { shopId }: Pick<Tenant, "shopId">): Promise<{ orderGid: string; code: string }[]> =>
  prisma.$queryRaw<{ orderGid: string; code: string }[]>`
    SELECT order_gid AS "orderGid", code FROM issue_orders JOIN issues ON issues.shop_id = issue_orders.shop_id AND issues.id = issue_orders.issue_id
    WHERE issue_orders.shop_id = ${shopId} AND issues.state = 'open' ORDER BY order_gid, code`;

export const inboxOf = ({ prisma }: Database, { shopId }: Tenant): Promise<{ topic: string; disposition: string }[]> =>
  prisma.$queryRaw<{ topic: string; disposition: string }[]>`SELECT topic, disposition FROM inbox_events WHERE shop_id = ${shopId}`;

/** As `Entity:id`. */
export async function postedKeys({ prisma }: Database, { shopId }: Tenant): Promise<Set<string>> {
  const rows = await prisma.$queryRaw<{ key: string }[]>`SELECT entity || ':' || ledger_id AS key FROM postings WHERE shop_id = ${shopId} AND state = 'posted' AND ledger_id IS NOT NULL`;
  return new Set(rows.map(({ key }) => key));
}

export async function connectionStatus({ prisma }: Database, { connectionId }: Tenant): Promise<string | null> {
  const [row] = await prisma.$queryRaw<{ status: string }[]>`SELECT status FROM connections WHERE id = ${connectionId}`;
  return row?.status ?? null;
}

/** A world that has ended must not stand in the scan of the next ones. */
export async function forgetDue({ prisma, members }: World): Promise<void> {
  await prisma.$executeRaw`DELETE FROM due_orders WHERE shop_id = ANY(${members.map(({ tenant }) => tenant.shopId)}::text[])`;
}
