/** Wires previews: the shop's orders, its books and its record, all of them only read. Knows every adapter and decides nothing. */
import { setTimeout as delay } from "node:timers/promises";
import { Temporal } from "temporal-polyfill";
import { createLooking, type LookingScope } from "#app/database/repositories/looking.ts";
import { readLegs } from "#app/database/desk/read-legs.ts";
import { createShopRepositories } from "#app/database/repositories/shop-repositories.ts";
import { failure, type Result, success } from "#app/domain/result.ts";
import type { RunAsk } from "#app/domain/runs/selection.ts";
import { LOOKING_FOR_MS, LOOKING_PACE_WINDOWS, PACE_CHANGE_MS } from "#app/ledgers/quickbooks-online/limits.ts";
import { createPacing, type Pacing } from "#app/ledgers/quickbooks-online/pacing.ts";
import { requestKeyFor } from "#app/pipeline/keys.ts";
import type { Fault } from "#app/pipeline/ports/fault.ts";
import type { FoundOrder, OrderFinder } from "#app/pipeline/ports/order-finder.ts";
import type { Instant, ShopFacts } from "#app/pipeline/ports/repositories.ts";
import type { RunPreview, ShopDesk } from "#app/pipeline/ports/shop-desk.ts";
import { accountEffect } from "#app/pipeline/preview/account-effect.ts";
import { previewOrders } from "#app/pipeline/preview/preview.ts";
import { spanOf } from "#app/pipeline/runs/find-orders.ts";
import { createOrderSource } from "#app/shopify/orders/order-source.ts";
import { openQuickBooks, type QuickBooksParts } from "./quickbooks.ts";
import { type ShopifyParts, shopFinder, shopGraphql } from "./shop-graphql.ts";

export type PreviewParts = QuickBooksParts & ShopifyParts & { directory: { activeConnection(shopId: string): Promise<string | null> } };

const ORDERS_PER_PAGE = 25;

const NOT_CONNECTED = "QuickBooks is not connected, so nothing can be previewed. Connect it on the Connection page.";

/** Of any shop. Everybody who looks at a company shares one pace: two people, or two presses, must not take twice as many calls. */
export function createPreviews(parts: PreviewParts): (shop: ShopFacts) => Pick<ShopDesk, "preview" | "previewOrder"> {
  const paces = new Map<string, Pacing>();
  const paceOf = (connectionId: string): Pacing => {
    const pace = paces.get(connectionId) ?? createPacing(() => performance.now(), LOOKING_PACE_WINDOWS, () => parts.clock.now().epochMilliseconds);
    paces.set(connectionId, pace);
    return pace;
  };
  return (shop) => previewsOf(parts, shop, paceOf);
}

function previewsOf(parts: PreviewParts, shop: ShopFacts, paceOf: (connectionId: string) => Pacing): Pick<ShopDesk, "preview" | "previewOrder"> {
  const look = async (orderIds: readonly string[], terms: Pick<RunAsk, "statuses" | "anyway">): Promise<Result<RunPreview["orders"], string>> => {
    const connectionId = await parts.directory.activeConnection(shop.id);
    if (connectionId === null) return failure(NOT_CONNECTED);
    const { prisma, secretBox, clock, environment } = parts;
    const repositories = await createShopRepositories({ prisma, shopId: shop.id, connectionId, secretBox });
    const ledger = await openQuickBooks(parts, repositories, paceOf(connectionId));
    const source = createOrderSource({ graphql: shopGraphql(parts, shop.domain) });
    const context = { repositories, source, ledger, clock, requestKey: requestKeyFor(environment.shopify.apiKey), log: parts.log, signal: new AbortController().signal };
    const orders = await whileLooking({ prisma, shopId: shop.id, connectionId, now: clock.now() }, () => previewOrders(context, orderIds, { statuses: terms.statuses, anyway: terms.anyway }));
    if (orderIds.length > 0 && orders.length === 0) return failure("Shopify did not answer for these orders just now. Try again in a moment.");
    const scope = { prisma, shopId: shop.id };
    return success(await Promise.all(orders.map(async (order) => ({ ...order, effect: accountEffect(order.writes, await readLegs(scope, order.orderId)) }))));
  };

  return {
    async preview({ selection, ...terms }, cursor) {
      const finder = shopFinder(parts, shop.domain);
      const page = await pageOf(finder, selection, cursor, shop.timeZone);
      if (!page.ok) return failure(wordsOf(page.failure));
      const { orders: found, next, notFound } = page.value;
      const [orders, since] = await Promise.all([look(found.map(({ orderId }) => orderId), terms), finder.visibleSince(parts.clock.now())]);
      // Without an answer nothing is claimed: the hint is a help, not a result.
      const mayHide = (from: Instant): boolean => (selection.kind === "numbers" ? notFound.length > 0 : Temporal.Instant.compare(spanOf(selection, shop.timeZone).from, from) < 0);
      const hiddenBefore = since.ok && since.value !== null && mayHide(since.value) ? since.value : null;
      return orders.ok ? success({ orders: orders.value, next, notFound, hiddenBefore }) : orders;
    },
    async previewOrder(orderId) {
      const orders = await look([orderId], { statuses: null, anyway: false });
      return orders.ok ? success(orders.value[0] ?? null) : orders;
    },
  };
}

/** The worker is told to leave room; where it may be calling, its last full second is waited out (decision 034). */
async function whileLooking<Seen>(at: LookingScope & { now: Instant }, look: () => Promise<Seen>): Promise<Seen> {
  const looking = createLooking(at);
  const { isNew, workerBusy } = await looking.begin(LOOKING_FOR_MS, at.now);
  if (isNew && workerBusy) await delay(PACE_CHANGE_MS);
  try {
    return await look();
  } finally {
    await looking.end(PACE_CHANGE_MS);
  }
}

type FoundPage = { orders: FoundOrder[]; next: string | null; notFound: string[] };

/** A cursor names Shopify's page and how far into it the last one went: Shopify's pages are longer. */
async function pageOf(finder: OrderFinder, selection: RunAsk["selection"], cursor: string | null, timeZone: string): Promise<Result<FoundPage, Fault>> {
  const [, skipped = "0", after = ""] = /^(\d+):(.*)$/s.exec(cursor ?? "") ?? [];
  const begin = Number(skipped);
  if (selection.kind === "numbers") {
    const named = await finder.named(selection.numbers.slice(begin, begin + ORDERS_PER_PAGE));
    const more = begin + ORDERS_PER_PAGE < selection.numbers.length;
    return named.ok ? success({ orders: named.value.found, notFound: named.value.missing, next: more ? `${begin + ORDERS_PER_PAGE}:` : null }) : named;
  }
  const page = await finder.placedBetween(spanOf(selection, timeZone), after === "" ? null : after);
  if (!page.ok) return page;
  const orders = page.value.orders.slice(begin, begin + ORDERS_PER_PAGE);
  const more = begin + ORDERS_PER_PAGE < page.value.orders.length;
  const next = more ? `${begin + ORDERS_PER_PAGE}:${after}` : page.value.next === null ? null : `0:${page.value.next}`;
  return success({ orders, next, notFound: [] });
}

function wordsOf(fault: Fault): string {
  return fault.kind === "needs_auth" ? "Shopify does not let Tieout read orders just now. Open the app once more in this shop's admin." : "Shopify did not answer just now. Try again in a moment.";
}
