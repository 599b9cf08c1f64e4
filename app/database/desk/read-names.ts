/** The names that settings can offer, from what is stored of the company and of its items. Never asks the ledger, and decides nothing. */
import { namesOfCompany } from "#app/domain/rules/lint/known-names.ts";
import type { BookNames } from "#app/pipeline/ports/shop-desk.ts";
import { parseStoredFacts } from "../repositories/company-facts.ts";
import { currentConnection } from "./current-connection.ts";
import type { DeskScope } from "./desk-scope.ts";

/** A list that somebody searches while typing; a page of settings does not carry a whole catalogue. */
const MOST_ITEMS = 500;
const MOST_SKUS = 100;

export async function readNames(scope: DeskScope): Promise<BookNames> {
  const connection = await currentConnection(scope);
  const { company } = parseStoredFacts(connection?.facts);
  const [items, waitingSkus] = await Promise.all([connection === null ? [] : itemNames(scope, connection.id), skusOfIssues(scope)]);
  return {
    names: { ...(company && namesOfCompany(company)), item: items },
    off: { classes: company?.tracking?.classes === null, locations: company?.tracking?.departments === null },
    waitingSkus,
  };
}

/** Of products: what stands for shipping, tips and the like is no product's item. In the order of the table's own key, so that the first ones are found without reading all. */
async function itemNames({ prisma, shopId }: DeskScope, connectionId: string): Promise<string[]> {
  const rows = await prisma.$queryRaw<{ name: string }[]>`
    SELECT name FROM bindings
    WHERE shop_id = ${shopId} AND connection_id = ${connectionId} AND type = 'item' AND state = 'bound' AND name IS NOT NULL AND local_key NOT LIKE 'role:%'
    ORDER BY local_key LIMIT ${MOST_ITEMS}`;
  return [...new Set(rows.map(({ name }) => name))].sort((a, b) => a.localeCompare(b));
}

async function skusOfIssues({ prisma, shopId }: DeskScope): Promise<string[]> {
  const rows = await prisma.$queryRaw<{ sku: string }[]>`
    SELECT DISTINCT substr(data ->> 'cause', 5) AS "sku" FROM issues
    WHERE shop_id = ${shopId} AND state = 'open' AND code = 'item_missing' AND data ->> 'cause' LIKE 'sku:%'
    ORDER BY 1 LIMIT ${MOST_SKUS}`;
  return rows.map(({ sku }) => sku);
}
