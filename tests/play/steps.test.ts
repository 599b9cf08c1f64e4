/** The steps and settings of a script that the stories do not need, each played through the real app. */
import { describe, expect, it } from "vitest";
import { playStory } from "#sandbox/play/play-story.ts";
import type { PlayResult } from "#sandbox/play/result/result.ts";
import { parseScript } from "#sandbox/play/script/script.ts";
import { testWorld } from "./test-world.ts";

/** 2 × 10.00 with tax 2.00 and shipping 5.00: 27.00. */
const order = (name: string): object => ({
  name,
  financial_status: "paid",
  line_items: [{ sku: "TEA", title: "Tea", quantity: 2, price: "10.00", tax_lines: [{ title: "Tax", rate: 0.1, price: "2.00" }] }],
  shipping: "5.00",
});
const create = (name: string): object => ({ do: "create", order: order(name) });
const documents = (name: string, ...expected: object[]): object => ({ do: "expect", order: name, documents: expected });
const salesOrder = { kind: "sales_order", total: "27.00" };
const applied = { kind: "payment", total: "27.00", status: "applied" };
const paidInvoice = { kind: "invoice", total: "27.00", balance: "0.00" };

describe("a script", () => {
  const world = testWorld();

  function play(steps: object[], config: object = {}): Promise<PlayResult> {
    const script = parseScript(JSON.stringify({ config, steps }));
    const orders = new Map(script.steps.flatMap((step, index) => (step.do === "create" ? [[index, step.order] as const] : [])));
    return playStory(world(), { script, orders });
  }

  it("changes mode, statuses, rules and settings on the way, and repairs a missing payment by resync (M7)", async () => {
    const { failures } = await play(
      [
        create("#1"),
        documents("#1", salesOrder),
        { do: "setMode", value: "sales_orders_no_invoices_payments" },
        { do: "resync", orders: ["#1"] },
        documents("#1", salesOrder, { kind: "payment", status: "unapplied" }),
        { do: "setStatuses", value: ["fulfilled"] },
        { do: "setSettings", value: { numberPrefix: "W-" } },
        { do: "setRules", value: [{ title: "no payments", when: { all: [{ field: "order.name", op: "contains", value: "2" }] }, then: [{ action: "mark_as_unpaid", value: true }] }] },
        create("#2"),
        { ...documents("#2"), state: "skipped" },
        { do: "fulfil", order: "2" },
        documents("#2", { ...salesOrder, number: "W-2" }),
      ],
      { mode: "sales_orders" },
    );
    expect(failures).toEqual([]);
  }, 60_000);

  it("kills and restarts the app, and the story goes on", async () => {
    const { failures } = await play([
      { do: "restartApp", which: "all", signal: "SIGKILL" },
      create("#1"),
      { do: "restartApp", which: "worker" },
      documents("#1", salesOrder, paidInvoice, applied),
    ]);
    expect(failures).toEqual([]);
  }, 120_000);

  it("waits for late webhooks, and calls an order lost whose webhooks never came", async () => {
    const late = await play([{ do: "webhooks", set: "delay", ms: 300 }, create("#1"), documents("#1", salesOrder, paidInvoice, applied)]);
    expect(late.failures).toEqual([]);
    const lost = await play([{ do: "webhooks", set: "lose", share: 1 }, create("#1"), { do: "expect", requests: { method: "POST", count: 0 } }]);
    expect(lost.failures).toEqual([{ place: "#1", sentence: "lost: the app has not recorded this order" }]);
  }, 60_000);

  it("survives planned faults of QuickBooks", async () => {
    const faults = [{ on: "POST /estimate", nth: 1, do: "commitThenDrop" }, { on: "POST /payment", nth: 1, do: "dropBefore" }];
    const { failures } = await play([create("#1"), { do: "advance", by: "PT10M" }, documents("#1", salesOrder, paidInvoice, applied)], { faults });
    expect(failures).toEqual([]);
  }, 60_000);

  it("survives planned faults of Shopify, and ends with another plan on the way", async () => {
    const shopifyFaults = [{ on: "graphql", nth: 1, do: "throttled" }, { on: "graphql", nth: 2, do: "status", status: 503 }];
    const { failures } = await play(
      [
        create("#1"),
        { do: "advance", by: "PT10M" },
        documents("#1", salesOrder, paidInvoice, applied),
        { do: "shopifyFaults", value: [] },
        { do: "faults", value: [{ on: "POST *", nth: 1, do: "html", commits: true }] },
        create("#2"),
        { do: "advance", by: "PT10M" },
        documents("#2", salesOrder, paidInvoice, applied),
      ],
      { shopifyFaults },
    );
    expect(failures).toEqual([]);
  }, 60_000);

  it("lets webhooks come a day late", async () => {
    const { failures } = await play([
      { do: "webhooks", set: "delay", by: "P1D" },
      create("#1"),
      { do: "expect", requests: { method: "POST", count: 0 } },
      { do: "advance", by: "P1D" },
      documents("#1", salesOrder, paidInvoice, applied),
    ]);
    expect(failures).toEqual([]);
  }, 60_000);

  it("takes the bookkeeper's hand: closed books, preferences, and a document deleted or edited", async () => {
    const { failures, orders } = await play([
      create("#1"),
      { do: "quickbooks", action: "edit", kind: "sales_order", order: "#1", patch: { PrivateNote: "called the customer" } },
      { do: "quickbooks", action: "delete", kind: "payment", order: "#1" },
      documents("#1", salesOrder, { kind: "invoice", balance: "27.00" }),
      { do: "quickbooks", action: "setPreferences", value: { "SalesFormsPrefs.AutoApplyCredit": false } },
      { do: "quickbooks", action: "closeBooks", value: "2099-12-31" },
      create("#2"),
      { do: "expect", order: "#2", issues: ["period_closed"], state: "attention" },
    ]);
    expect(failures).toEqual([]);
    expect(orders[0]?.documents.map(({ kind, status }) => `${kind} ${status}`)).toContain("payment deleted");
  }, 60_000);

  it("lets a bookkeeper bring the money to the bank and take it back, and make an invoice from the estimate", async () => {
    const { failures } = await play([
      create("#1"),
      { do: "expect", trialBalance: { "Shopify Clearing": "27.00", Checking: "0" } },
      { do: "quickbooks", action: "deposit", kind: "payment", order: "#1" },
      { do: "expect", trialBalance: { Checking: "27.00", "Shopify Clearing": "0" } },
      { do: "quickbooks", action: "undeposit", kind: "payment", order: "#1" },
      { do: "expect", trialBalance: { "Shopify Clearing": "27.00", Checking: "0" } },
      { do: "setMode", value: "sales_orders" },
      create("#2"),
      { do: "quickbooks", action: "invoiceFromEstimate", kind: "sales_order", order: "#2", number: "H-1" },
      { do: "quickbooks", action: "setSwitches", value: { requestIds: "ignore" } },
      { do: "quickbooks", action: "create", kind: "invoice", value: { DocNumber: "H-2", CustomerRef: { name: "Somebody Else" }, Line: [{ Amount: 9, DetailType: "SalesItemLineDetail", SalesItemLineDetail: { ItemRef: { name: "Advice" } } }] } },
      { do: "expect", trialBalance: { "Accounts Receivable": "36.00" } },
    ]);
    expect(failures).toEqual([]);
  }, 60_000);

  it("refunds, edits and cancels orders; the app hears of each although it posts none of them", async () => {
    const { failures, orders } = await play(
      [
        create("#1"),
        { do: "refund", order: "#1", lines: [{ sku: "TEA", quantity: 1, restock: true }], shipping: "full" },
        create("#2"),
        { do: "edit", order: "#2", add: [{ sku: "CUP", quantity: 1, price: "7.00" }], set: [{ sku: "TEA", quantity: 1 }] },
        create("#3"),
        { do: "cancel", order: "3" },
        create("#4"),
        { do: "cancel", order: "#4", refund: false },
      ],
      { statuses: ["fulfilled"] },
    );
    expect(failures).toEqual([]);
    const shop = world().shopify.shops().at(-1)?.domain ?? "";
    const summaries = world().shopify.orders(shop).map(({ name, financialStatus }) => `${name} ${financialStatus}`);
    expect(summaries).toEqual(["#1 PARTIALLY_REFUNDED", "#2 PAID", "#3 REFUNDED", "#4 PAID"]);
    expect(orders.map(({ name, state, documents }) => [name, state, documents.length])).toEqual(["#1", "#2", "#3", "#4"].map((name) => [name, "skipped", 0]));
    expect(orders.slice(2).map(({ status }) => status)).toEqual(["cancelled", "cancelled"]);
  }, 60_000);

  it("deletes an order in Shopify and still tells of it", async () => {
    const { failures, orders } = await play([
      create("#1"),
      { do: "delete", order: "#1" },
      { do: "expect", order: "#1", documents: [salesOrder, paidInvoice, applied] },
    ]);
    expect(failures).toEqual([]);
    expect(orders.map(({ name }) => name)).toEqual(["#1"]);
  }, 60_000);

  it.each([
    ["pay an order that does not exist", [{ do: "pay", order: "#9" }], 'steps[0]: there is no order "#9" at this point; orders so far: none'],
    ["pay an order that is paid", [create("#1"), { do: "pay", order: "#1" }], "steps[1]: order #1: nothing is outstanding"],
    ["refund more than was paid", [create("#1"), { do: "refund", order: "#1", amount: "30.00" }], "steps[1]: order #1: 30.00 cannot be refunded, 27.00 of what was paid is left"],
    ["edit what is not in the order", [create("#1"), { do: "edit", order: "#1", set: [{ sku: "CUP", quantity: 1 }] }], "steps[1]: order #1 has no CUP"],
    ["cancel twice", [create("#1"), { do: "cancel", order: "#1" }, { do: "cancel", order: "#1" }], "steps[2]: order #1 is cancelled already"],
    ["delete a document that is not there", [create("#1"), { do: "quickbooks", action: "delete", kind: "payment", order: "#1" }], "steps[1]: order #1 has no live payment at this point"],
  ])("that wants to %s is wrong, at that place", async (_, steps, sentence) => {
    await expect(play(steps, { mode: "sales_orders" })).rejects.toThrow(sentence);
  }, 60_000);
});
