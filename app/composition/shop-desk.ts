/** Assembles the desk of one shop: what is read comes from its database rows, what is changed wakes the worker. Built per shop, so that it can reach no other (law 7). */
import type { Environment } from "#app/config/environment.ts";
import type { PrismaClient } from "#app/database/client.ts";
import { askResync, askWish } from "#app/database/desk/ask-wish.ts";
import { changeRules, changeSettings, completeSetUp } from "#app/database/desk/change-configuration.ts";
import { eraseConnection, liveConnection } from "#app/database/desk/end-connection.ts";
import { readConnection } from "#app/database/desk/read-connection.ts";
import type { StoredDocument } from "#app/database/desk/read-documents.ts";
import { countDue, readHome } from "#app/database/desk/read-home.ts";
import { readNames } from "#app/database/desk/read-names.ts";
import { readOrder } from "#app/database/desk/read-order.ts";
import { readOrders } from "#app/database/desk/read-orders.ts";
import { readRealm } from "#app/database/desk/read-realm.ts";
import { readTaxes } from "#app/database/desk/read-taxes.ts";
import { createConfiguration } from "#app/database/repositories/configuration.ts";
import type { ShopDirectory } from "#app/database/repositories/shops.ts";
import { createRuleDesk } from "#app/database/rules/rule-desk.ts";
import { createRunDesk } from "#app/database/runs/run-desk.ts";
import type { NewWish } from "#app/database/repositories/wishes.ts";
import type { SecretBox } from "#app/database/secret-box.ts";
import { shopDate } from "#app/domain/time/shop-date.ts";
import type { Waker } from "#app/jobs/waker.ts";
import { documentUrl } from "#app/ledgers/quickbooks-online/document-url.ts";
import type { IntuitOAuth } from "#app/ledgers/quickbooks-online/oauth/intuit-client.ts";
import type { Log } from "#app/pipeline/context.ts";
import type { Clock } from "#app/pipeline/ports/clock.ts";
import type { Instant, ShopFacts } from "#app/pipeline/ports/repositories.ts";
import type { RuleDesk } from "#app/pipeline/ports/rule-desk.ts";
import type { DocumentRow, ShopDesk } from "#app/pipeline/ports/shop-desk.ts";
import type { Failpoints } from "./armed-failpoint.ts";

export type DeskParts = {
  environment: Environment;
  failpoints: Failpoints;
  prisma: PrismaClient;
  secretBox: SecretBox;
  directory: Pick<ShopDirectory, "activeConnection">;
  intuit: Pick<IntuitOAuth, "revoke">;
  waker: Pick<Waker, "wake">;
  clock: Clock;
  log: Log;
  /** The shop's pages in its admin, without a slash at the end. */
  storeUrl(domain: string): string;
  previews(shop: ShopFacts): Pick<ShopDesk, "preview" | "previewOrder">;
  backTests(shop: ShopFacts): Pick<RuleDesk, "backTest">;
  askedNames(shop: ShopFacts): Pick<RuleDesk, "askNames">;
};

export function createShopDesk(parts: DeskParts, shop: ShopFacts): ShopDesk {
  const { prisma, secretBox, clock } = parts;
  const scope = { prisma, shopId: shop.id };
  const configuration = createConfiguration(scope);
  const ruleDesk = createRuleDesk(scope, () => clock.now());
  const runDesk = createRunDesk(scope);
  const wake = () => wakeShop(parts, shop);
  const asking = parts.failpoints.port("asking", {
    resync: (orderIds: readonly string[], at: Instant) => askResync(scope, orderIds, at),
    wish: (wish: NewWish, at: Instant) => askWish(scope, wish, at),
  });
  const ask = async (wish: NewWish): Promise<void> => {
    await asking.wish(wish, clock.now());
    await wake();
  };

  return {
    shop,
    today: () => shopDate(clock.now(), shop.timeZone),
    home: () => readHome(scope, shop.timeZone, clock.now()),
    countDue: () => countDue(scope, clock.now()),
    orders: (filter) => readOrders(scope, filter, clock.now()),

    async order(orderId) {
      const [order, realmId] = await Promise.all([readOrder(scope, orderId, clock.now()), readRealm(scope, secretBox)]);
      if (order === null) return null;
      const adminUrl = `${parts.storeUrl(shop.domain)}/orders/${orderId.slice(orderId.lastIndexOf("/") + 1)}`;
      return { ...order, adminUrl, documentRows: order.documentRows.map((document) => linked(parts, realmId, document)) };
    },

    isDue: async (orderId) => (await prisma.dueOrder.count({ where: { shopId: shop.id, orderGid: orderId } })) > 0,

    settings: () => configuration.settings(),
    async saveSettings(settings) {
      await changeSettings(scope, settings, clock.now());
      await wake();
    },

    rules: () => configuration.rules(),
    async publishRules(rules) {
      await changeRules(scope, rules, clock.now());
      await wake();
    },

    ruleDesk: {
      ...ruleDesk,
      ...parts.backTests(shop),
      ...parts.askedNames(shop),
      async publishDraft(expected, choice) {
        const version = await ruleDesk.publishDraft(expected, choice);
        if (version !== null && choice.unsentToo) await wake();
        return version;
      },
    },

    async completeSetUp(settings, rules) {
      await completeSetUp(scope, settings, rules, clock.now());
      await wake();
    },

    taxes: () => readTaxes(scope),
    bookNames: () => readNames(scope),
    connection: () => readConnection(scope),

    async disconnect() {
      const live = await liveConnection(scope, secretBox);
      if (live === null) return { confirmed: true };
      const confirmed = live.refreshToken !== null && (await parts.intuit.revoke(live.refreshToken));
      if (!confirmed) parts.log.warn({ shop: shop.domain, connection: live.connectionId }, "QuickBooks did not confirm that access was revoked; the tokens are erased here");
      await eraseConnection(scope, secretBox, live.connectionId, clock.now());
      return { confirmed };
    },

    async resync(orderIds) {
      await asking.resync(orderIds, clock.now());
      await wake();
    },
    async resyncOne(orderId, by) {
      await ask({ orderId, kind: "resync", found: null, asItIs: false, askedBy: by });
    },

    ...parts.previews(shop),
    async startRun(ask, askKey, by) {
      const runId = await runDesk.start(ask, askKey, by, clock.now());
      await wake();
      return runId;
    },
    cancelRun: (runId) => runDesk.cancel(runId, clock.now()),
    runs: (cursor) => runDesk.list(cursor),
    run: (runId) => runDesk.read(runId),
    runOrders: (runId, after) => runDesk.orders(runId, after),

    remove: (orderId, askedBy) => ask({ orderId, kind: "remove", found: null, asItIs: false, askedBy }),
    leaveOut: (orderId, askedBy) => ask({ orderId, kind: "leave_out", found: null, asItIs: false, askedBy }),
    link: (orderId, found, asItIs, askedBy) => ask({ orderId, kind: "link", found, asItIs, askedBy }),
  };
}

/** Nothing to wake while disconnected or uninstalled. A wake-up that does not get through is logged only: the scan for due orders finds them. */
async function wakeShop({ directory, waker, log }: DeskParts, shop: ShopFacts): Promise<void> {
  const connectionId = await directory.activeConnection(shop.id);
  if (connectionId === null) return;
  await waker.wake(connectionId).catch((error: unknown) => log.error({ err: error, shop: shop.domain }, "the worker could not be woken; the next scan finds the orders"));
}

function linked({ environment }: DeskParts, realmId: string | null, document: StoredDocument): DocumentRow {
  const { entity, ledgerId, state } = document;
  const inBooks = realmId !== null && entity !== null && ledgerId !== null && state === "posted";
  const origins = { environment: environment.quickbooks.environment, apiOrigin: environment.quickbooks.apiOrigin ?? null };
  return { ...document, url: inBooks ? documentUrl(origins, realmId, entity, ledgerId) : null };
}
