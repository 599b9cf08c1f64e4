/** What customers and items of the shop are called in the connected company. Knows nothing of how they are found or made. */
import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Binding, Bindings } from "#app/pipeline/ports/repositories.ts";
import { toDate } from "./instants.ts";
import { jsonText } from "./json-text.ts";
import type { ShopScope } from "./scope.ts";

const detailsSchema = z.record(z.string(), z.unknown());

export function createBindings({ prisma, shopId, connectionId }: ShopScope): Bindings {
  return {
    async load(type, localKeys) {
      const rows = await prisma.$queryRaw<{ localKey: string; ledgerId: string | null; name: string | null; details: unknown }[]>`
        SELECT local_key AS "localKey", ledger_id AS "ledgerId", name, details FROM bindings
        WHERE shop_id = ${shopId} AND connection_id = ${connectionId} AND type = ${type} AND local_key = ANY(${[...localKeys]}::text[]) AND state = 'bound'`;
      return new Map(rows.map((row): [string, Binding] => [row.localKey, { ...row, details: detailsSchema.parse(row.details ?? {}) }]));
    },

    async bind(type, { localKey, ledgerId, name, details }, at) {
      await prisma.$executeRaw`
        INSERT INTO bindings (id, shop_id, connection_id, type, local_key, ledger_id, name, state, details, created_at, updated_at)
        VALUES (
          ${randomUUID()}, ${shopId}, ${connectionId}, ${type}, ${localKey}, ${ledgerId}, ${name}, 'bound', ${jsonText(details)}::jsonb, ${toDate(at)}, ${toDate(at)}
        )
        ON CONFLICT (shop_id, connection_id, type, local_key) DO UPDATE SET
          ledger_id = EXCLUDED.ledger_id, name = EXCLUDED.name, state = 'bound', details = EXCLUDED.details, updated_at = EXCLUDED.updated_at`;
    },

    async boundTo(type, ledgerId) {
      const row = await prisma.binding.findFirst({
        where: { shopId, connectionId, type, ledgerId, state: "bound" },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        select: { localKey: true },
      });
      return row?.localKey ?? null;
    },
  };
}
