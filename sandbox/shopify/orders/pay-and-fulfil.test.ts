import { afterEach, describe, expect, it } from "vitest";
import { DOMAIN, openShop } from "../testing/open-shop.ts";
import type { OpenShop } from "../testing/open-shop.ts";

const PAYMENT = `query($id: ID!) { order(id: $id) { displayFinancialStatus displayFulfillmentStatus paymentGatewayNames
  netPaymentSet { shopMoney { amount } } totalOutstandingSet { shopMoney { amount } }
  transactions { kind status gateway formattedGateway amountSet { shopMoney { amount } } parentTransaction { kind } }
  fulfillments { name fulfillmentLineItems(first: 5) { nodes { quantity lineItem { sku } } } }
  lineItems(first: 5) { nodes { sku unfulfilledQuantity } } } }`;
const LINES = [{ sku: "A", quantity: 2, price: "30.00" }, { sku: "B", quantity: 1, price: "40.00" }];

describe("paying and fulfilling", () => {
  let open: OpenShop;
  afterEach(async () => {
    await open.shopify.close();
  });
  const order = async (gid: string): Promise<Record<string, unknown>> => (await open.graphql(PAYMENT, { id: gid })).data?.["order"] as Record<string, unknown>;

  it("takes two captures of an authorisation", async () => {
    open = await openShop();
    const { gid, financialStatus } = open.shopify.createOrder(DOMAIN, { name: "#7", line_items: LINES, financial_status: "authorized", gateway: "paypal" });
    expect(financialStatus).toBe("AUTHORIZED");
    expect(open.shopify.pay(DOMAIN, "#7", { amount: "60.00" }).financialStatus).toBe("PARTIALLY_PAID");
    expect(open.shopify.pay(DOMAIN, "#7").financialStatus).toBe("PAID");
    expect(await order(gid)).toMatchObject({
      netPaymentSet: { shopMoney: { amount: "100.0" } },
      totalOutstandingSet: { shopMoney: { amount: "0.0" } },
      paymentGatewayNames: ["paypal"],
      transactions: [
        { kind: "AUTHORIZATION", parentTransaction: null },
        { kind: "CAPTURE", gateway: "paypal", formattedGateway: "PayPal", amountSet: { shopMoney: { amount: "60.0" } }, parentTransaction: { kind: "AUTHORIZATION" } },
        { kind: "CAPTURE", amountSet: { shopMoney: { amount: "40.0" } } },
      ],
    });
  });

  it("makes a sale where nothing was authorised, and refuses more than is outstanding", async () => {
    open = await openShop();
    const { gid } = open.shopify.createOrder(DOMAIN, { line_items: LINES });
    expect(() => open.shopify.pay(DOMAIN, gid, {})).toThrow("no order");
    expect(() => open.shopify.pay(DOMAIN, "#1001", { amount: "100.01" })).toThrow("more than is outstanding");
    expect(open.shopify.pay(DOMAIN, "#1001", { gateway: "PayPal" }).financialStatus).toBe("PAID");
    expect(() => open.shopify.pay(DOMAIN, "#1001")).toThrow("nothing is outstanding");
    expect((await order(gid))["transactions"]).toMatchObject([{ kind: "SALE", status: "SUCCESS", gateway: "paypal" }]);
  });

  it("ships part of an order, then the rest", async () => {
    open = await openShop();
    const { gid } = open.shopify.createOrder(DOMAIN, { line_items: LINES, financial_status: "paid" });
    expect(open.shopify.fulfil(DOMAIN, "#1001", { lines: [{ sku: "A", quantity: 1 }] }).fulfillmentStatus).toBe("PARTIALLY_FULFILLED");
    expect(() => open.shopify.fulfil(DOMAIN, "#1001", { lines: [{ sku: "A", quantity: 2 }] })).toThrow("A cannot be fulfilled, 1 are left");
    expect(open.shopify.fulfil(DOMAIN, "#1001").fulfillmentStatus).toBe("FULFILLED");
    expect(() => open.shopify.fulfil(DOMAIN, "#1001")).toThrow("nothing is left");
    expect(await order(gid)).toMatchObject({
      fulfillments: [
        { name: "#1001.1", fulfillmentLineItems: { nodes: [{ quantity: 1, lineItem: { sku: "A" } }] } },
        { name: "#1001.2", fulfillmentLineItems: { nodes: [{ quantity: 1, lineItem: { sku: "A" } }, { quantity: 1, lineItem: { sku: "B" } }] } },
      ],
      lineItems: { nodes: [{ unfulfilledQuantity: 0 }, { unfulfilledQuantity: 0 }] },
    });
  });

  it("leaves an order as it was when an action is refused", async () => {
    open = await openShop();
    const before = open.shopify.createOrder(DOMAIN, { line_items: LINES });
    open.advance({ hours: 1 });
    expect(() => open.shopify.pay(DOMAIN, "#1001", { amount: "0" })).toThrow("above zero");
    expect(open.shopify.orders(DOMAIN)).toEqual([before]);
    expect(open.shopify.pay(DOMAIN, "#1001").updatedAt).toBe("2026-11-02T11:00:00Z");
  });

  it("counts a free order as paid, and knows one customer per address", async () => {
    open = await openShop();
    const free = open.shopify.createOrder(DOMAIN, { line_items: [{ quantity: 1, price: "0" }], financial_status: "paid", customer: { email: "Ada@example.com", name: "Ada von Berg" } });
    const second = open.shopify.createOrder(DOMAIN, { line_items: LINES, customer: { email: "ada@example.com" } });
    expect(free.financialStatus).toBe("PAID");
    const customers = await open.graphql("query($ids: [ID!]!) { nodes(ids: $ids) { ... on Order { customer { id displayName } } } }", { ids: [free.gid, second.gid] });
    const [one, two] = customers.data?.["nodes"] as { customer: { id: string; displayName: string } }[];
    expect(one).toEqual(two);
    expect(one?.customer.displayName).toBe("Ada von Berg");
  });

  it("keeps two orders of one name and acts on the latest", async () => {
    open = await openShop();
    const older = open.shopify.createOrder(DOMAIN, { name: "#1", line_items: LINES });
    const newer = open.shopify.createOrder(DOMAIN, { name: "#1", line_items: LINES });
    expect(open.shopify.pay(DOMAIN, "#1").id).toBe(newer.id);
    expect(open.shopify.pay(DOMAIN, older.id).id).toBe(older.id);
  });
});
