/** What is known of the shop's connection, and its parking. Never hands out tokens: those are the token store's. */
import type { ConnectionState } from "#app/pipeline/ports/repositories.ts";
import { parseStoredFacts } from "./company-facts.ts";
import { DefectError } from "./defect-error.ts";
import { toDate, toInstant } from "./instants.ts";
import { jsonText } from "./json-text.ts";
import type { ShopScope } from "./scope.ts";

/** Characters of a stored reason. */
const MAX_REASON_LENGTH = 500;

export function createConnectionState({ prisma, shopId, connectionId }: ShopScope, realmId: string): ConnectionState {
  return {
    id: connectionId,
    realmId,

    async facts() {
      const [row] = await prisma.$queryRaw<{ facts: unknown; factsReadAt: Date | null }[]>`
        SELECT facts, facts_read_at AS "factsReadAt" FROM connections WHERE shop_id = ${shopId} AND id = ${connectionId}`;
      if (!row) throw new DefectError(`there is no connection ${connectionId}`);
      const { company, linkClosesSalesOrder } = parseStoredFacts(row.facts);
      return company && row.factsReadAt ? { company, readAt: toInstant(row.factsReadAt), linkClosesSalesOrder } : null;
    },

    async saveCompany(company, at) {
      await prisma.$executeRaw`
        UPDATE connections SET facts = facts || jsonb_build_object('company', ${jsonText(company)}::jsonb), facts_read_at = ${toDate(at)}, updated_at = ${toDate(at)}
        WHERE shop_id = ${shopId} AND id = ${connectionId}`;
    },

    async learnLinkCloses(closes) {
      await prisma.$executeRaw`
        UPDATE connections SET facts = facts || jsonb_build_object('linkClosesSalesOrder', ${closes}::boolean)
        WHERE shop_id = ${shopId} AND id = ${connectionId}`;
    },

    /** A revoked connection stays revoked. */
    async park(reason, at) {
      await prisma.connection.updateMany({
        where: { shopId, id: connectionId, status: "active" },
        data: { status: "parked", parkedReason: reason.slice(0, MAX_REASON_LENGTH), updatedAt: toDate(at) },
      });
    },
  };
}
