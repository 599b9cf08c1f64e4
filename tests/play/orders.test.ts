/** Real order files, created as they are and posted with difference 0. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { playStory } from "#sandbox/play/play-story.ts";
import { contractsDir } from "#tests/contracts/contracts-dir.ts";
import { invalidBodies } from "./invalid-bodies.ts";
import { loadOrderFile, testWorld } from "./test-world.ts";

describe.skipIf(contractsDir === undefined)(`real order files${contractsDir === undefined ? " (contracts absent)" : ""}`, () => {
  const world = testWorld();

  const order = (name: string): string => join(contractsDir ?? "", "shopify/orders", `${name}.json`);

  it("a pending order becomes a sales order and an open invoice of 199.00", async () => {
    const result = await playStory(world(), loadOrderFile(order("rest_order_pending")));
    const { orders, failures } = result;
    expect(failures).toEqual([]);
    expect(invalidBodies(result)).toEqual([]);
    expect(orders).toMatchObject([{ name: "#1002", state: "posted", issues: [], proof: { shop: "199.00", books: "199.00", difference: "0.00" } }]);
    expect(orders[0]?.documents.map(({ kind, total, balance }) => ({ kind, total, balance }))).toEqual([
      { kind: "sales_order", total: "199.00", balance: undefined },
      { kind: "invoice", total: "199.00", balance: "199.00" },
    ]);
  }, 60_000);

  it("a fulfilled and paid order is invoiced, and its payment is applied", async () => {
    const result = await playStory(world(), loadOrderFile(order("rest_order_fulfilled")));
    const { orders, failures } = result;
    expect(failures).toEqual([]);
    expect(invalidBodies(result)).toEqual([]);
    expect(orders).toMatchObject([{ name: "#1002", state: "posted", issues: [], proof: { shop: "199.00", books: "199.00", difference: "0.00" } }]);
    expect(orders[0]?.documents.map(({ kind, total, balance, status }) => ({ kind, total, balance, status }))).toEqual([
      { kind: "sales_order", total: "199.00", balance: undefined, status: "closed" },
      { kind: "invoice", total: "199.00", balance: "0.00", status: "paid" },
      { kind: "payment", total: "199.00", balance: "0.00", status: "applied" },
    ]);
  }, 60_000);
});
