/** The directory of shops and connections: the only queries that begin without a shop, because they are how one is found. Reads only. */
import type { Instant, ShopFacts } from "#app/pipeline/ports/repositories.ts";
import type { PrismaClient, Shop } from "../generated/client.ts";
import { toDate } from "./instants.ts";

export type ShopDirectory = {
  byDomain(domain: string): Promise<ShopFacts | null>;
  /** The shop a connection belongs to, whatever the connection's status. */
  byConnection(connectionId: string): Promise<ShopFacts | null>;
  /** The id of the shop's connection that orders may be drained through now. */
  activeConnection(shopId: string): Promise<string | null>;
  /** Active connections of installed shops that finished set-up, with orders due at `now`, the longest waiting first. */
  dueConnections(now: Instant, limit?: number): Promise<string[]>;
};

/** Connections named by one scan; the next scan names the rest. */
const MAX_DUE_CONNECTIONS = 1_000;

export function createShopDirectory(prisma: PrismaClient): ShopDirectory {
  return {
    async byDomain(domain) {
      const row = await prisma.shop.findUnique({ where: { domain } });
      return row && shopFacts(row);
    },

    async byConnection(connectionId) {
      const row = await prisma.connection.findUnique({ where: { id: connectionId }, select: { shop: true } });
      return row && shopFacts(row.shop);
    },

    async activeConnection(shopId) {
      const row = await prisma.connection.findFirst({ where: { shopId, status: "active", shop: { uninstalledAt: null } }, select: { id: true } });
      return row?.id ?? null;
    },

    async dueConnections(now, limit = MAX_DUE_CONNECTIONS) {
      const rows = await prisma.$queryRaw<{ id: string }[]>`
        SELECT connections.id
        FROM connections
        JOIN shops ON shops.id = connections.shop_id AND shops.uninstalled_at IS NULL
        -- Without saved settings set-up is not finished, and nothing may be posted.
        JOIN settings ON settings.shop_id = connections.shop_id
        JOIN LATERAL (SELECT MIN(due_at) AS oldest FROM due_orders WHERE due_orders.shop_id = connections.shop_id) AS due ON due.oldest <= ${toDate(now)}
        WHERE connections.status = 'active'
        ORDER BY due.oldest, connections.id
        LIMIT ${limit}`;
      return rows.map(({ id }) => id);
    },
  };
}

export const shopFacts = (row: Shop): ShopFacts => ({
  id: row.id,
  domain: row.domain,
  name: row.name ?? row.domain,
  currency: row.currency,
  timeZone: row.timeZone,
  country: row.country,
  taxesIncluded: row.taxesIncluded,
});
