/**
 * The merchant's hand on the app's own settings: mode, statuses, rules, settings, resync.
 * The screens for these come with the next issue; until then this is the one place where the sandbox uses the app's repositories, as the screens will.
 */
import { randomUUID } from "node:crypto";
import { createRunDesk } from "#app/database/runs/run-desk.ts";
import { parseRunAsk } from "#app/domain/runs/selection.ts";
import { shopDate } from "#app/domain/time/shop-date.ts";
import type { ShopDesk } from "#app/pipeline/ports/shop-desk.ts";
import type { AppEnvironment } from "./app-environment.ts";
import { openMerchantPreviews } from "./merchant-previews.ts";
import type { Rule } from "#app/domain/rules/rule.ts";
import type { Settings } from "#app/domain/settings/settings.ts";
import { createPrisma } from "#app/database/client.ts";
import { askResync, askWish } from "#app/database/desk/ask-wish.ts";
import { createConfiguration } from "#app/database/repositories/configuration.ts";
import { createDueOrders } from "#app/database/repositories/due-orders.ts";
import { createShopDirectory } from "#app/database/repositories/shops.ts";
import { createWaker, type Waker } from "#app/jobs/waker.ts";
import type { Teardown } from "./teardown.ts";
import type { WorldClock } from "./world-clock.ts";

export type Merchant = {
  changeSettings(change: (settings: Settings) => Settings): Promise<void>;
  publishRules(rules: readonly Rule[]): Promise<void>;
  /** What the resync button does: marks the orders due by a person and wakes the worker; one order as on its own page, several as when they are chosen in Shopify's list. */
  resync(orderIds: readonly string[]): Promise<void>;
  /** What "Start sync" does with what was typed; the sentence of the refusal, or null. */
  startRun(typed: object): Promise<string | null>;
  /** The runs whose orders Shopify is gathering. */
  gatheringRuns(): Promise<string[]>;
  /** What "Cancel run" does; false where it had ended. */
  cancelRun(runId: string): Promise<boolean>;
  /** What "Preview" shows on the order's page. */
  preview(orderId: string): ReturnType<ShopDesk["previewOrder"]>;
  /** What "Preview" shows of a run; a page of it. Throws when the app refuses what was typed. */
  previewRun(typed: object, cursor: string | null): ReturnType<ShopDesk["preview"]>;
  /** What "Remove from QuickBooks" does, after its confirmation. */
  remove(orderIds: readonly string[]): Promise<void>;
  /** What a webhook that says nothing new does: the orders are due once more. */
  drainAgain(orderIds: readonly string[]): Promise<void>;
  /** Lets the worker look for due orders now, and for lost webhooks if a sweep is due. */
  wake(): Promise<void>;
};

/** The merchant of an installed and connected shop. */
export type Merchants = { of(shop: string): Promise<Merchant> };

/** Call it when the app has migrated its database. */
export async function openMerchants(options: { databaseUrl: string; clock: WorldClock; environment: AppEnvironment }, teardown: Teardown): Promise<Merchants> {
  const prisma = createPrisma(options.databaseUrl, { poolSize: 2 });
  teardown.defer(() => prisma.$disconnect());
  const waker: Waker = await createWaker({ databaseUrl: options.databaseUrl, onError: (error) => console.error(`the merchant's job engine: ${error.message}`) });
  teardown.defer(() => waker.close());
  const directory = createShopDirectory(prisma);
  const previews = openMerchantPreviews(options.environment, teardown);
  return {
    async of(domain) {
      const shop = await directory.byDomain(domain);
      if (shop === null) throw new Error(`${domain} is not installed`);
      const configuration = createConfiguration({ prisma, shopId: shop.id });
      const due = createDueOrders({ prisma, shopId: shop.id });
      const { now } = options.clock;
      const wake = async (): Promise<void> => {
        const connectionId = await directory.activeConnection(shop.id);
        if (connectionId !== null) await waker.wake(connectionId);
      };
      return {
        changeSettings: async (change) => void (await configuration.saveSettings(change((await configuration.settings()).value), now())),
        publishRules: async (rules) => void (await configuration.publishRules(rules, now())),
        resync: async (orderIds) => {
          const [orderId, ...others] = orderIds;
          const scope = { prisma, shopId: shop.id };
          if (orderId !== undefined && others.length === 0) await askWish(scope, { orderId, kind: "resync", found: null, asItIs: false, askedBy: null }, now());
          else await askResync(scope, orderIds, now());
          await wake();
        },
        startRun: async (typed) => {
          const ask = parseRunAsk(typed, shopDate(now(), shop.timeZone));
          if (!ask.ok) return ask.failure;
          await createRunDesk({ prisma, shopId: shop.id }).start(ask.value, randomUUID(), null, now());
          await wake();
          return null;
        },
        gatheringRuns: async () => (await prisma.run.findMany({ where: { shopId: shop.id, state: "finding", historyId: { not: null } }, select: { id: true } })).map(({ id }) => id),
        cancelRun: async (runId) => {
          const cancelled = await createRunDesk({ prisma, shopId: shop.id }).cancel(runId, now());
          await wake();
          return cancelled;
        },
        previewRun: async (typed, cursor) => {
          const ask = parseRunAsk(typed, shopDate(now(), shop.timeZone));
          if (!ask.ok) throw new Error(ask.failure);
          return (await previews(shop)).preview(ask.value, cursor);
        },
        preview: async (orderId) => (await previews(shop)).previewOrder(orderId),
        remove: async (orderIds) => {
          for (const orderId of orderIds) await askWish({ prisma, shopId: shop.id }, { orderId, kind: "remove", found: null, asItIs: false, askedBy: null }, now());
          await wake();
        },
        drainAgain: async (orderIds) => {
          await due.mark(orderIds, "webhook", now());
          await wake();
        },
        wake: async () => {
          await wake();
          if ((await directory.dueSweeps(now())).includes(shop.id)) await waker.sweep(shop.id);
        },
      };
    },
  };
}
