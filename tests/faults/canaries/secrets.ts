/** The secrets of a running world: those it was started with, and those that were issued to it, read back out of its encrypted rows. */
import { createPrisma } from "#app/database/client.ts";
import { createSecretBox } from "#app/database/secret-box.ts";
import { createSessionRows } from "#app/database/session-rows.ts";
import { createTokenStore } from "#app/database/token-store.ts";
import type { KillStage } from "../kill/stage.ts";

export type Secrets = Record<string, string>;

export async function secretsOf({ world, tenant }: KillStage): Promise<Secrets> {
  const { shopifyApiSecret, quickBooksClientSecret, quickBooksWebhookToken, encryptionKeys } = world.secrets;
  const prisma = createPrisma(world.database.url, { poolSize: 2 });
  try {
    const secretBox = createSecretBox(encryptionKeys);
    const { shop, id: connectionId } = await prisma.connection.findFirstOrThrow({ where: { shop: { domain: tenant.shop }, status: "active" }, include: { shop: true } });
    const tokens = await createTokenStore({ prisma, databaseUrl: world.database.url, shopId: shop.id, connectionId, secretBox }).read();
    const session = await createSessionRows({ prisma, secretBox, databaseUrl: world.database.url }).get(`offline_${tenant.shop}`);
    return {
      "Shopify's API secret": shopifyApiSecret,
      "QuickBooks' client secret": quickBooksClientSecret,
      "QuickBooks' webhook token": quickBooksWebhookToken,
      "the encryption key": encryptionKeys.slice(encryptionKeys.indexOf(":") + 1),
      "the database's password": new URL(world.database.url).password,
      "QuickBooks' access token": tokens.accessToken,
      "QuickBooks' refresh token": tokens.refreshToken,
      "the realm id": tenant.realmId,
      ...sessionSecrets(session?.text ?? ""),
    };
  } finally {
    await prisma.$disconnect();
  }
}

/** The library's properties, however they are written down. */
function sessionSecrets(text: string): Secrets {
  const valueOf = (name: string): string => new RegExp(`"${name}"[,:]\\s*"([^"]+)"`).exec(text)?.[1] ?? missing(name);
  return { "Shopify's access token": valueOf("accessToken"), "Shopify's refresh token": valueOf("refreshToken") };
}

function missing(name: string): never {
  throw new Error(`the stored session has no ${name}: this test would look for nothing`);
}
