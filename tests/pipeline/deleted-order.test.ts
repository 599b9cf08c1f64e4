import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sampleOrder } from "#app/domain/order/sample-order.ts";
import { openShopFloor, type ShopFloor } from "./shop-floor.ts";

describe("an order that is deleted in Shopify while the answer to its first document is lost", () => {
  let floor: ShopFloor;
  const order = sampleOrder({});
  const deleteInShopify = async (): Promise<void> => {
    floor.orders.delete(order.id);
    await floor.tenant.repositories.due.mark([order.id], "webhook", floor.company.clock.now());
    await floor.drain();
  };
  const faults = (...planned: object[]): void => floor.company.quickbooks.setFaults(floor.company.realmId, planned);

  beforeEach(async () => {
    floor = await openShopFloor();
    await floor.configure({ mode: "sales_orders" }, []);
    const other = { ...sampleOrder({ name: "#1000" }), id: "gid://shopify/Order/1" };
    floor.orders.set(other.id, other);
    await floor.sync();
    floor.orders.clear();
    floor.orders.set(order.id, order);
  });
  afterEach(() => floor[Symbol.asyncDispose]());

  it("is not said to be without documents: what arrived is found, and can be removed", async () => {
    faults({ on: "POST /estimate", do: "commitThenDrop" }, { on: "GET /query", times: 100, do: "status", status: 503 });
    await floor.sync();
    await deleteInShopify();
    expect(await floor.recorded(order.id)).toMatchObject({ state: "waiting" });

    faults();
    floor.company.advance({ minutes: 11 });
    await floor.drain();
    expect(await floor.recorded(order.id)).toEqual({ state: "attention", reason: "Deleted in Shopify; its documents stay in QuickBooks. You can remove them, or leave them." });
    await floor.ask({ orderId: order.id, kind: "remove" });
    expect(floor.company.quickbooks.documents(floor.company.realmId, "Estimate")).toMatchObject([{ DocNumber: "1000" }]);
  });

  it("is said to be without documents once none can arrive any more, and none is made", async () => {
    faults({ on: "POST /estimate", times: 100, do: "dropBefore" });
    await floor.sync();
    await deleteInShopify();
    expect(await floor.recorded(order.id)).toMatchObject({ state: "waiting" });
    for (let hours = 0; hours < 8; hours += 1) {
      floor.company.advance({ hours: 1 });
      await floor.drain();
    }
    expect(await floor.recorded(order.id)).toEqual({ state: "skipped", reason: "Deleted in Shopify; it has no documents in QuickBooks." });
    expect(floor.company.quickbooks.documents(floor.company.realmId, "Estimate")).toHaveLength(1);
  });
});
