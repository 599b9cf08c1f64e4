/** A shop with an active connection for tests, stored in a real database; never used by the app. */
import { randomBytes, randomUUID } from "node:crypto";
import type { ShopRepositories } from "#app/pipeline/ports/repositories.ts";
import type { PrismaClient } from "../../generated/client.ts";
import { createSecretBox, type SecretBox } from "../../secret-box.ts";
import { createShopRepositories } from "../shop-repositories.ts";

export type Tenant = { shopId: string; connectionId: string; domain: string; realmId: string; secretBox: SecretBox; repositories: ShopRepositories };

const secretBox = createSecretBox(`test:${randomBytes(32).toString("base64")}`);
const IN_AN_HOUR = () => new Date(Date.now() + 3_600_000);

export async function createTenant(prisma: PrismaClient, tokens = { access: "access-1", refresh: "refresh-1" }): Promise<Tenant> {
  const shopId = randomUUID();
  const connectionId = randomUUID();
  const domain = `${shopId}.myshopify.com`;
  const realmId = `realm-of-${shopId}`;
  const seal = (column: string, plain: string) => secretBox.seal(plain, { table: "connections", column, row: connectionId });
  await prisma.shop.create({
    data: {
      id: shopId, domain, currency: "USD", timeZone: "America/New_York", country: "US", taxesIncluded: false, installedAt: new Date(),
      connections: {
        create: {
          id: connectionId, ledger: "quickbooks_online", realmHash: realmId, realmSealed: seal("realm_sealed", realmId),
          accessTokenSealed: seal("access_token_sealed", tokens.access), accessExpiresAt: IN_AN_HOUR(),
          refreshTokenSealed: seal("refresh_token_sealed", tokens.refresh), refreshExpiresAt: IN_AN_HOUR(),
          status: "active", facts: {},
        },
      },
    },
  });
  const repositories = await createShopRepositories({ prisma, shopId, connectionId, secretBox });
  return { shopId, connectionId, domain, realmId, secretBox, repositories };
}
