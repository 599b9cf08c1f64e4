/** Makes shops exist and keeps their facts fresh; never touches anything a shop owns. */
import { randomUUID } from "node:crypto";
import type { ShopRegistry } from "#app/pipeline/ports/shop-registry.ts";
import type { PrismaClient } from "./generated/client.ts";
import { toDate } from "./repositories/instants.ts";

export function createShopRegistry(prisma: PrismaClient): ShopRegistry {
  return {
    async register(facts, at) {
      const now = toDate(at);
      const id = randomUUID();
      // One statement, because a first page load registers twice at once (06: parent and child loader).
      const rows = await prisma.$queryRaw<{ id: string }[]>`
        INSERT INTO shops (id, domain, name, currency, time_zone, country, taxes_included, installed_at, updated_at)
        VALUES (${id}, ${facts.domain}, ${facts.name}, ${facts.currency}, ${facts.timeZone}, ${facts.country}, ${facts.taxesIncluded}, ${now}, ${now})
        ON CONFLICT (domain) DO UPDATE SET
          name = EXCLUDED.name, currency = EXCLUDED.currency, time_zone = EXCLUDED.time_zone, country = EXCLUDED.country,
          taxes_included = EXCLUDED.taxes_included, updated_at = EXCLUDED.updated_at,
          installed_at = CASE WHEN shops.uninstalled_at IS NULL THEN shops.installed_at ELSE EXCLUDED.installed_at END,
          uninstalled_at = NULL
        RETURNING id`;
      return rows[0]?.id ?? id;
    },
  };
}
