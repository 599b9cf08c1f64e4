/** A company that lost its authorisation: orders are stored and shown, nothing is sent and no attempt is used up; after the reconnect everything goes on by itself. */
import { describe, expect, it } from "vitest";
import { connectQuickBooks, disconnectQuickBooks } from "#sandbox/launch/install-shop.ts";
import { untilIdle } from "#sandbox/play/idle.ts";
import type { Stage } from "#sandbox/play/set-stage.ts";
import { createOrder, documentsIn, smallShop } from "./small-orders.ts";
import { testWorld } from "./test-world.ts";

const PAUSED = ["waiting", "Paused: reconnect QuickBooks."];

describe("an order that arrives while QuickBooks is not connected", () => {
  const world = testWorld();

  const states = async ({ tenant }: Stage) => (await world().records.orders(tenant.shop)).map(({ name, state, reason }) => [name, state, reason]);
  const calls = ({ tenant }: Stage): number => world().quickbooks.requests(tenant.realmId).length;

  it("is listed as paused from Shopify alone, waits without attempts, and is posted once after the reconnect", async () => {
    const stage = await smallShop(world());
    const known = createOrder(stage, "#1");
    await untilIdle(stage);
    world().quickbooks.disconnect(stage.tenant.realmId);
    createOrder(stage, "#2");
    await untilIdle(stage);
    expect(await states(stage)).toEqual([["#1", "posted", null], ["#2", ...PAUSED]]);

    const silent = calls(stage);
    createOrder(stage, "#3");
    world().shopify.fulfil(stage.tenant.shop, known.slice(known.lastIndexOf("/") + 1), {});
    await untilIdle(stage);
    expect(await states(stage)).toEqual([["#1", ...PAUSED], ["#2", ...PAUSED], ["#3", ...PAUSED]]);
    expect(calls(stage)).toBe(silent);
    expect((await world().records.due(stage.tenant.shop)).map(({ attempts }) => attempts)).toEqual([0, 0, 0]);
    expect((await world().records.orders(stage.tenant.shop))[0]?.proof).not.toBeNull();

    await connectQuickBooks(world(), stage.tenant);
    await untilIdle(stage);
    expect(await states(stage)).toEqual([["#1", "posted", null], ["#2", "posted", null], ["#3", "posted", null]]);
    expect(documentsIn(stage, "Invoice")).toEqual(["1", "2", "3"]);
    expect(await world().records.due(stage.tenant.shop)).toEqual([]);
  }, 120_000);

  it("waits quietly where the merchant disconnected in the app, and is posted when they connect again", async () => {
    const stage = await smallShop(world());
    const { shopify, records } = world();
    await disconnectQuickBooks(world(), stage.tenant);
    createOrder(stage, "#1");
    await shopify.idle();
    await stage.merchant.wake();
    world().clock.advance("PT1H");
    await stage.merchant.wake();
    await untilIdle(stage);
    world().app.assertAlive();
    expect(await states(stage)).toEqual([]);
    expect(await records.due(stage.tenant.shop)).toHaveLength(1);
    expect(calls(stage)).toBe(0);
    await connectQuickBooks(world(), stage.tenant);
    await untilIdle(stage);
    expect(await states(stage)).toEqual([["#1", "posted", null]]);
  }, 120_000);
});
