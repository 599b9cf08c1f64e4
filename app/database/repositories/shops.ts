/** The directory of shops and connections: the only queries that begin without a shop, because they are how one is found. Reads only. */
import type { Instant, ShopFacts } from "#app/pipeline/ports/repositories.ts";
import { SWEEP_EVERY_MINUTES } from "#app/config/limits.ts";
import type { PrismaClient } from "../generated/client.ts";
import { toDate } from "./instants.ts";

export type ShopDirectory = {
  byDomain(domain: string): Promise<ShopFacts | null>;
  /** The shop a connection belongs to, whatever the connection's status. */
  byConnection(connectionId: string): Promise<ShopFacts | null>;
  /** The id of the shop's connection that orders may be drained through now. */
  activeConnection(shopId: string): Promise<string | null>;
  /** Whether the connection is its installed shop's and waits for a person to connect again. */
  isParked(connectionId: string): Promise<boolean>;
  /** Connections of installed shops that finished set-up: active ones with orders due at `now`, parked ones with due orders still to be listed; the longest waiting first. */
  dueConnections(now: Instant, limit?: number): Promise<string[]>;
  /** Installed shops with an active connection that finished set-up and are to be swept at `now`, the longest waiting first. */
  dueSweeps(now: Instant, limit?: number): Promise<string[]>;
};

/** Connections, or shops, named by one scan; the next scan names the rest. */
const MAX_DUE_CONNECTIONS = 1_000;

export function createShopDirectory(prisma: PrismaClient): ShopDirectory {
  return {
    async byDomain(domain) {
      const row = await prisma.shop.findUnique({ where: { domain } });
      return row && shopFacts(row);
    },

    async byConnection(connectionId) {
      const [row] = await prisma.$queryRaw<ShopRow[]>`
        SELECT shops.id, domain, name, currency, time_zone AS "timeZone", country, taxes_included AS "taxesIncluded"
        FROM connections JOIN shops ON shops.id = connections.shop_id WHERE connections.id = ${connectionId}`;
      return row ? shopFacts(row) : null;
    },

    async activeConnection(shopId) {
      const [row] = await prisma.$queryRaw<{ id: string }[]>`
        SELECT connections.id FROM connections JOIN shops ON shops.id = connections.shop_id AND shops.uninstalled_at IS NULL
        WHERE connections.shop_id = ${shopId} AND connections.status = 'active' LIMIT 1`;
      return row?.id ?? null;
    },

    async isParked(connectionId) {
      const rows = await prisma.$queryRaw<unknown[]>`
        SELECT 1 FROM connections JOIN shops ON shops.id = connections.shop_id AND shops.uninstalled_at IS NULL
        WHERE connections.id = ${connectionId} AND connections.status = 'parked'`;
      return rows.length > 0;
    },

    async dueConnections(now, limit = MAX_DUE_CONNECTIONS) {
      const rows = await prisma.$queryRaw<{ id: string }[]>`
        SELECT connections.id
        FROM connections
        JOIN shops ON shops.id = connections.shop_id AND shops.uninstalled_at IS NULL
        -- Without saved settings set-up is not finished, and nothing may be posted.
        JOIN settings ON settings.shop_id = connections.shop_id
        JOIN LATERAL (
          SELECT LEAST(
            (SELECT MIN(due_at) FROM due_orders
             WHERE due_orders.shop_id = connections.shop_id AND (connections.status = 'active' OR due_orders.listed_seq IS DISTINCT FROM due_orders.seq)),
            -- A run whose orders are still to be found.
            (SELECT MIN(created_at) FROM runs WHERE runs.shop_id = connections.shop_id AND runs.state = 'finding' AND connections.status = 'active')
          ) AS oldest
        ) AS due ON due.oldest <= ${toDate(now)}
        WHERE connections.status IN ('active', 'parked')
        ORDER BY due.oldest, connections.id
        LIMIT ${limit}`;
      return rows.map(({ id }) => id);
    },

    async dueSweeps(now, limit = MAX_DUE_CONNECTIONS) {
      // A shop that was never swept: as long after it connected as between two sweeps, while its webhooks bring what is new.
      const sweptBefore = toDate(now.subtract({ minutes: SWEEP_EVERY_MINUTES }));
      const rows = await prisma.$queryRaw<{ id: string }[]>`
        SELECT shops.id
        FROM shops
        JOIN connections ON connections.shop_id = shops.id AND connections.status = 'active'
        JOIN settings ON settings.shop_id = shops.id
        LEFT JOIN shop_cursors ON shop_cursors.shop_id = shops.id
        WHERE shops.uninstalled_at IS NULL
          AND CASE WHEN shop_cursors.next_sweep_at IS NULL THEN connections.created_at <= ${sweptBefore} ELSE shop_cursors.next_sweep_at <= ${toDate(now)} END
        ORDER BY shop_cursors.next_sweep_at NULLS FIRST, shops.id
        LIMIT ${limit}`;
      return rows.map(({ id }) => id);
    },
  };
}

export type ShopRow = { id: string; domain: string; name: string | null; currency: string; timeZone: string; country: string; taxesIncluded: boolean };

export const shopFacts = (row: ShopRow): ShopFacts => ({
  id: row.id,
  domain: row.domain,
  name: row.name ?? row.domain,
  currency: row.currency,
  timeZone: row.timeZone,
  country: row.country,
  taxesIncluded: row.taxesIncluded,
});
