/** Answers that were lost while the shop went on; the second is what seed 305 of the fault suite's first generator showed. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Sample, sampleOrder } from "#app/domain/order/sample-order.ts";
import type { Rule } from "#app/domain/rules/rule.ts";
import { openShopFloor, type ShopFloor } from "./shop-floor.ts";

const INVOICE_WHEN_SHIPPED: Rule = {
  title: "Invoice when it ships", enabled: true,
  when: { all: [{ field: "order.status", op: "does_not_equal", value: "fulfilled" }] }, then: [{ action: "stop_creating_invoices" }],
};

describe("a request whose answer was lost, and a shop that goes on", () => {
  let floor: ShopFloor;
  beforeEach(async () => {
    floor = await openShopFloor({ switches: { linkClosesEstimate: false, throttling: false } });
    await floor.configure({}, [INVOICE_WHEN_SHIPPED]);
  });
  afterEach(() => floor[Symbol.asyncDispose]());

  const place = (sample: Sample, id = "5001", title?: string): void => {
    const order = sampleOrder(sample);
    const lines = title === undefined ? order.lines : order.lines.map((line) => ({ ...line, title }));
    floor.orders.set(`gid://shopify/Order/${id}`, { ...order, lines, id: `gid://shopify/Order/${id}`, name: sample.name ?? "#1001" });
  };
  const recorded = () => floor.recorded("gid://shopify/Order/5001");

  it("an update whose answer was lost gives way to what the order is by then", async () => {
    place({});
    await floor.sync();
    floor.company.quickbooks.setFaults(floor.company.realmId, [{ on: "POST /estimate", holds: '"SyncToken"', do: "dropBefore" }]);
    place({ lines: [{ sku: "TEE", price: "20.00", quantity: 3, tax: "4.80" }] });
    await floor.sync();
    expect(await recorded()).toMatchObject({ state: "waiting" });
    place({ lines: [{ sku: "TEE", price: "20.00", quantity: 1, tax: "1.60" }], paid: ["21.60"], fulfilled: "everything" });
    for (const minutes of [5, 1, 5]) {
      floor.company.advance({ minutes });
      await floor.sync();
    }
    expect(await recorded()).toEqual({ state: "posted", reason: null });
    const { quickbooks, realmId } = floor.company;
    expect(quickbooks.documents(realmId, "Estimate")).toMatchObject([{ TxnStatus: "Closed", TotalAmt: 21.6 }]);
    expect(quickbooks.documents(realmId, "Invoice")).toMatchObject([{ TotalAmt: 21.6, Balance: 0 }]);
  });

  it.each(["remember", "forget", "ignore"])("an update that arrived and whose answer was lost is no difference that somebody made, where QuickBooks' request ids are to %s", async (requestIds) => {
    floor.company.quickbooks.setSwitches(floor.company.realmId, { requestIds });
    place({});
    await floor.sync();
    floor.company.quickbooks.setFaults(floor.company.realmId, [{ on: "POST /estimate", holds: '"SyncToken"', do: "commitThenDrop" }]);
    place({ lines: [{ sku: "TEE", price: "20.00", quantity: 3, tax: "4.80" }] });
    await floor.sync();
    floor.company.advance({ minutes: 16 });
    await floor.drain();
    expect(await recorded()).toEqual({ state: "posted", reason: null });
    expect(floor.company.quickbooks.documents(floor.company.realmId, "Estimate")).toMatchObject([{ TotalAmt: 64.8 }]);
  });

  it("an update that arrived without an answer is known for ours also when the order has changed again and the next answer is lost too", async () => {
    place({});
    await floor.sync();
    floor.company.quickbooks.setFaults(floor.company.realmId, [
      { on: "POST /estimate", holds: '"SyncToken"', nth: 1, do: "status", status: 500, commits: true }, { on: "POST /estimate", holds: '"SyncToken"', nth: 2, do: "truncate" },
    ]);
    for (const quantity of [3, 4]) {
      place({ lines: [{ sku: "TEE", price: "20.00", quantity, tax: "0.00" }] });
      await floor.sync();
      floor.company.advance({ seconds: 5 });
    }
    floor.company.advance({ minutes: 16 });
    await floor.drain();
    expect(await recorded()).toEqual({ state: "posted", reason: null });
    expect(floor.company.quickbooks.documents(floor.company.realmId, "Estimate")).toMatchObject([{ TotalAmt: 80 }]);
  });

  it("a payment that arrived, is not found yet and is refused as too much when it goes out again is recognised on its invoice", async () => {
    floor.company.quickbooks.setSwitches(floor.company.realmId, { requestIds: "ignore", queryLagMs: 30_000 });
    floor.company.quickbooks.setFaults(floor.company.realmId, [{ on: "POST /payment", do: "status", status: 500, commits: true }]);
    place({ paid: ["43.20"], fulfilled: "everything" });
    await floor.sync();
    floor.company.advance({ seconds: 16 });
    await floor.drain();
    floor.company.advance({ minutes: 16 });
    await floor.drain();
    const { quickbooks, realmId } = floor.company;
    expect(quickbooks.documents(realmId, "Payment")).toMatchObject([{ TotalAmt: 43.2, UnappliedAmt: 0 }]);
    expect(quickbooks.documents(realmId, "Invoice")).toMatchObject([{ Balance: 0 }]);
    expect(await recorded()).toEqual({ state: "posted", reason: null });
    expect(quickbooks.requests(realmId).filter(({ method, path, status }) => method === "POST" && path === "/payment" && status === 400)).toHaveLength(1);
  });

  it("a payment that comes late is one, also where its second sending was refused for another reason meanwhile", async () => {
    floor.company.quickbooks.setSwitches(floor.company.realmId, { requestIds: "ignore" });
    floor.company.quickbooks.setFaults(floor.company.realmId, [
      { on: "POST /payment", nth: 1, do: "lateCommit", ms: 5_000_000 }, { on: "POST /payment", nth: 2, do: "status", status: 400, code: "6210" },
    ]);
    place({ paid: ["43.20"] });
    await floor.sync();
    floor.company.advance({ minutes: 1 });
    await floor.drain();
    expect(await recorded()).toMatchObject({ state: "attention", reason: expect.stringContaining("closed") as string });
    for (const minutes of [16, 60, 120, 240, 60]) {
      floor.company.advance({ minutes });
      await floor.drain();
    }
    expect(floor.company.quickbooks.documents(floor.company.realmId, "Payment")).toMatchObject([{ TotalAmt: 43.2 }]);
    expect(await recorded()).toEqual({ state: "posted", reason: null });
  });

  it("a payment that comes late is found although its second sending was refused for good and nothing else was due", async () => {
    floor.company.quickbooks.setFaults(floor.company.realmId, [
      { on: "POST /payment", nth: 1, do: "lateCommit", ms: 5_000_000 }, { on: "POST /payment", nth: 2, do: "status", status: 400, code: "2500" },
    ]);
    place({ paid: ["43.20"] });
    await floor.sync();
    floor.company.advance({ minutes: 1 });
    await floor.drain();
    expect(await recorded()).toMatchObject({ state: "attention" });
    for (const minutes of [120, 240, 60]) {
      floor.company.advance({ minutes });
      await floor.drain();
    }
    expect(floor.company.quickbooks.documents(floor.company.realmId, "Payment")).toMatchObject([{ TotalAmt: 43.2 }]);
    expect(await recorded()).toEqual({ state: "posted", reason: null });
  });

  it("an item that two orders describe differently never goes out under one request id with two bodies", async () => {
    floor.company.quickbooks.setFaults(floor.company.realmId, [{ on: "POST /item", nth: 1, times: 2, do: "dropBefore" }]);
    place({ paid: ["43.20"] }, "5001", "Red tee");
    await floor.sync();
    floor.orders.clear();
    place({ paid: ["43.20"], name: "#1002" }, "5002", "Red tee, washed");
    await floor.sync();
    floor.company.advance({ minutes: 16 });
    await floor.drain();
    const bodies = new Map<string, Set<string>>();
    for (const { method, path, query, body } of floor.company.quickbooks.requests(floor.company.realmId)) {
      if (method === "POST" && path === "/item") bodies.set(query["requestid"] ?? "", (bodies.get(query["requestid"] ?? "") ?? new Set<string>()).add(JSON.stringify(body)));
    }
    expect(bodies.size).toBeGreaterThan(1);
    for (const each of bodies.values()) expect(each.size).toBe(1);
  });
});
