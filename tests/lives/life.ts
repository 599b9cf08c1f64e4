/** An order's life in the simulated Shopify, read after each step as the app reads it: over HTTP, by the app's own queries, normalised. */
import { Temporal } from "temporal-polyfill";
import type { Order } from "#app/domain/order/order.ts";
import { success } from "#app/domain/result.ts";
import { createGraphqlClient } from "#app/shopify/orders/graphql-client.ts";
import { createOrderSource } from "#app/shopify/orders/order-source.ts";
import type { CancelInput } from "#sandbox/shopify/orders/cancel.ts";
import type { ChargebackInput } from "#sandbox/shopify/orders/chargeback.ts";
import type { EditInput } from "#sandbox/shopify/orders/edit.ts";
import { ShopifyActionError } from "#sandbox/shopify/orders/order-errors.ts";
import type { RefundInput } from "#sandbox/shopify/orders/refund.ts";
import { DOMAIN, openShop } from "#sandbox/shopify/testing/open-shop.ts";

/** In the words of the play format (design page 09). A step that changes the order happens ten minutes after the one before. */
export type LifeStep =
  | { do: "create"; order: Record<string, unknown> }
  | { do: "pay"; amount?: string; gateway?: string }
  | { do: "fulfil"; lines?: { sku: string; quantity: number }[] }
  | ({ do: "refund" } & RefundInput)
  | ({ do: "edit" } & EditInput)
  | ({ do: "cancel" } & CancelInput)
  | ({ do: "chargeback" } & ChargebackInput)
  | { do: "wait"; for: Temporal.DurationLike };

export type ShopFacts = { currency?: string; country?: string; taxesIncluded?: boolean; timeZone?: string };

export type Lives = AsyncDisposable & {
  /** The order after each step that changed it. Throws ShopifyActionError where Shopify would refuse a step. */
  live(steps: readonly LifeStep[], options?: { leaveOutRefused?: boolean }): Promise<Order[]>;
  /** Several orders as they are at the end of their lives, read together; steps that Shopify would refuse are left out. */
  ends(lives: readonly (readonly LifeStep[])[]): Promise<Order[]>;
};

export async function openLives(facts: ShopFacts = {}): Promise<Lives> {
  const shop = await openShop(facts, { throttling: false });
  let held = { token: "", until: shop.now() };
  /** Offline tokens last an hour of the shop's clock. */
  const token = async (): Promise<string> => {
    if (Temporal.Instant.compare(held.until, shop.now()) <= 0) held = { token: (await shop.exchange()).access_token, until: shop.now().add({ minutes: 50 }) };
    return held.token;
  };
  const graphql = createGraphqlClient({ shop: DOMAIN, apiVersion: "2026-10", apiOrigin: shop.shopify.origin, token: async () => success(await token()) });
  const source = createOrderSource({ graphql });
  const readAll = async (gids: readonly string[]): Promise<Order[]> => {
    const fetched = await source.fetch(gids);
    if (!fetched.ok) throw new Error(JSON.stringify(fetched.failure));
    return fetched.value.snapshots.map((snapshot) => {
      const order = source.normalise(snapshot);
      if (!order.ok) throw new Error(order.failure);
      return order.value;
    });
  };
  return {
    [Symbol.asyncDispose]: () => shop[Symbol.asyncDispose](),
    async live(steps, { leaveOutRefused = false } = {}) {
      const lived: Order[] = [];
      for (const gid of enacted(steps, leaveOutRefused)) lived.push(...await readAll([gid]));
      return lived;
    },
    ends: (lives) => readAll(lives.flatMap((steps) => [...enacted(steps, true)].slice(-1))),
  };

  /** The order's gid after each step that was done. */
  function* enacted(steps: readonly LifeStep[], leaveOutRefused: boolean): Generator<string> {
    let gid = "";
    for (const step of steps) {
      if (step.do === "wait") {
        shop.advance(step.for);
        continue;
      }
      const acted = tried(() => act(step, gid), leaveOutRefused);
      if (acted === null) continue;
      gid = acted;
      yield gid;
      shop.advance({ minutes: 10 });
    }
  }

  function tried(action: () => string, leaveOut: boolean): string | null {
    try {
      return action();
    } catch (error) {
      if (leaveOut && error instanceof ShopifyActionError) return null;
      throw error;
    }
  }

  function act(step: Exclude<LifeStep, { do: "wait" }>, gid: string): string {
    const { shopify } = shop;
    const id = gid.slice(gid.lastIndexOf("/") + 1);
    switch (step.do) {
      case "create":
        return shopify.createOrder(DOMAIN, step.order).gid;
      case "pay":
        return shopify.pay(DOMAIN, id, step).gid;
      case "fulfil":
        return shopify.fulfil(DOMAIN, id, step).gid;
      case "refund":
        return shopify.refund(DOMAIN, id, step).gid;
      case "edit":
        return shopify.edit(DOMAIN, id, step).gid;
      case "cancel":
        return shopify.cancel(DOMAIN, id, step).gid;
      case "chargeback":
        return shopify.chargeback(DOMAIN, id, step).gid;
    }
  }
}
