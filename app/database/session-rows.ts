/** Sessions of Shopify's library, sealed as a whole and bound to their row; never readable in the database. */
import type { SessionRow, SessionRows } from "#app/pipeline/ports/session-rows.ts";
import type { PrismaClient, ShopifySession } from "./generated/client.ts";
import { toDate, toInstant } from "./repositories/instants.ts";
import type { SecretBox } from "./secret-box.ts";
import { withSessionLock } from "./session-lock.ts";

/** Longer than one call to Shopify's token endpoint may take. */
const LOCK_WAIT_MS = 30_000;

export function createSessionRows({ prisma, secretBox, databaseUrl }: { prisma: PrismaClient; secretBox: SecretBox; databaseUrl: string }): SessionRows {
  const place = (id: string) => ({ table: "shopify_sessions", column: "sealed", row: id });
  const opened = (row: ShopifySession): SessionRow => ({
    id: row.id,
    shopDomain: row.shopDomain,
    isOnline: row.isOnline,
    text: secretBox.open(row.sealed, place(row.id)),
    expiresAt: row.expiresAt && toInstant(row.expiresAt),
  });

  const columnsOf = ({ id, shopDomain, isOnline, text, expiresAt }: SessionRow) => ({ shopDomain, isOnline, sealed: secretBox.seal(text, place(id)), expiresAt: expiresAt && toDate(expiresAt) });

  return {
    async put(row) {
      const columns = columnsOf(row);
      await prisma.shopifySession.upsert({ where: { id: row.id }, create: { id: row.id, ...columns }, update: columns });
    },

    async replace(before, next) {
      const row = await prisma.shopifySession.findUnique({ where: { id: before.id } });
      if (row === null || opened(row).text !== before.text) return false;
      // By its sealed text, which no two sealings share.
      return (await prisma.shopifySession.updateMany({ where: { id: row.id, sealed: row.sealed }, data: columnsOf(next) })).count === 1;
    },

    async get(id) {
      const row = await prisma.shopifySession.findUnique({ where: { id } });
      return row && opened(row);
    },

    async remove(ids) {
      await prisma.shopifySession.deleteMany({ where: { id: { in: [...ids] } } });
    },

    async ofShop(shopDomain) {
      return (await prisma.shopifySession.findMany({ where: { shopDomain } })).map(opened);
    },

    async exclusively(name, work) {
      const locked = await withSessionLock(databaseUrl, `shopify-session/${name}`, LOCK_WAIT_MS, work);
      return locked.acquired ? { value: locked.value } : null;
    },
  };
}
