import { afterEach, expect, it } from "vitest";
import type { OpenShop } from "../testing/open-shop.ts";
import { DOMAIN, openShop } from "../testing/open-shop.ts";

let open: OpenShop;
afterEach(() => open.shopify.close());

const RUN = "mutation($q: String!) { bulkOperationRunQuery(query: $q) { bulkOperation { id status } userErrors { code message } } }";

it("writes nested connections under their parents and serves them without a token", async () => {
  open = await openShop();
  const { gid } = open.shopify.createOrder(DOMAIN, { name: "#1", line_items: [{ sku: "A", quantity: 1, price: "1.00" }, { sku: "B", quantity: 1, price: "1.00" }] });
  const started = await open.graphql(RUN, { q: "{ orders { edges { node { id name lineItems { edges { node { sku } } } } } } }" });
  expect(started).toMatchObject({ data: { bulkOperationRunQuery: { bulkOperation: { status: "CREATED" }, userErrors: [] } } });
  open.advance({ seconds: 10 });
  const { data } = await open.graphql("{ bulkOperations(first: 1) { nodes { status objectCount rootObjectCount url } } }");
  expect(data).toMatchObject({ bulkOperations: { nodes: [{ status: "COMPLETED", objectCount: "3", rootObjectCount: "1" }] } });
  const { nodes } = data?.["bulkOperations"] as { nodes: { url: string }[] };
  const text = await (await fetch(nodes[0]?.url ?? "")).text();
  expect(text.trim().split("\n").map((line) => JSON.parse(line) as unknown)).toEqual([{ id: gid, name: "#1" }, { sku: "A", __parentId: gid }, { sku: "B", __parentId: gid }]);
});

it.each([
  ["no connection", "{ shop { name } }"],
  ["an unknown field", "{ orders { edges { node { colour } } } }"],
  ["a node of its own", '{ node(id: "1") { id } orders { edges { node { id } } } }'],
  ["what cannot be read", "{ orders {"],
])("refuses a query with %s", async (_, q) => {
  open = await openShop();
  expect(await open.graphql(RUN, { q })).toMatchObject({ data: { bulkOperationRunQuery: { bulkOperation: null, userErrors: [{ code: "INVALID" }] } } });
});
