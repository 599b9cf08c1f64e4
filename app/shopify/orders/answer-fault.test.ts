import { expect, test } from "vitest";
import { judgeAnswer } from "./answer-fault.ts";
import type { GraphqlAnswer } from "./graphql-answer.ts";

const nodes = { nodes: [{ email: null }] };
const error = (code: string | undefined, path?: (string | number)[]) => ({ message: "Shopify's words", ...(code !== undefined && { extensions: { code } }), ...(path && { path }) });
const cost = (requestedQueryCost: number, currentlyAvailable: number) => ({ cost: { requestedQueryCost, throttleStatus: { maximumAvailable: 2_000, currentlyAvailable, restoreRate: 100 } } });

test.each<[string, GraphqlAnswer, unknown]>([
  ["an answer without errors is usable", { data: nodes, errors: [] }, { kind: "usable" }],
  ["a protected field that is withheld leaves the rest usable", { data: nodes, errors: [error("ACCESS_DENIED", ["nodes", 0, "email"])] }, { kind: "usable" }],
  ["access denied to everything needs a person", { data: null, errors: [error("ACCESS_DENIED", ["nodes"])] }, { kind: "fault", fault: { kind: "needs_auth", detail: "Shopify: Shopify's words" } }],
  ["an error of Shopify's own is transient, even with data beside it", { data: nodes, errors: [error("INTERNAL_SERVER_ERROR", ["nodes", 0, "customer"])] }, { kind: "fault", fault: { kind: "transient", detail: "Shopify: Shopify's words" } }],
  ["a document that is not valid is our defect", { errors: [error("undefinedField")] }, { kind: "fault", fault: { kind: "defect", detail: "Shopify: Shopify's words" } }],
  ["an error without a code is our defect", { errors: [error(undefined)] }, { kind: "fault", fault: { kind: "defect", detail: "Shopify: Shopify's words" } }],
  ["a query that costs too much may be halved", { errors: [error("MAX_COST_EXCEEDED")] }, { kind: "too_expensive" }],
  ["throttled waits for the missing points", { errors: [error("THROTTLED")], extensions: cost(700, 100) }, { kind: "fault", fault: { kind: "throttled", retryAfterMs: 6_000 } }],
  ["throttled never waits for more than the bucket can hold", { errors: [error("THROTTLED")], extensions: cost(5_000, 1_000) }, { kind: "fault", fault: { kind: "throttled", retryAfterMs: 10_000 } }],
  ["throttled without a cost waits a second", { errors: [error("THROTTLED")] }, { kind: "fault", fault: { kind: "throttled", retryAfterMs: 1_000 } }],
])("%s", (_name, answer, verdict) => {
  expect(judgeAnswer(answer)).toEqual(verdict);
});

test.each(["ACCESS_DENIED", "RESOURCE_NOT_FOUND"])("%s of a root that may be lacking is an answer, of another one it is a fault", (code) => {
  const answer = { data: { dispute: null }, errors: [error(code, ["dispute"])] };
  expect(judgeAnswer(answer, ["dispute"])).toEqual({ kind: "usable" });
  expect(judgeAnswer(answer, ["shopifyPaymentsAccount"]).kind).toBe("fault");
  expect(judgeAnswer({ ...answer, errors: [error("THROTTLED", ["dispute"])] }, ["dispute"]).kind).toBe("fault");
});
