/** SIGTERM while QuickBooks hangs: the worker ends within 20 s, the write it had in hand is not lost, and in the end there is one document (R10). */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { untilIdle } from "#sandbox/play/idle.ts";
import { createOrder, documentsIn, smallShop } from "./small-orders.ts";
import { testWorld } from "./test-world.ts";

const HANGS_MS = 30_000;

describe("a worker that is asked to stop", () => {
  const world = testWorld();

  it("ends within 20 s although QuickBooks answers only after 30 s, and what was in hand ends as one document", async () => {
    const stage = await smallShop(world(), { faults: [{ on: "POST /invoice", do: "delay", ms: HANGS_MS }] });
    const { records, app, runFolder } = world();
    createOrder(stage, "#1");
    createOrder(stage, "#2");
    const inHand = async () => (await records.openOperations(stage.tenant.shop)).map(({ op, kind, state }) => [op, kind, state]);
    await expect.poll(inHand, { timeout: 30_000, interval: 20 }).toEqual([["create", "invoice", "sent"]]);

    const askedAt = performance.now();
    await app.restart("worker", "SIGTERM");
    const seconds = (performance.now() - askedAt) / 1_000;
    console.log(`a worker with a hanging write ended ${seconds.toFixed(1)} s after SIGTERM`);
    expect(seconds).toBeLessThan(20);
    // By itself, not by the launcher's SIGKILL.
    expect(readFileSync(`${runFolder}/worker.log`, "utf8")).toContain('"worker stopped"');

    await untilIdle(stage);
    expect(documentsIn(stage, "Invoice")).toEqual(["1", "2"]);
    expect(await inHand()).toEqual([]);
    expect((await records.orders(stage.tenant.shop)).map(({ name, state }) => [name, state])).toEqual([["#1", "posted"], ["#2", "posted"]]);
  }, 180_000);
});
