import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Sample, sampleOrder } from "#app/domain/order/sample-order.ts";
import type { Rule } from "#app/domain/rules/rule.ts";
import { textOf } from "#sandbox/quickbooks/wire/json.ts";
import { openShopFloor, type ShopFloor } from "./shop-floor.ts";

const INVOICE_WHEN_SHIPPED: Rule = {
  title: "Invoice when it ships", enabled: true,
  when: { all: [{ field: "order.status", op: "does_not_equal", value: "fulfilled" }] }, then: [{ action: "stop_creating_invoices" }],
};

describe("a preview", () => {
  let floor: ShopFloor;
  beforeEach(async () => {
    floor = await openShopFloor();
    await floor.configure({}, [INVOICE_WHEN_SHIPPED]);
  });
  afterEach(() => floor[Symbol.asyncDispose]());

  const ID = sampleOrder({}).id;
  const place = (sample: Sample): void => void floor.orders.set(ID, sampleOrder(sample));
  const writes = async (terms?: Parameters<ShopFloor["preview"]>[0]) => (await floor.preview(terms)).map(({ writes: each }) => each.map(({ op, document }) => `${op} ${document.kind}`));
  /** Every row of every table that tells of documents, and every write that QuickBooks got. */
  const traces = async () => ({
    postings: await floor.prisma.posting.count(), operations: await floor.prisma.operation.count(), bindings: await floor.prisma.binding.findMany({ orderBy: { id: "asc" } }),
    orders: await floor.prisma.order.findMany(), timeline: await floor.prisma.timelineEntry.count(), snapshots: await floor.prisma.snapshot.count(), due: await floor.prisma.dueOrder.findMany(),
    written: floor.company.quickbooks.requests(floor.company.realmId).filter(({ method }) => method !== "GET"),
  });

  it("says which documents an order would get, and writes nothing", async () => {
    place({ paid: ["43.20"], fulfilled: "everything" });
    const before = await traces();
    expect(await writes()).toEqual([["create sales_order", "create invoice", "create payment"]]);
    expect(await traces()).toEqual(before);
    const [order] = await floor.preview();
    expect(order).toMatchObject({ state: "posted", reason: null, issues: [], read: { name: "#1001" }, proof: { verdict: "matches", money: { books: "43.20" } } });
  });

  it("says only what is missing, also where a bookkeeper deleted it (M7)", async () => {
    place({ paid: ["43.20"] });
    await floor.sync();
    expect(await writes()).toEqual([[]]);
    const [payment] = floor.company.quickbooks.documents(floor.company.realmId, "Payment");
    floor.company.quickbooks.bookkeeper(floor.company.realmId, { action: "delete", kind: "payment", id: textOf(payment ?? {}, "Id") });
    const before = await traces();
    expect(await writes()).toEqual([["create payment"]]);
    expect(await traces()).toEqual(before);
    place({ paid: ["43.20"], fulfilled: "everything" });
    expect(await writes()).toEqual([["create invoice", "create payment"]]);
  });

  it("says why an order is left out, and what 'Sync anyway' or other statuses would make of it", async () => {
    await floor.configure({ statuses: ["fulfilled"] }, []);
    place({ paid: ["43.20"] });
    expect(await floor.preview()).toMatchObject([{ state: "skipped", reason: "Not synced: the order is paid; chosen statuses are fulfilled.", writes: [] }]);
    const all = [["create sales_order", "create invoice", "create payment"]];
    expect(await writes({ statuses: null, anyway: true })).toEqual(all);
    expect(await writes({ statuses: ["paid"], anyway: false })).toEqual(all);
  });

  it("of one order's own Resync shows what a rule holds; of a run it says that the rule holds it", async () => {
    await floor.configure({}, [{ title: "Look first", enabled: true, when: { all: [] }, then: [{ action: "hold_for_review" }] }]);
    place({ paid: ["43.20"] });
    expect(await floor.preview()).toMatchObject([{ state: "held", writes: [] }]);
    expect(await writes(null)).toEqual([["create sales_order", "create invoice", "create payment"]]);
  });

  it("says what waits while QuickBooks cannot be asked", async () => {
    place({ paid: ["43.20"] });
    floor.company.quickbooks.setFaults(floor.company.realmId, [{ on: "GET *", do: "status", status: 503 }]);
    expect(await floor.preview()).toMatchObject([{ state: "waiting", reason: "Waiting for QuickBooks.", writes: [] }]);
  });
});
