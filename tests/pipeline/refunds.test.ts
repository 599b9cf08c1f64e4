/** What happens to an order after it was sold, booked in the simulated company step by step: the books come to what the story's plan says, and the next sync writes nothing. */
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { formatMoney, isZero } from "#app/domain/money/money.ts";
import { balances } from "../goldens/journal.ts";
import { REFUND_STORIES } from "../goldens/stories/refunds.ts";
import { rulesOf, settingsOf, told } from "../goldens/tell.ts";
import { openLives } from "../lives/life.ts";
import { loseEverything } from "./lost-record.ts";
import { openShopFloor, type ShopFloor } from "./shop-floor.ts";

const lives = await openLives();
afterAll(() => lives[Symbol.asyncDispose]());

describe("a life in the books", () => {
  let floor: ShopFloor;
  beforeEach(async () => { floor = await openShopFloor({ switches: { throttling: false } }); });
  afterEach(() => floor[Symbol.asyncDispose]());

  const trialBalance = (): Record<string, string> =>
    Object.fromEntries(floor.company.quickbooks.trialBalance(floor.company.realmId).map(({ account, debit, credit }) => [account, debit === "0.00" ? `-${credit}` : debit]));

  it.each(REFUND_STORIES)("$name", async (story) => {
    await floor.configure(settingsOf(story), rulesOf(story));
    const orders = await lives.live(story.steps);
    for (const order of orders) {
      floor.orders.set(order.id, order);
      await floor.sync();
    }
    const { state, reason } = await floor.recorded(orders[0]?.id ?? "");
    expect([state, reason === null]).toEqual([story.endsAs ?? (story.tellsOf ? "attention" : "posted"), story.endsAs === undefined && story.tellsOf === undefined]);
    const documents = told(story, orders).at(-1)?.plan.documents ?? [];
    const planned = [...balances(documents, orders[0]?.currency ?? "")].filter(([, balance]) => !isZero(balance)).map(([account, balance]) => [account, formatMoney(balance)]);
    expect(trialBalance()).toEqual(Object.fromEntries(planned));
    floor.calls();
    await floor.sync();
    expect(floor.calls().filter((call) => call.startsWith("POST"))).toEqual([]);

    // The whole database lost: everything is found again in the books, and nothing is made a second time.
    const booked = trialBalance();
    // The stories' shop has a clock of its own, which is ahead by weeks.
    floor.company.advance({ hours: 24 * 120 });
    floor.company.quickbooks.setSwitches(floor.company.realmId, { requestIds: "ignore", duplicateDocNumberWarning: false });
    await loseEverything(floor.prisma, floor);
    floor.calls();
    await floor.sync();
    expect(floor.calls().filter((call) => call.startsWith("POST"))).toEqual([]);
    expect(trialBalance()).toEqual(booked);
  });
});
