import { afterEach, describe, expect, test } from "vitest";
import { DOMAIN, openShop, type OpenShop } from "#sandbox/shopify/testing/open-shop.ts";
import { formatMoney } from "#app/domain/money/money.ts";
import { success } from "#app/domain/result.ts";
import { createGraphqlClient } from "./graphql-client.ts";
import { createOrderSource } from "./order-source.ts";

let shop: OpenShop;
afterEach(() => shop.shopify.close());

const ALL = ["read_orders", "read_shopify_payments_disputes", "read_shopify_payments_payouts"];

async function open(scopes: readonly string[] = ALL): Promise<void> {
  shop = await openShop({}, { throttling: false, scopes });
}

const create = (gateway = "shopify_payments"): string =>
  shop.shopify.createOrder(DOMAIN, { line_items: [{ sku: "TENT", title: "Tent", quantity: 1, price: "86.40" }], financial_status: "paid", gateway }).gid;
const charge = (gid: string, outcome: "open" | "lost" | "won", more: object = {}): void => {
  shop.shopify.chargeback(DOMAIN, gid.slice(gid.lastIndexOf("/") + 1), { amount: "86.40", fee: "15.00", outcome, ...more });
};

/** By the app's own queries over HTTP: what each chargeback took and gave back. */
async function read(gid: string): Promise<string[]> {
  const { access_token } = await shop.exchange();
  const source = createOrderSource({ graphql: createGraphqlClient({ shop: DOMAIN, apiVersion: "2026-10", apiOrigin: shop.shopify.origin, token: () => Promise.resolve(success(access_token)) }) });
  const fetched = await source.fetch([gid]);
  if (!fetched.ok) throw new Error(JSON.stringify(fetched.failure));
  return fetched.value.snapshots.flatMap((snapshot) => {
    const order = source.normalise(structuredClone(snapshot));
    if (!order.ok) throw new Error(order.failure);
    return (order.value.chargebacks ?? []).map(({ state, taken, returned }) => [state, ...[taken, returned].map((each) => each && `${formatMoney(each.amount)}+${formatMoney(each.fee)}`)].join(", "));
  });
}

describe("the disputes of an order", () => {
  test("are told with what Shopify Payments took and gave back, by the number that both of their ids have", async () => {
    await open();
    const [won, lost, none] = [create(), create(), create()];
    charge(won, "open");
    charge(lost, "lost");
    expect(await read(won)).toEqual(["open, 86.40+15.00, "]);
    shop.advance({ hours: 24 * 70 });
    charge(won, "won");
    expect(await read(won)).toEqual(["won, 86.40+15.00, 86.40+15.00"]);
    expect(await read(lost)).toEqual(["lost, 86.40+15.00, "]);
    const before = shop.shopify.graphqlCalls(DOMAIN);
    expect(await read(none)).toEqual([]);
    expect(shop.shopify.graphqlCalls(DOMAIN) - before).toBe(1);
  });

  test("are found among the money of many orders, and weeks after an inquiry", async () => {
    await open();
    const asked = create();
    charge(asked, "open", { inquiry: true });
    expect(await read(asked)).toEqual([]);
    shop.advance({ hours: 24 * 30 });
    for (let index = 0; index < 260; index += 1) create();
    charge(asked, "open");
    expect(await read(asked)).toEqual(["open, 86.40+15.00, "]);
  });

  test.each([
    ["of another provider", ALL, "paypal"],
    ["without the scope for disputes", ["read_orders", "read_shopify_payments_payouts"], "shopify_payments"],
    ["without the scope for payouts", ["read_orders", "read_shopify_payments_disputes"], "shopify_payments"],
  ])("%s have no figures, and the order is read all the same", async (_name, scopes, gateway) => {
    await open(scopes);
    const gid = create(gateway);
    charge(gid, "lost");
    expect(await read(gid)).toEqual(["lost, , "]);
  });
});
