/** Webhooks in any number and any order end in the same books (law 2), and an unchanged order asks QuickBooks for nothing. */
import { describe, expect, it } from "vitest";
import { untilIdle } from "#sandbox/play/idle.ts";
import { playSteps } from "#sandbox/play/play-steps.ts";
import { playStory } from "#sandbox/play/play-story.ts";
import type { PlayResult } from "#sandbox/play/result/result.ts";
import { setStage } from "#sandbox/play/set-stage.ts";
import { loadScenario, testWorld } from "./test-world.ts";

/** Documents without what is drawn per shop or company: ids, and the memos, references and parts made of them or of Shopify's transaction ids. */
const withoutIds = ({ orders }: PlayResult): unknown =>
  orders.map((order) => ({
    ...order,
    documents: order.documents.map(({ id: _id, part: _part, memo: _memo, docNumber, links, ...rest }) => ({
      ...rest,
      docNumber: rest.kind === "payment" ? null : docNumber,
      links: links.map((link) => link.kind).sort(),
    })),
  }));

describe("webhooks delivered five times and in reverse", () => {
  const world = testWorld();

  it("end in the same documents as a run without faults, ids apart", async () => {
    const faultless = await playStory(world(), loadScenario("a02"));
    const disturbed = await playStory(world(), loadScenario("webhooks5x"));
    expect(disturbed.failures).toEqual([]);
    expect(withoutIds(disturbed)).toEqual(withoutIds(faultless));
    expect(disturbed.trialBalance).toEqual(faultless.trialBalance);
    expect(disturbed.webhooks.received).toBe(faultless.webhooks.received * 5);
    expect(disturbed.webhooks.duplicate).toBe(faultless.webhooks.received * 4);
  }, 120_000);

  it("leave nothing to do: draining the order again sends 0 requests to QuickBooks, and a person's resync writes nothing", async () => {
    const stage = await setStage(world(), loadScenario("webhooks5x"));
    expect(await playSteps(stage)).toEqual([]);
    const before = world().quickbooks.requests(stage.tenant.realmId).length;
    const orders = world().shopify.orders(stage.tenant.shop).map(({ gid }) => gid);
    const since = () => world().quickbooks.requests(stage.tenant.realmId).slice(before);
    await stage.merchant.drainAgain(orders);
    await untilIdle(stage);
    expect(since()).toEqual([]);
    await stage.merchant.resync(orders);
    await untilIdle(stage);
    expect(since().filter(({ method }) => method !== "GET")).toEqual([]);
  }, 120_000);
});
