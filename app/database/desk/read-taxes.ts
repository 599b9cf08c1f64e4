/** The sets of taxes that the shop's orders were seen with, and the tax codes they got. Decides nothing. */
import type { TaxFacts } from "#app/pipeline/ports/shop-desk.ts";
import { parseStoredFacts } from "../repositories/company-facts.ts";
import { currentConnection } from "./current-connection.ts";
import type { DeskScope } from "./desk-scope.ts";

/** A shop has a handful of sets; those of older orders come back with the next order that has them. */
const ORDERS_LOOKED_AT = 500;

export async function readTaxes(scope: DeskScope): Promise<TaxFacts> {
  const connection = await currentConnection(scope);
  const codes = parseStoredFacts(connection?.facts).company?.taxCodes.map(({ name }) => name) ?? [];
  if (codes.length === 0) return { codes, sets: [] };
  const { prisma, shopId } = scope;
  const [coded, waiting] = await Promise.all([
    prisma.$queryRaw<{ set: string; code: string }[]>`
      SELECT DISTINCT ON (code ->> 'set') code ->> 'set' AS "set", code ->> 'name' AS "code"
      FROM (SELECT plan, updated_at FROM orders WHERE shop_id = ${shopId} AND plan IS NOT NULL ORDER BY updated_at DESC LIMIT ${ORDERS_LOOKED_AT}) AS latest,
        LATERAL jsonb_path_query(latest.plan, '$[*].lines[*].taxCode') AS code
      WHERE code ->> 'set' IS NOT NULL
      ORDER BY code ->> 'set', latest.updated_at DESC`,
    prisma.$queryRaw<{ set: string }[]>`SELECT DISTINCT data ->> 'cause' AS "set" FROM issues WHERE shop_id = ${shopId} AND state = 'open' AND code = 'tax_code_missing'`,
  ]);
  const open = new Set(waiting.map(({ set }) => set));
  const sets = [...coded.filter(({ set }) => !open.has(set)), ...[...open].map((set) => ({ set, code: null }))];
  return { codes, sets: sets.sort((a, b) => (a.set < b.set ? -1 : 1)) };
}
