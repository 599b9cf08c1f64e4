/** Lost webhooks make orders late and never lose them: the real worker's sweep finds them, on its own and after `advance`. */
import { describe, expect, it } from "vitest";
import { untilIdle } from "#sandbox/play/idle.ts";
import type { Stage } from "#sandbox/play/set-stage.ts";
import { createOrder, documentsIn, smallShop } from "./small-orders.ts";
import { testWorld } from "./test-world.ts";

describe("a shop whose webhooks are lost", () => {
  const world = testWorld();

  async function advance(stage: Stage, by: string): Promise<void> {
    world().clock.advance(by);
    await stage.merchant.wake();
    await untilIdle(stage);
  }

  it("has its orders in the books after a quarter of an hour, once, and no sweep brings them twice", async () => {
    const stage = await smallShop(world());
    world().shopify.setDelivery(stage.tenant.shop, { set: "lose", n: 1_000 });
    createOrder(stage, "#1");
    createOrder(stage, "#2");
    await untilIdle(stage);
    expect(documentsIn(stage, "Invoice")).toEqual([]);
    await advance(stage, "PT14M");
    expect(documentsIn(stage, "Invoice")).toEqual([]);
    await advance(stage, "PT2M");
    expect(documentsIn(stage, "Invoice")).toEqual(["1", "2"]);
    const writes = () => world().quickbooks.requests(stage.tenant.realmId).filter(({ method }) => method === "POST").length;
    const before = writes();
    await advance(stage, "PT16M");
    await advance(stage, "PT16M");
    expect(writes()).toBe(before);
    expect((await world().records.orders(stage.tenant.shop)).map(({ name, state }) => [name, state])).toEqual([["#1", "posted"], ["#2", "posted"]]);
  }, 120_000);

  it("gets a later change too, and days nobody looked at", async () => {
    const stage = await smallShop(world());
    const gid = createOrder(stage, "#1");
    await untilIdle(stage);
    world().shopify.setDelivery(stage.tenant.shop, { set: "lose", n: 1_000 });
    await advance(stage, "PT10M");
    world().shopify.fulfil(stage.tenant.shop, gid.slice(gid.lastIndexOf("/") + 1), {});
    for (const name of ["#2", "#3"]) {
      await advance(stage, "PT1M");
      createOrder(stage, name);
    }
    await advance(stage, "P5D");
    expect(documentsIn(stage, "Invoice")).toEqual(["1", "2", "3"]);
    expect((await world().records.orders(stage.tenant.shop)).map(({ name, status }) => [name, status])).toEqual([["#1", "fulfilled"], ["#2", "paid"], ["#3", "paid"]]);
  }, 120_000);
});
