import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sampleOrder } from "#app/domain/order/sample-order.ts";
import { type JsonObject, textOf } from "#sandbox/quickbooks/wire/json.ts";
import { openShopFloor, type ShopFloor } from "./shop-floor.ts";

describe("a payment that QuickBooks books hours after its answer was lost, and again when it is asked again", () => {
  let floor: ShopFloor;
  const order = sampleOrder({ paid: ["43.20"] });
  beforeEach(async () => {
    floor = await openShopFloor({ switches: { throttling: false, requestIds: "ignore" } });
    await floor.configure({ mode: "sales_orders_no_invoices_payments" }, []);
    floor.orders.set(order.id, order);
    floor.company.quickbooks.setFaults(floor.company.realmId, [{ on: "POST /payment", nth: 1, do: "lateCommit", ms: 3 * 3_600_000 }]);
    await floor.sync();
    floor.company.advance({ seconds: 3 });
    await floor.drain();
  });
  afterEach(() => floor[Symbol.asyncDispose]());

  const payments = (): JsonObject[] => floor.company.quickbooks.documents(floor.company.realmId, "Payment");
  const later = async (duration: { hours?: number; minutes?: number }): Promise<void> => {
    floor.company.advance(duration);
    await floor.drain();
  };
  const ids = (): string[] => payments().map((row) => textOf(row, "Id") ?? "");

  it("is in the books at once, and looked for once more when no copy can come any more", async () => {
    expect(payments()).toMatchObject([{ TotalAmt: 43.2 }]);
    expect(await floor.recorded(order.id)).toEqual({ state: "posted", reason: null });
    const [kept] = ids();

    await later({ hours: 4 });
    expect(ids()).toHaveLength(2);
    await later({ hours: 2, minutes: 15 });
    expect(ids()).toEqual([kept]);
    expect(await floor.recorded(order.id)).toEqual({ state: "posted", reason: null });

    floor.calls();
    await later({ hours: 24 });
    expect(floor.calls()).toEqual([]);
  });

  it("stays twice, as an issue with its remedy, where the copy stands on a bank deposit", async () => {
    await later({ hours: 4 });
    const copy = ids()[1] ?? "";
    floor.company.quickbooks.bookkeeper(floor.company.realmId, { action: "deposit", payments: [copy] });
    await later({ hours: 3 });
    expect(ids()).toHaveLength(2);
    expect(await floor.recorded(order.id)).toEqual({ state: "attention", reason: expect.stringContaining("twice, 43.20 USD each") });

    floor.company.quickbooks.bookkeeper(floor.company.realmId, { action: "undeposit", payments: [copy] });
    await later({ minutes: 16 });
    expect(ids()).toHaveLength(1);
    expect(await floor.recorded(order.id)).toEqual({ state: "posted", reason: null });
  });

  it("is not made a third time for a person who deleted it and asks for a resync while the first sending may still arrive", async () => {
    const [first = ""] = ids();
    floor.company.quickbooks.bookkeeper(floor.company.realmId, { action: "delete", kind: "payment", id: first });
    await later({ hours: 1 });
    await floor.sync("person");
    expect(ids()).toEqual([]);
    expect(await floor.recorded(order.id)).toMatchObject({ state: "waiting" });
    for (let hour = 0; hour < 8; hour += 1) await later({ hours: 1 });
    expect(ids()).toHaveLength(1);
    expect(await floor.recorded(order.id)).toEqual({ state: "posted", reason: null });
  });

  it("keeps the copy where a person took the first one away and queries still tell of both", async () => {
    await later({ hours: 4 });
    const [first = "", copy = ""] = ids();
    await later({ hours: 2, minutes: 14 });
    floor.company.quickbooks.setSwitches(floor.company.realmId, { queryLagMs: 120_000 });
    floor.company.quickbooks.bookkeeper(floor.company.realmId, { action: "delete", kind: "payment", id: first });
    await later({ minutes: 1 });
    expect(ids()).toEqual([copy]);
  });

  it.each([["by itself", "webhook"], ["when a person asks for a resync", "person"]] as const)("stands in for the first one where a person took that away: it is the order's payment then, found %s", async (_how, origin) => {
    const [first = ""] = ids();
    floor.company.quickbooks.bookkeeper(floor.company.realmId, { action: "delete", kind: "payment", id: first });
    await later({ hours: 4 });
    const [copy] = ids();
    if (origin === "person") await floor.sync("person");
    await later({ hours: 3 });
    expect(ids()).toEqual([copy]);
    expect(await floor.recorded(order.id)).toEqual({ state: "posted", reason: null });
    floor.calls();
    await floor.sync("person");
    expect(floor.calls().filter((call) => call.startsWith("POST"))).toEqual([]);
    expect(ids()).toEqual([copy]);
  });

  it("is removed with its copy when a person has the order removed, and only after no copy can come", async () => {
    await floor.ask({ orderId: order.id, kind: "remove" });
    expect(await floor.recorded(order.id)).toMatchObject({ state: "waiting" });
    for (let hour = 0; hour < 8; hour += 1) await later({ hours: 1 });
    expect(payments()).toEqual([]);
    expect(await floor.recorded(order.id)).toMatchObject({ state: "undone" });
  });
});
