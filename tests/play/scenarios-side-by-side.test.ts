/** Stories that need no clock of their own, played side by side through the real app. */
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { comesOut } from "./comes-out.ts";
import { SIDE_BY_SIDE } from "./scenario-names.ts";
import { loadScenario, testWorld } from "./test-world.ts";

const customerSchema = z.object({ DisplayName: z.string() });

it.each([...SIDE_BY_SIDE, "a25", "bundles", "customers"])("%s leaves the clock alone, which those beside it share", (name) => {
  const { config, steps } = loadScenario(name).script;
  expect(config.clock).toBeNull();
  expect(steps.map((step) => step.do)).not.toContain("advance");
});

describe("stories side by side", () => {
  const world = testWorld();

  it.concurrent.each(SIDE_BY_SIDE)("%s comes out exactly as written by hand", async (name) => {
    await comesOut(world(), name);
  }, 120_000);

  it.concurrent("a25: an order of 700 lines is one invoice of 707.00", async () => {
    const { orders } = await comesOut(world(), "a25");
    expect(orders[0]?.documents.find(({ kind }) => kind === "invoice")?.lines).toHaveLength(700);
  }, 120_000);

  it.concurrent("bundles comes out exactly as written by hand: what is sold, and what comes back, is so many of each item at its own price, and the difference", async () => {
    const { orders } = await comesOut(world(), "bundles");
    const lines = (name: string, kind: string): unknown => orders.find((order) => order.name === name)?.documents.find((document) => document.kind === kind)?.lines.map(({ quantity, amount, taxCode }) => [quantity, amount, taxCode]);
    expect(lines("#1061", "invoice")).toEqual([[4, "36.00", "TAX"], [2, "9.00", "TAX"], [null, "5.00", "TAX"]]);
    expect(lines("#1061", "refund_receipt")).toEqual([[2, "18.00", "TAX"], [1, "4.50", "TAX"], [null, "2.50", "TAX"]]);
    expect(lines("#1063", "refund_receipt")).toEqual([[2, "18.00", "TAX"], [1, "4.50", "TAX"], [null, "-2.50", "TAX"]]);
  }, 120_000);

  it.concurrent("customers comes out exactly as written by hand, and each person is one customer", async () => {
    const { requests } = await comesOut(world(), "customers");
    const made = requests.filter(({ method, path, status }) => method === "POST" && path === "/customer" && status === 200).map(({ body }) => customerSchema.parse(body).DisplayName);
    expect(made.toSorted()).toEqual(["Ada Lovelace", expect.stringMatching(/^Ada Lovelace \(Shopify \d+\)$/), expect.stringMatching(/^Grace Hopper \(Shopify \d+\)$/), "Shopify customer of order #1023"]);
  }, 120_000);
});
