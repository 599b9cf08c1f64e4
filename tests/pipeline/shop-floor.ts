/** For pipeline tests: real database, real QuickBooks adapter against the simulated company, and orders handed in by the test instead of Shopify. */
import { Temporal } from "temporal-polyfill";
import type { PrismaClient } from "#app/database/client.ts";
import { askWish } from "#app/database/desk/ask-wish.ts";
import type { NewWish } from "#app/database/repositories/wishes.ts";
import { type TestDatabase, testDatabase } from "#app/database/testing.ts";
import { createTenant, type Tenant } from "#app/database/repositories/testing/tenant.ts";
import { deskOf } from "#app/composition/testing/desk-of.ts";
import type { ShopDesk } from "#app/pipeline/ports/shop-desk.ts";
import { createConfiguration } from "#app/database/repositories/configuration.ts";
import type { Order } from "#app/domain/order/order.ts";
import type { Rule } from "#app/domain/rules/rule.ts";
import type { Settings } from "#app/domain/settings/settings.ts";
import { DEFAULT_SETTINGS } from "#app/domain/settings/settings.ts";
import { failure, success } from "#app/domain/result.ts";
import { type ConnectedCompany, connectCompany } from "#app/ledgers/quickbooks-online/testing/connected-company.ts";
import type { DrainContext } from "#app/pipeline/context.ts";
import { drainConnection } from "#app/pipeline/drain.ts";
import type { PreviewedOrder } from "#app/pipeline/ports/preview.ts";
import { previewOrders } from "#app/pipeline/preview/preview.ts";
import { requestKeyFor } from "#app/pipeline/keys.ts";
import type { OrderSource } from "#app/pipeline/ports/order-source.ts";
import { atEndOfFile } from "../../scripts/testing/at-end-of-file.ts";

export type ShopFloor = AsyncDisposable & {
  company: ConnectedCompany;
  tenant: Tenant;
  prisma: PrismaClient;
  /** Orders as Shopify has them now, by id. */
  orders: Map<string, Order>;
  configure(settings: Partial<Settings>, rules: Rule[]): Promise<void>;
  /** Marks every order due and drains once. */
  sync(origin?: "webhook" | "person"): Promise<void>;
  /** What the screens are told. */
  desk: ShopDesk;
  /** What a person presses on the order's page, and the drain that follows. */
  ask(wish: Pick<NewWish, "orderId" | "kind"> & Partial<NewWish>): Promise<void>;
  /** What "Resync" does, and the drain that follows. */
  resync(orderId: string): Promise<void>;
  /** Drains what is due by now, without marking anything. */
  drain(): Promise<void>;
  /** What syncing every order by a person's hand would do. */
  /** `terms`: of the run that asks; null for one order by its own press. */
  preview(terms?: { statuses: string[] | null; anyway: boolean } | null): Promise<PreviewedOrder[]>;
  /** What the app recorded of an order. */
  recorded(orderId: string): Promise<{ state: string; reason: string | null }>;
  /** `POST /invoice 200`, one per QuickBooks request since the last call. */
  calls(): string[];
};

/** One database for all tests of a file: every floor is a shop of its own in it. */
let opened: Promise<TestDatabase> | null = null;
export async function closeShopFloors(): Promise<void> {
  const closing = opened;
  opened = null;
  await (await closing)?.drop();
}
// `npm run lives:booked` has no test that would end.
if (process.env["VITEST"] !== undefined) atEndOfFile(closeShopFloors);

/** `around`: what a test puts around a drain's ports. */
export async function openShopFloor(companyConfig: object = {}, around: (context: DrainContext) => DrainContext = (context) => context): Promise<ShopFloor> {
  opened ??= testDatabase();
  const database = await opened;
  const company = await connectCompany(companyConfig);
  const tenant = await createTenant(database.prisma);
  const orders = new Map<string, Order>();
  const source: OrderSource = {
    fetch: (ids) => Promise.resolve(success({ snapshots: ids.filter((id) => orders.has(id)).map((orderId) => ({ orderId, body: { id: orderId } })), missing: ids.filter((id) => !orders.has(id)) })),
    normalise: ({ orderId }) => {
      const order = orders.get(orderId);
      return order ? success(order) : failure("not there");
    },
  };
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const { repositories } = tenant;
  const context: DrainContext = { repositories, source, ledger: company.ledger, clock: company.clock, requestKey: requestKeyFor("test-app"), log: quiet, signal: new AbortController().signal };
  const drain = async (): Promise<void> => {
    await drainConnection(around(context));
  };
  const configuration = createConfiguration({ prisma: database.prisma, shopId: tenant.shopId });
  const { desk } = await deskOf(database, tenant);
  let seen = 0;
  return {
    company, tenant, orders, drain, desk, prisma: database.prisma,
    preview: (terms = { statuses: null, anyway: false }) => previewOrders(context, [...orders.keys()], terms),
    async configure(settings, rules) {
      await configuration.saveSettings({ ...DEFAULT_SETTINGS, ...settings }, Temporal.Now.instant());
      await configuration.publishRules(rules, Temporal.Now.instant());
    },
    async sync(origin = "webhook") {
      await repositories.due.mark([...orders.keys()], origin, company.clock.now());
      await drain();
    },
    async ask(wish) {
      await askWish({ prisma: database.prisma, shopId: tenant.shopId }, { found: null, asItIs: false, askedBy: "77", ...wish }, company.clock.now());
      await drain();
    },
    async resync(orderId) {
      await askWish({ prisma: database.prisma, shopId: tenant.shopId }, { orderId, kind: "resync", found: null, asItIs: false, askedBy: "77" }, company.clock.now());
      await drain();
    },
    async recorded(orderId) {
      const row = await database.prisma.order.findFirst({ where: { shopId: tenant.shopId, orderGid: orderId }, select: { state: true, reason: true } });
      return row ?? { state: "none", reason: null };
    },
    calls() {
      const all = company.quickbooks.requests(company.realmId);
      const fresh = all.slice(seen);
      seen = all.length;
      return fresh.map(({ method, path, status }) => `${method} ${path} ${status}`);
    },
    async [Symbol.asyncDispose]() {
      await company[Symbol.asyncDispose]();
    },
  };
}
