/** An order that was cancelled before shipping and whose money goes back later: its closed sales order keeps its lines, and that is no difference. */
import { afterAll, afterEach, beforeEach, expect, it } from "vitest";
import { TWO_LINES } from "../goldens/stories/orders.ts";
import { UNLESS_SHIPPED } from "../goldens/story.ts";
import { openLives } from "../lives/life.ts";
import { openShopFloor, type ShopFloor } from "./shop-floor.ts";

const lives = await openLives();
afterAll(() => lives[Symbol.asyncDispose]());
let floor: ShopFloor;
beforeEach(async () => { floor = await openShopFloor({ switches: { throttling: false } }); });
afterEach(() => floor[Symbol.asyncDispose]());

it("is posted, with nothing to look at, once the money has gone back", async () => {
  await floor.configure({}, [UNLESS_SHIPPED]);
  const states: string[] = [];
  for (const order of await lives.live([TWO_LINES, { do: "cancel" }, { do: "refund", amount: "40.00" }, { do: "refund", amount: "52.40" }])) {
    floor.orders.set(order.id, order);
    await floor.sync();
    const { state, reason } = await floor.recorded(order.id);
    states.push(`${state}${reason?.includes("has paid") ? ", owed" : ""}`);
  }
  expect(states).toEqual(["posted", "attention, owed", "attention, owed", "posted"]);
  expect(floor.company.quickbooks.trialBalance(floor.company.realmId)).toEqual([]);
});
