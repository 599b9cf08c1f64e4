/** The stories of docs/accounting (design page 03) with documents and trial balances written by hand, played through the real app. */
import { readdirSync } from "node:fs";
import { dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { comesOut } from "./comes-out.ts";
import { ELSEWHERE, OF_ORDERS, SIDE_BY_SIDE, WITH_OTHER_HANDS } from "./scenario-names.ts";
import { scenarioFile, testWorld } from "./test-world.ts";

it("every scenario is played", () => {
  const files = readdirSync(dirname(scenarioFile("a01"))).filter((file) => file.endsWith(".json")).map((file) => file.replace(/\.json$/, ""));
  expect([...OF_ORDERS, ...WITH_OTHER_HANDS, ...SIDE_BY_SIDE, ...ELSEWHERE].toSorted()).toEqual(files.toSorted());
});

const invoiceSchema = z.object({
  GlobalTaxCalculation: z.string(),
  TxnTaxDetail: z.object({ TaxLine: z.array(z.object({ Amount: z.number(), TaxLineDetail: z.object({ TaxPercent: z.number(), NetAmountTaxable: z.number() }) })) }),
});

describe("stories of orders", () => {
  const world = testWorld();

  it.each(OF_ORDERS.filter((name) => name !== "a07" && name !== "a15"))("%s comes out exactly as written by hand", async (name) => {
    await comesOut(world(), name);
  }, 60_000);

  it("a15 comes out so, and sends tax per agency as Shopify has it, and each line its code", async () => {
    const { requests, orders } = await comesOut(world(), "a15");
    const sent = invoiceSchema.parse(requests.find(({ method, path }) => method === "POST" && path === "/invoice")?.body);
    expect(sent.GlobalTaxCalculation).toBe("TaxExcluded");
    expect(sent.TxnTaxDetail.TaxLine.map(({ Amount, TaxLineDetail: { TaxPercent, NetAmountTaxable } }) => [TaxPercent, NetAmountTaxable, Amount])).toEqual([[5, 176.97, 8.85], [7, 93.06, 6.51]]);
    expect(orders[0]?.documents.find(({ kind }) => kind === "invoice")?.lines.map(({ amount, taxCode }) => [amount, taxCode])).toEqual([
      ["89.00", "GST/PST BC"], ["91.00", "GST"], ["12.40", "Exempt"], ["11.00", "GST/PST BC"], ["-6.94", "GST/PST BC"], ["-7.09", "GST"], ["-0.97", "Exempt"],
    ]);
  }, 60_000);

  it("a07 comes out so, and tells why the order was left out", async () => {
    const { orders } = await comesOut(world(), "a07");
    expect(orders).toMatchObject([{ name: "#1007", state: "skipped", documents: [], reason: expect.stringMatching(/pending/i) as string }]);
  }, 60_000);
});
