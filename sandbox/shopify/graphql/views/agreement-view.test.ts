import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DOMAIN, openShop } from "../../testing/open-shop.ts";
import type { OpenShop } from "../../testing/open-shop.ts";

const SALES = `id actionType lineType quantity totalAmount { ...M } totalTaxAmount { ...M } totalDiscountAmountBeforeTaxes { ...M } totalDiscountAmountAfterTaxes { ...M }
  taxes { amount { ...M } taxLine { title rate channelLiable } } ... on ProductSale { lineItem { sku } } ... on GiftCardSale { lineItem { sku } } ... on TipSale { lineItem { title } } ... on ShippingLineSale { shippingLine { title } }`;
const LEDGER = `query($id: ID!, $first: Int!, $after: String, $sales: Int!) { order(id: $id) { agreements(first: $first, after: $after) { pageInfo { hasNextPage endCursor } nodes {
  __typename id happenedAt reason ... on RefundAgreement { refund { id } } ... on ReturnAgreement { return { id } } ... on OrderAgreement { order { name } }
  sales(first: $sales) { pageInfo { hasNextPage endCursor } nodes { __typename ${SALES} } } } }
  refunds { id orderAdjustments(first: 9) { nodes { reason amountSet { ...M } taxAmountSet { ...M } } } transactions(first: 9) { nodes { id } } }
  transactions { id kind parentTransaction { id } } } }
  fragment M on MoneyBag { shopMoney { amount } }`;
const m = (amount: string): object => ({ shopMoney: { amount } });

/** 2 × 30.00 with 3.60 tax, a gift card of 40.00, 10.00 off (6.00 and 4.00), shipping 8.00 with 0.48 tax, 2.00 tip: 104.08 in all. */
const SALE = {
  name: "#7", financial_status: "paid",
  line_items: [
    { sku: "A", title: "Kettle", quantity: 2, price: "30.00", tax_lines: [{ title: "State", rate: 0.06, price: "3.60" }] },
    { sku: "G", title: "Card", quantity: 1, price: "40.00", gift_card: true },
  ],
  discount: { code: "TEN", amount: "10.00" },
  shipping: { price: "8.00", title: "Standard", tax_lines: [{ title: "State", rate: 0.06, price: "0.48" }] },
  tip: "2.00",
};

describe("the sales ledger over GraphQL", () => {
  let open: OpenShop;
  let id: string;
  beforeEach(async () => {
    open = await openShop();
    id = open.shopify.createOrder(DOMAIN, SALE).gid;
  });
  afterEach(async () => {
    await open.shopify.close();
  });
  const ledger = async (page: object = {}): Promise<Record<string, Record<string, Record<string, unknown>[]>>> => {
    const { data, errors } = await open.graphql(LEDGER, { id, first: 10, sales: 10, ...page });
    expect(errors).toBeUndefined();
    return data?.["order"] as Record<string, Record<string, Record<string, unknown>[]>>;
  };

  it("begins with what was ordered", async () => {
    expect((await ledger())["agreements"]?.["nodes"]).toMatchObject([{
      __typename: "OrderAgreement", reason: "ORDER", happenedAt: "2026-11-02T10:00:00Z", order: { name: "#7" },
      sales: { nodes: [
        { __typename: "ProductSale", actionType: "ORDER", lineType: "PRODUCT", quantity: 2, totalAmount: m("57.6"), totalTaxAmount: m("3.6"), totalDiscountAmountBeforeTaxes: m("6.0"), lineItem: { sku: "A" }, taxes: [{ amount: m("3.6"), taxLine: { title: "State", rate: 0.06, channelLiable: false } }] },
        { __typename: "GiftCardSale", lineType: "GIFT_CARD", quantity: 1, totalAmount: m("36.0"), totalTaxAmount: m("0.0"), taxes: [], lineItem: { sku: "G" } },
        { __typename: "ShippingLineSale", lineType: "SHIPPING", quantity: null, totalAmount: m("8.48"), totalTaxAmount: m("0.48"), shippingLine: { title: "Standard" } },
        { __typename: "TipSale", lineType: "TIP", quantity: 1, totalAmount: m("2.0"), lineItem: { title: "Tip" } },
      ] },
    }]);
  });

  it("tells an edit as one agreement with what came and what went, and no refund of its own", async () => {
    open.advance({ minutes: 1 });
    open.shopify.edit(DOMAIN, "#7", { add: [{ sku: "C", quantity: 2, price: "5.00", tax_lines: [{ title: "State", rate: 0.06, price: "0.60" }] }], set: [{ sku: "A", quantity: 1 }] });
    const { agreements, refunds } = await ledger();
    expect(refunds).toHaveLength(1);
    expect(agreements?.["nodes"]).toMatchObject([{ __typename: "OrderAgreement" }, {
      __typename: "OrderEditAgreement", reason: "ORDER_EDIT", happenedAt: "2026-11-02T10:01:00Z",
      sales: { nodes: [
        { actionType: "ORDER", quantity: 2, totalAmount: m("10.6"), totalTaxAmount: m("0.6"), lineItem: { sku: "C" } },
        { actionType: "RETURN", quantity: -1, totalAmount: m("-28.8"), totalTaxAmount: m("-1.8"), totalDiscountAmountAfterTaxes: m("-3.0"), taxes: [{ amount: m("-1.8") }], lineItem: { sku: "A" } },
      ] },
    }]);
  });

  it("tells a refund of an amount as an adjustment, and where its money came from", async () => {
    open.shopify.refund(DOMAIN, "#7", { amount: "5.00" });
    const { agreements, refunds, transactions } = (await ledger()) as unknown as { agreements: { nodes: object[] }; refunds: { id: string }[]; transactions: { id: string }[] };
    expect(refunds).toMatchObject([{ orderAdjustments: { nodes: [{ reason: "REFUND_DISCREPANCY", amountSet: m("-5.0"), taxAmountSet: m("0.0") }] } }]);
    const [sale, back] = transactions;
    expect(transactions).toMatchObject([{ kind: "SALE" }, { kind: "REFUND", parentTransaction: { id: sale?.id } }]);
    expect(refunds).toMatchObject([{ transactions: { nodes: [{ id: back?.id }] } }]);
    expect(agreements.nodes[1]).toMatchObject({ __typename: "RefundAgreement", reason: "REFUND", refund: { id: refunds[0]?.id }, sales: { nodes: [{ __typename: "AdjustmentSale", lineType: "ADJUSTMENT", quantity: null, totalAmount: m("-5.0") }] } });
  });

  it("tells a cancellation as a refund of everything, page by page", async () => {
    open.shopify.cancel(DOMAIN, "#7", { refund: true });
    const first = (await ledger({ first: 1, sales: 2 }))["agreements"] as unknown as { pageInfo: { hasNextPage: boolean; endCursor: string }; nodes: object[] };
    expect(first).toMatchObject({ pageInfo: { hasNextPage: true }, nodes: [{ __typename: "OrderAgreement", sales: { pageInfo: { hasNextPage: true }, nodes: [{ quantity: 2 }, { quantity: 1 }] } }] });
    expect((await ledger({ after: first.pageInfo.endCursor }))["agreements"]).toMatchObject({ pageInfo: { hasNextPage: false }, nodes: [{
      __typename: "RefundAgreement", reason: "REFUND",
      sales: { nodes: [
        { __typename: "ProductSale", quantity: -2, totalAmount: m("-57.6") }, { __typename: "GiftCardSale", quantity: -1, totalAmount: m("-36.0") },
        { __typename: "ShippingLineSale", totalAmount: m("-8.48"), totalTaxAmount: m("-0.48"), shippingLine: null }, { __typename: "TipSale", quantity: -1, totalAmount: m("-2.0") },
      ] },
    }] });
  });

  it("costs what its pages cost, and is refused above the ceiling", async () => {
    const cost = async (first: number, sales: number): Promise<unknown> => (await open.graphql(LEDGER, { id, first, sales })).extensions?.cost.requestedQueryCost;
    // order 1 + agreements 2 + 4 × (1 + refund or order 1 + sales 2 + 4 × (1 + line 1 + taxes 1 + tax line 1)) + refunds 1 + adjustments 2 + 4 + transactions 2 + 4 + transactions 1 + parent 1
    expect(await cost(10, 10)).toBe(98);
    const { errors } = await open.graphql(LEDGER, { id, first: 250, sales: 250 });
    expect(errors).toBeUndefined();
    const huge = await open.graphql("{ orders(first: 250) { nodes { agreements(first: 250) { nodes { sales(first: 250) { nodes { id } } } } } } }");
    expect(huge.errors).toMatchObject([{ extensions: { code: "MAX_COST_EXCEEDED" } }]);
  });
});
