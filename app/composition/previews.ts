/** Wires previews: the shop's orders, its books and its record, all of them only read. Knows every adapter and decides nothing. */
import { Temporal } from "temporal-polyfill";
import { readLegs } from "#app/database/desk/read-legs.ts";
import { failure, type Result, success } from "#app/domain/result.ts";
import type { RunAsk } from "#app/domain/runs/selection.ts";
import { requestKeyFor } from "#app/pipeline/keys.ts";
import type { Fault } from "#app/pipeline/ports/fault.ts";
import type { FoundOrder, OrderFinder } from "#app/pipeline/ports/order-finder.ts";
import type { Instant, ShopFacts } from "#app/pipeline/ports/repositories.ts";
import type { RunPreview, ShopDesk } from "#app/pipeline/ports/shop-desk.ts";
import { accountEffect } from "#app/pipeline/preview/account-effect.ts";
import { previewOrders } from "#app/pipeline/preview/preview.ts";
import { spanOf } from "#app/pipeline/runs/find-orders.ts";
import { createOrderSource } from "#app/shopify/orders/order-source.ts";
import { createLookAtBooks, type LookAtBooks } from "./look-at-books.ts";
import type { QuickBooksParts } from "./quickbooks.ts";
import { type ShopifyParts, shopFinder, shopGraphql } from "./shop-graphql.ts";

export type PreviewParts = QuickBooksParts & ShopifyParts & { directory: { activeConnection(shopId: string): Promise<string | null> } };

const ORDERS_PER_PAGE = 25;

const NOT_CONNECTED = "QuickBooks is not connected, so nothing can be previewed. Connect it on the Connection page.";

/** Of any shop. */
export function createPreviews(parts: PreviewParts, lookAtBooks: LookAtBooks = createLookAtBooks(parts)): (shop: ShopFacts) => Pick<ShopDesk, "preview" | "previewOrder"> {
  return (shop) => previewsOf(parts, shop, lookAtBooks);
}

function previewsOf(parts: PreviewParts, shop: ShopFacts, lookAtBooks: LookAtBooks): Pick<ShopDesk, "preview" | "previewOrder"> {
  const look = async (orderIds: readonly string[], terms: Pick<RunAsk, "statuses" | "anyway"> | null): Promise<Result<RunPreview["orders"], string>> => {
    const connectionId = await parts.directory.activeConnection(shop.id);
    if (connectionId === null) return failure(NOT_CONNECTED);
    const { prisma, clock, environment } = parts;
    const source = createOrderSource({ graphql: shopGraphql(parts, shop.domain), fromStart: true });
    const orders = await lookAtBooks({ shopId: shop.id, connectionId }, ({ repositories, ledger }) => {
      const context = { repositories, source, ledger, clock, requestKey: requestKeyFor(environment.shopify.apiKey), log: parts.log, signal: new AbortController().signal };
      return previewOrders(context, orderIds, terms && { statuses: terms.statuses, anyway: terms.anyway });
    });
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
      const orders = await look([orderId], null);
      return orders.ok ? success(orders.value[0] ?? null) : orders;
    },
  };
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
