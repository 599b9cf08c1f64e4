/** The stories of docs/accounting (design page 03) with documents and trial balances written by hand, played through the real app. */
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { playStory } from "#sandbox/play/play-story.ts";
import { invalidBodies } from "./invalid-bodies.ts";
import { loadScenario, testWorld } from "./test-world.ts";

const invoiceSchema = z.object({
  GlobalTaxCalculation: z.string(),
  TxnTaxDetail: z.object({ TaxLine: z.array(z.object({ Amount: z.number(), TaxLineDetail: z.object({ TaxPercent: z.number(), NetAmountTaxable: z.number() }) })) }),
});

const customerSchema = z.object({ DisplayName: z.string() });

describe("the stories", () => {
  const world = testWorld();

  it.each(["a01", "a02", "a03", "a04", "a05", "rules-mark-as-paid", "rules-items-and-lines", "a06", "a07", "a09-not-restocked", "a12-closed", "a12-closed-since", "a14", "a15", "a19-jpy", "a19-kwd", "a19-off", "a18-duties", "a19-presentment", "a19-refunds", "a23-merged", "a23-inactive", "marketplace-tax", "sales-receipt-gb", "a27", "a27-both",
    "a28", "a28-next-number", "a28-differs", "a29", "a29-by-hand", "a32", "a32-allowed", "a32-new", "a36", "a36-resync", "a36-closed", "a38", "a39",
    "a39-before-shipping", "sales-receipts", "sales-receipts-changed", "rest-refunded-after-part-shipped", "auto-apply-own", "auto-apply-foreign", "auto-apply-payments", "auto-apply-credit-memo", "auto-apply-card", "drop-ship", "lines-come-again-before-shipping", "lines-come-again-after-the-invoice", "refused-at-the-door"])("%s comes out exactly as written by hand", async (name) => {
    const result = await playStory(world(), loadScenario(name));
    expect(result.failures).toEqual([]);
    expect(invalidBodies(result)).toEqual([]);
  }, 60_000);

  it.each(["a33", "a33-by-hand"])("%s comes out exactly as written by hand: chargebacks follow the money", async (name) => {
    const result = await playStory(world(), loadScenario(name));
    expect(result.failures).toEqual([]);
    expect(invalidBodies(result)).toEqual([]);
  }, 60_000);

  it("a15 sends tax per agency as Shopify has it, and each line its code", async () => {
    const { requests, orders } = await playStory(world(), loadScenario("a15"));
    const sent = invoiceSchema.parse(requests.find(({ method, path }) => method === "POST" && path === "/invoice")?.body);
    expect(sent.GlobalTaxCalculation).toBe("TaxExcluded");
    expect(sent.TxnTaxDetail.TaxLine.map(({ Amount, TaxLineDetail: { TaxPercent, NetAmountTaxable } }) => [TaxPercent, NetAmountTaxable, Amount])).toEqual([[5, 176.97, 8.85], [7, 93.06, 6.51]]);
    expect(orders[0]?.documents.find(({ kind }) => kind === "invoice")?.lines.map(({ amount, taxCode }) => [amount, taxCode])).toEqual([
      ["89.00", "GST/PST BC"], ["91.00", "GST"], ["12.40", "Exempt"], ["11.00", "GST/PST BC"], ["-6.94", "GST/PST BC"], ["-7.09", "GST"], ["-0.97", "Exempt"],
    ]);
  }, 60_000);

  it("a38 sends lines of an exempt customer as NON", async () => {
    const { orders } = await playStory(world(), loadScenario("a38"));
    expect(orders[0]?.documents.find(({ kind }) => kind === "invoice")?.lines.map(({ taxCode }) => taxCode)).toEqual(["NON"]);
  }, 60_000);

  it("a07 tells why the order was left out", async () => {
    const { orders } = await playStory(world(), loadScenario("a07"));
    expect(orders).toMatchObject([{ name: "#1007", state: "skipped", documents: [], reason: expect.stringMatching(/pending/i) as string }]);
  }, 60_000);

  // Side by side, each in a shop and a company of its own: none sets or moves the clock, which all of them share and which must never go back.
  it.concurrent.each(["given-back-before-shipping", "given-back-after-the-invoice", "changed-before-shipping", "edited-after-the-invoice", "cancelled-after-the-invoice",
    "gift-cards", "small-print", "products", "bundles-gb", "a25-too-many", "a13-each", "a13-kept", "a13-link-leaves-open", "a33-told"])("%s comes out exactly as written by hand", async (name) => {
    const result = await playStory(world(), loadScenario(name));
    expect(result.failures).toEqual([]);
    expect(invalidBodies(result)).toEqual([]);
  }, 120_000);

  it.concurrent("a25: an order of 700 lines is one invoice of 707.00", async () => {
    const result = await playStory(world(), loadScenario("a25"));
    expect(result.failures).toEqual([]);
    expect(invalidBodies(result)).toEqual([]);
    expect(result.orders[0]?.documents.find(({ kind }) => kind === "invoice")?.lines).toHaveLength(700);
  }, 120_000);

  it.concurrent("customers comes out exactly as written by hand, and each person is one customer", async () => {
    const { failures, requests } = await playStory(world(), loadScenario("customers"));
    expect(failures).toEqual([]);
    const made = requests.filter(({ method, path, status }) => method === "POST" && path === "/customer" && status === 200).map(({ body }) => customerSchema.parse(body).DisplayName);
    expect(made.toSorted()).toEqual(["Ada Lovelace", expect.stringMatching(/^Ada Lovelace \(Shopify \d+\)$/), expect.stringMatching(/^Grace Hopper \(Shopify \d+\)$/), "Shopify customer of order #1023"]);
  }, 120_000);

  it.concurrent("bundles comes out exactly as written by hand: what is sold, and what comes back, is so many of each item at its own price, and the difference", async () => {
    const result = await playStory(world(), loadScenario("bundles"));
    expect(result.failures).toEqual([]);
    expect(invalidBodies(result)).toEqual([]);
    const lines = (name: string, kind: string): unknown => result.orders.find((order) => order.name === name)?.documents.find((document) => document.kind === kind)?.lines.map(({ quantity, amount, taxCode }) => [quantity, amount, taxCode]);
    expect(lines("#1061", "invoice")).toEqual([[4, "36.00", "TAX"], [2, "9.00", "TAX"], [null, "5.00", "TAX"]]);
    expect(lines("#1061", "refund_receipt")).toEqual([[2, "18.00", "TAX"], [1, "4.50", "TAX"], [null, "2.50", "TAX"]]);
    expect(lines("#1063", "refund_receipt")).toEqual([[2, "18.00", "TAX"], [1, "4.50", "TAX"], [null, "-2.50", "TAX"]]);
  }, 120_000);
});
