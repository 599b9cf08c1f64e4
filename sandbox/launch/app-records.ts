/** What the app has recorded, read from its database with plain SQL; the sandbox never writes there. */
import { Pool } from "pg";
import type { Temporal } from "temporal-polyfill";

export type OrderRow = { gid: string; name: string; status: string; state: string; reason: string | null; proof: unknown };
export type PostingRow = { gid: string; kind: string; part: string; revision: number; state: string; entity: string | null; ledgerId: string | null; docNumber: string | null; docDate: string | null };
export type IssueRow = { gid: string; code: string; data: unknown };
export type DueRow = { gid: string; origin: string; dueAt: Date; attempts: number; lastError: string | null };
export type OperationRow = { gid: string; op: string; kind: string; part: string; state: string; fault: unknown };
export type InboxRow = { disposition: string; events: number; deliveries: number };

export type AppRecords = ReturnType<typeof openRecords>;

/** Reads the app's tables (prisma/schema.prisma) and pg-boss's job table. */
export function openRecords(databaseUrl: string) {
  const pool = new Pool({ connectionString: databaseUrl, max: 4 });
  // A story may stop or replace the database; the pool drops the idle connection that ended, and the next query opens another.
  pool.on("error", () => undefined);
  const rows = async <Row extends object>(sql: string, values: unknown[]): Promise<Row[]> => (await pool.query<Row>(sql, values)).rows;
  return {
    orders: (shop: string) =>
      rows<OrderRow>(`SELECT order_gid AS gid, orders.name, status, state, reason, proof FROM orders ${OF_SHOP} ORDER BY orders.created_at, order_gid`, [shop]),
    postings: (shop: string) =>
      rows<PostingRow>(
        `SELECT order_gid AS gid, kind, part, revision, state, entity, ledger_id AS "ledgerId", doc_number AS "docNumber", doc_date::text AS "docDate" FROM postings ${OF_SHOP} ORDER BY postings.created_at, revision`,
        [shop],
      ),
    openIssues: (shop: string) =>
      rows<IssueRow>(
        `SELECT order_gid AS gid, code, data FROM issues JOIN issue_orders ON issue_orders.issue_id = issues.id AND issue_orders.shop_id = issues.shop_id
         JOIN shops ON shops.id = issues.shop_id WHERE shops.domain = $1 AND issues.state = 'open' ORDER BY opened_at, code`,
        [shop],
      ),
    due: (shop: string) =>
      rows<DueRow>(`SELECT order_gid AS gid, origin, due_at AS "dueAt", attempts, last_error AS "lastError" FROM due_orders ${OF_SHOP} ORDER BY due_at, seq`, [shop]),
    openOperations: (shop: string) =>
      rows<OperationRow>(
        `SELECT order_gid AS gid, op, kind, part, operations.state, fault FROM operations JOIN postings ON postings.id = posting_id
         JOIN shops ON shops.id = operations.shop_id WHERE shops.domain = $1 AND operations.state NOT IN ('done', 'rejected') ORDER BY operations.created_at`,
        [shop],
      ),
    inbox: (shop: string) =>
      rows<InboxRow>(`SELECT disposition, count(*)::int AS events, sum(deliveries)::int AS deliveries FROM inbox_events ${OF_SHOP} GROUP BY disposition`, [shop]),
    /** Whether anything is to run until `until`: a due order of an active connection, one of a parked connection that is not listed yet, or a drain or sweep that is queued or running. */
    runnable: async (shop: string, until: Temporal.Instant): Promise<boolean> => {
      const [row] = await rows<{ runnable: boolean }>(RUNNABLE, [shop, until.toString()]);
      return row?.runnable ?? false;
    },
    /** Whether the next scan of a worker will find that the shop is to be swept. */
    sweepDue: async (shop: string, now: Temporal.Instant): Promise<boolean> => {
      const [row] = await rows<{ due: boolean }>(SWEEP_DUE, [shop, now.toString()]);
      return row?.due ?? false;
    },
    close: () => pool.end(),
  };
}

const OF_SHOP = "JOIN shops ON shops.id = shop_id WHERE shops.domain = $1";

/** A drain's queue row carries its connection's id as the singleton key, a sweep's its shop's (design page 02, "Jobs"). */
const RUNNABLE = `
  SELECT EXISTS (
    SELECT 1 FROM connections JOIN shops ON shops.id = connections.shop_id
    WHERE shops.domain = $1 AND shops.uninstalled_at IS NULL AND connections.status IN ('active', 'parked') AND (
      EXISTS (
        SELECT 1 FROM due_orders WHERE due_orders.shop_id = shops.id AND due_at <= $2::timestamptz
          AND (connections.status = 'active' OR listed_seq IS DISTINCT FROM seq)
      )
      OR (connections.status = 'active' AND EXISTS (SELECT 1 FROM runs WHERE runs.shop_id = shops.id AND runs.state = 'finding'))
      OR EXISTS (SELECT 1 FROM pgboss.job WHERE singleton_key IN (connections.id, shops.id) AND state IN ('created', 'retry', 'active'))
    )
  ) AS runnable`;

/** As the app's own scan looks for it: a shop that was never swept is, a quarter of an hour after it connected. */
const SWEEP_DUE = `
  SELECT EXISTS (
    SELECT 1 FROM shops JOIN connections ON connections.shop_id = shops.id AND connections.status = 'active' JOIN settings ON settings.shop_id = shops.id
    LEFT JOIN shop_cursors ON shop_cursors.shop_id = shops.id
    WHERE shops.domain = $1 AND shops.uninstalled_at IS NULL AND COALESCE(next_sweep_at, connections.created_at + INTERVAL '15 minutes') <= $2::timestamptz
  ) AS due`;
