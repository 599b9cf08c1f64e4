/** The desk of a test's shop, with what it asks of others written down instead of done; never used by the app. */
import { parseEnvironment } from "#app/config/environment.ts";
import { EXAMPLES } from "#app/config/seams.ts";
import { createShopDirectory } from "#app/database/repositories/shops.ts";
import type { Tenant } from "#app/database/repositories/testing/tenant.ts";
import type { TestDatabase } from "#app/database/testing.ts";
import { NOON } from "#app/database/desk/testing/recorded-order.ts";
import { failure } from "#app/domain/result.ts";
import type { ShopDesk } from "#app/pipeline/ports/shop-desk.ts";
import { NO_FAILPOINTS } from "../armed-failpoint.ts";
import { createShopDesk, type DeskParts } from "../shop-desk.ts";

export type Witness = {
  /** Connection ids the worker was woken for, each with what was due at that moment. */
  woken: { connectionId: string; due: number }[];
  /** Refresh tokens sent to Intuit to be revoked. */
  revoked: string[];
};

export type TestDesk = { desk: ShopDesk; witness: Witness };

/** `changes`: an Intuit or a job engine that does not answer. */
export async function deskOf({ prisma }: TestDatabase, tenant: Tenant, changes: Partial<DeskParts> = {}): Promise<TestDesk> {
  const witness: Witness = { woken: [], revoked: [] };
  const directory = createShopDirectory(prisma);
  const shop = await directory.byDomain(tenant.domain);
  if (shop === null) throw new Error(`there is no shop ${tenant.domain}`);
  const parts: DeskParts = {
    environment: parseEnvironment(EXAMPLES), failpoints: NO_FAILPOINTS, prisma, secretBox: tenant.secretBox, directory,
    intuit: { revoke: async (token) => (witness.revoked.push(token), true) },
    waker: { wake: async (connectionId) => void witness.woken.push({ connectionId, due: await prisma.dueOrder.count({ where: { shopId: tenant.shopId } }) }) },
    clock: { now: () => NOON },
    log: { info: () => {}, warn: () => {}, error: () => {} },
    storeUrl: (domain) => `https://admin.example/store/${domain}`,
    previews: () => ({ preview: () => Promise.resolve(failure("there is no Shopify in this test")), previewOrder: () => Promise.resolve(failure("there is no Shopify in this test")) }),
    askedNames: () => ({ askNames: () => Promise.resolve({}) }),
    backTests: () => ({ backTest: () => Promise.reject(new Error("there are no snapshots in this test")) }),
    ...changes,
  };
  return { desk: createShopDesk(parts, shop), witness };
}
