/** One shop with its company: both simulated sides, the rows of the app, and the connection made the way a person makes it. */
import type { PrismaClient } from "#app/database/client.ts";
import { createConfiguration, type EditableConfiguration } from "#app/database/repositories/configuration.ts";
import { createConsents } from "#app/database/consents.ts";
import { createSecretBox } from "#app/database/secret-box.ts";
import { createShopRegistry } from "#app/database/shop-registry.ts";
import { authorise, readCallback } from "#app/ledgers/quickbooks-online/oauth/authorise.ts";
import type { ShopState } from "#sandbox/shopify/state/shop-state.ts";
import type { Simulators } from "./simulators.ts";
import type { VirtualTime } from "./virtual-time.ts";

export const secretBox = createSecretBox(`suite:${Buffer.alloc(32, 7).toString("base64")}`);

export type Tenant = {
  /** `a`, `b`, `c`: for the event log. */
  name: string;
  domain: string;
  shopId: string;
  realmId: string;
  connectionId: string;
  configuration: EditableConfiguration;
  /** The shop's whole state in the simulator. */
  shop: () => ShopState;
  /** A person consents (again). */
  connect: () => Promise<void>;
};

export type TenantOptions = { seed: number; name: string; prisma: PrismaClient; simulators: Simulators; time: VirtualTime; company: object };

export async function openTenant({ seed, name, prisma, simulators, time, company }: TenantOptions): Promise<Tenant> {
  const { quickbooks, shopify, intuit } = simulators;
  const domain = `seed-${seed}-${name}.myshopify.com`;
  await forgetEarlierRun(prisma, domain);
  shopify.createShop({ domain, currency: "USD", timeZone: "America/New_York", country: "US" });
  const realmId = quickbooks.createCompany(company);
  const facts = { domain, name: `Shop ${name}`, currency: "USD", timeZone: "America/New_York", country: "US", taxesIncluded: false };
  const shopId = await createShopRegistry(prisma).register(facts, time.now());
  const consents = createConsents({ prisma, secretBox, realmKey: `suite/${domain}` });

  const connect = async (): Promise<string> => {
    const callback = readCallback(new URL(quickbooks.consent(intuit.consentUrl(`state-${name}`), realmId)).searchParams);
    if (!callback || !("granted" in callback)) throw new Error("the consent was not granted");
    const tokens = await authorise(intuit, callback.granted.code, time);
    if (!tokens.ok) throw new Error(tokens.failure);
    const outcome = await consents.connect(shopId, realmId, tokens.value, time.now());
    if (outcome.kind !== "connected") throw new Error(`not connected: ${outcome.kind}`);
    return outcome.connectionId;
  };
  const connectionId = await connect();
  return {
    name, domain, shopId, realmId, connectionId,
    configuration: createConfiguration({ prisma, shopId }),
    shop: () => stateOf(simulators, domain),
    connect: async () => {
      await connect();
    },
  };
}

/** The same seed may run twice on one database; what it left behind keeps its rows under another domain, and its company is free again. */
async function forgetEarlierRun(prisma: PrismaClient, domain: string): Promise<void> {
  await prisma.$executeRaw`UPDATE connections SET status = 'revoked' WHERE shop_id IN (SELECT id FROM shops WHERE domain = ${domain})`;
  await prisma.$executeRaw`UPDATE shops SET domain = domain || '/' || id WHERE domain = ${domain}`;
}

function stateOf({ shopify }: Simulators, domain: string): ShopState {
  let found: ShopState | undefined;
  shopify.writeHistory(domain, (state) => {
    found = state;
    return [];
  });
  if (!found) throw new Error(`no shop ${domain}`);
  return found;
}
