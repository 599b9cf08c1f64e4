/** All stored state of one shop and its connection, behind one door (law 7). Whoever holds this cannot name another shop's rows. */
import type { ShopRepositories } from "#app/pipeline/ports/repositories.ts";
import type { PrismaClient } from "../generated/client.ts";
import type { SecretBox } from "../secret-box.ts";
import { createBindings } from "./bindings.ts";
import { createConfiguration } from "./configuration.ts";
import { createConnectionState } from "./connection-state.ts";
import { DefectError } from "./defect-error.ts";
import { createDueOrders } from "./due-orders.ts";
import { createLookUps } from "./look-ups.ts";
import { createOrders } from "./orders.ts";
import { createPostings } from "./postings.ts";
import { createRunOrders } from "./run-orders.ts";
import { shopFacts, type ShopRow } from "./shops.ts";
import { createWishes } from "./wishes.ts";

export type RepositoriesRequest = { prisma: PrismaClient; shopId: string; connectionId: string; secretBox: SecretBox };

/** Throws a DefectError unless the connection is the shop's own; says nothing about whether it is active. */
export async function createShopRepositories({ prisma, shopId, connectionId, secretBox }: RepositoriesRequest): Promise<ShopRepositories> {
  const [connection] = await prisma.$queryRaw<(ShopRow & { realmSealed: string })[]>`
    SELECT realm_sealed AS "realmSealed", shops.id, domain, name, currency, time_zone AS "timeZone", country, taxes_included AS "taxesIncluded"
    FROM connections JOIN shops ON shops.id = connections.shop_id WHERE connections.id = ${connectionId} AND connections.shop_id = ${shopId}`;
  if (!connection) throw new DefectError(`connection ${connectionId} is not one of shop ${shopId}`);
  const scope = { prisma, shopId, connectionId };
  return {
    shop: shopFacts(connection),
    due: createDueOrders(scope),
    orders: createOrders(scope),
    postings: createPostings(scope),
    wishes: createWishes(scope),
    runs: createRunOrders(scope),
    bindings: createBindings(scope),
    lookUps: createLookUps(scope),
    configuration: createConfiguration(scope),
    connection: createConnectionState(scope, secretBox.open(connection.realmSealed, { table: "connections", column: "realm_sealed", row: connectionId })),
  };
}
