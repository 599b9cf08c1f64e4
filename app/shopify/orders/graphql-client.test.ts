import { afterEach, describe, expect, test } from "vitest";
import { type HttpHandler, type HttpRequest, type HttpServer, startServer } from "#sandbox/http/server.ts";
import { failure, success } from "#app/domain/result.ts";
import { createGraphqlClient } from "./graphql-client.ts";

const TOKEN = "shpat_not_to_be_told";
let server: HttpServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function clientOf(handler: HttpHandler) {
  server = await startServer({ handler });
  return createGraphqlClient({ shop: "example.myshopify.com", apiVersion: "2026-10", apiOrigin: server.origin, token: () => Promise.resolve(success(TOKEN)) });
}

const json = (body: unknown, status = 200, headers: Record<string, string> = {}) => ({ status, headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(body) });

test("a call carries document, variables, token and the shop it is for, and brings the answer", async () => {
  const requests: HttpRequest[] = [];
  const graphql = await clientOf((request) => {
    requests.push(request);
    return json({ data: { shop: { name: "Example" } } });
  });
  expect(await graphql("{ shop { name } }", { a: 1 })).toEqual(success({ data: { shop: { name: "Example" } }, errors: [] }));
  expect(requests.map(({ method, url, headers, body }) => [method, url.pathname, headers["x-shopify-access-token"], headers["x-shopify-shop-domain"], JSON.parse(body)])).toEqual([
    ["POST", "/admin/api/2026-10/graphql.json", TOKEN, "example.myshopify.com", { query: "{ shop { name } }", variables: { a: 1 } }],
  ]);
});

test("a token that was renewed meanwhile next door is asked for, and the call goes out once more, no oftener", async () => {
  const asked: (string | null)[] = [];
  const sent: (string | undefined)[] = [];
  server = await startServer({
    handler: ({ headers }) => {
      sent.push(headers["x-shopify-access-token"]);
      return headers["x-shopify-access-token"] === "new" ? json({ data: {} }) : json({}, 401);
    },
  });
  const clientWith = (renewed: string) => createGraphqlClient({
    shop: "example.myshopify.com", apiVersion: "2026-10", apiOrigin: server?.origin,
    token: (rejected) => (asked.push(rejected), Promise.resolve(success(rejected === null ? "old" : renewed))),
  });
  expect((await clientWith("new")("{ shop { name } }", {})).ok).toBe(true);
  expect([asked, sent]).toEqual([[null, "old"], ["old", "new"]]);
  expect(await clientWith("old")("{ shop { name } }", {})).toMatchObject({ ok: false, failure: { kind: "needs_auth" } });
  expect(sent).toEqual(["old", "new", "old", "old"]);
});

describe("what goes wrong on the way is a fault:", () => {
  test.each<[string, HttpHandler, unknown]>([
    ["a token that is not accepted", () => json({ errors: "[API] Invalid API key or access token" }, 401), { kind: "needs_auth" }],
    ["a shop that is frozen", () => json({}, 402), { kind: "needs_auth" }],
    ["a shop that is gone", () => json({}, 404), { kind: "needs_auth" }],
    ["too many calls, with Shopify's own waiting time", () => json({}, 429, { "retry-after": "2.5" }), { kind: "throttled", retryAfterMs: 2_500 }],
    ["too many calls, without one", () => json({}, 429), { kind: "throttled", retryAfterMs: 2_000 }],
    ["a server error", () => json({}, 503), { kind: "transient" }],
    ["a status we never should meet", () => json({}, 400), { kind: "defect" }],
    ["a connection cut off", () => "drop", { kind: "transient" }],
    ["an answer cut off", () => ({ ...json({ data: { shop: { name: "Example" } } }), truncateAt: 10 }), { kind: "transient" }],
    ["an answer that is no JSON", () => ({ status: 200, body: "<html>" }), { kind: "transient" }],
    ["an answer that is no GraphQL", () => json({ data: {}, errors: "none" }), { kind: "transient" }],
    ["a redirect, which would carry the token elsewhere", () => ({ status: 302, headers: { location: "http://127.0.0.1:1/" }, body: "" }), { kind: "transient" }],
  ])("%s", async (_name, handler, fault) => {
    const graphql = await clientOf(handler);
    const answer = await graphql("{ shop { name } }", {});
    expect(answer).toMatchObject({ ok: false, failure: fault });
    expect(JSON.stringify(answer)).not.toContain(TOKEN);
  });
});

test("without a token nothing is sent", async () => {
  server = await startServer({ handler: () => { throw new Error("called"); } });
  const graphql = createGraphqlClient({ shop: "example.myshopify.com", apiVersion: "2026-10", apiOrigin: server.origin, token: () => Promise.resolve(failure({ kind: "needs_auth", detail: "uninstalled" })) });
  expect(await graphql("{ shop { name } }", {})).toEqual(failure({ kind: "needs_auth", detail: "uninstalled" }));
});

test("a shop that cannot be reached is transient", async () => {
  const graphql = await clientOf(() => "drop");
  await server?.close();
  server = undefined;
  expect(await graphql("{ shop { name } }", {})).toMatchObject({ ok: false, failure: { kind: "transient" } });
});
