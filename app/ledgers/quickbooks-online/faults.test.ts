import { describe, expect, test } from "vitest";
import type { Exchange } from "./client/exchange.ts";
import { type CallContext, settle } from "./faults.ts";

const READ: CallContext = { effect: "read", call: "GET /invoice/130", subject: "invoice 1001" };
const WRITE: CallContext = { effect: "write", call: "POST /invoice", subject: "invoice 1001" };

const answered = (status: number, body: unknown, retryAfter: string | null = null): Exchange => ({
  kind: "answered", status, body, transactionId: "tid-1", retryAfter,
});
const service = (code: string) => ({ Fault: { Error: [{ Message: "Message", Detail: "Detail", code, element: "" }], type: "ValidationFault" }, time: "2026-11-02" });
const gateway = (code: string) => ({ warnings: null, fault: { error: [{ message: "Message", detail: "Detail", code }], type: "AUTHENTICATION" } });

describe("answers", () => {
  test("an answer without a fault comes through with Intuit's id of the exchange", () => {
    expect(settle(answered(200, { Invoice: { Id: "1" } }), WRITE)).toEqual({ ok: true, value: { body: { Invoice: { Id: "1" } }, transactionId: "tid-1" } });
  });
});

describe("faults by vendor code", () => {
  test.each([
    ["5010", 400, { kind: "conflict" }],
    ["6140", 400, { kind: "duplicate", of: "number" }],
    ["6240", 400, { kind: "duplicate", of: "name" }],
    ["600", 400, { kind: "duplicate", of: "request" }],
    ["620", 400, { kind: "needs_input", issue: { code: "link_refused", cause: "invoice 1001" } }],
    ["6210", 400, { kind: "needs_input", issue: { code: "period_closed", cause: "company" } }],
    ["6540", 400, { kind: "needs_input", issue: { code: "payment_deposited", cause: "invoice 1001" } }],
    ["5020", 400, { kind: "needs_input", issue: { code: "feature_not_supported" } }],
    ["6190", 400, { kind: "needs_auth" }],
    ["120", 403, { kind: "needs_auth" }],
    ["003100", 403, { kind: "needs_auth" }],
    ["003200", 401, { kind: "needs_auth" }],
    ["003001", 429, { kind: "throttled", retryAfterMs: 60_000 }],
    ["610", 400, { kind: "rejected", code: "610", message: "Message: Detail", transactionId: "tid-1", namesGone: true }],
    ["2500", 400, { kind: "rejected", code: "2500" }],
    ["6000", 400, { kind: "rejected", code: "6000" }],
    ["500", 400, { kind: "rejected", code: "500" }],
    ["99999", 400, { kind: "rejected", code: "99999" }],
  ])("%s with HTTP %i", (code, status, fault) => {
    expect(settle(answered(status, service(code)), WRITE)).toMatchObject({ ok: false, failure: fault });
    expect(settle(answered(status, gateway(code)), WRITE)).toMatchObject({ ok: false, failure: fault });
  });

  test("a fault inside HTTP 200 is a fault", () => {
    expect(settle(answered(200, service("6240")), WRITE)).toMatchObject({ ok: false, failure: { kind: "duplicate", of: "name" } });
  });

  test("the service's own trouble inside HTTP 200 is no refusal: a write may have been carried out", () => {
    expect(settle(answered(200, service("10000")), WRITE)).toMatchObject({ ok: false, failure: { kind: "unknown" } });
    expect(settle(answered(200, service("10000")), READ)).toMatchObject({ ok: false, failure: { kind: "transient" } });
  });

  test("an issue says what is wrong in QuickBooks' own words, and what to do", () => {
    const result = settle(answered(400, service("6210")), WRITE);
    if (result.ok || result.failure.kind !== "needs_input") throw new Error("expected an issue");
    expect(result.failure.issue.sentence).toContain("Message: Detail");
    expect(result.failure.issue.remedy).not.toBe("");
  });
});

describe("faults by status", () => {
  test.each([
    ["500", answered(500, service("10000")), "transient", "unknown"],
    ["502 with a page", answered(502, "<html>"), "transient", "unknown"],
    ["504", answered(504, service("6002")), "transient", "unknown"],
    ["408", answered(408, ""), "transient", "unknown"],
    ["a reset connection", { kind: "failed", code: "ECONNRESET" }, "transient", "unknown"],
    ["no answer in time", { kind: "failed", code: "ERR_CANCELED" }, "transient", "unknown"],
    ["a body that was cut off", { kind: "failed", code: "ERR_BAD_RESPONSE" }, "transient", "unknown"],
    ["a refused connection", { kind: "failed", code: "ECONNREFUSED" }, "transient", "transient"],
    ["a name that is not found", { kind: "failed", code: "ENOTFOUND" }, "transient", "transient"],
    ["401 without a body", answered(401, ""), "needs_auth", "needs_auth"],
    ["403 with a page", answered(403, "<html>"), "rejected", "rejected"],
    ["404 with a page", answered(404, "<html>"), "rejected", "rejected"],
    ["a redirect", answered(302, ""), "rejected", "rejected"],
    ["429", answered(429, ""), "throttled", "throttled"],
    ["a call that was never made", null, "defect", "defect"],
  ] satisfies [string, Exchange | null, string, string][])("%s: a read is %s, a write is %s", (_name, seen, read, write) => {
    expect(settle(seen, READ)).toMatchObject({ ok: false, failure: { kind: read } });
    expect(settle(seen, WRITE)).toMatchObject({ ok: false, failure: { kind: write } });
  });

  test.each([
    ["5", 5_000], ["0", 0], [null, 60_000], ["Wed, 21 Oct 2026 07:28:00 GMT", 60_000], ["999999", 900_000],
  ])("Retry-After %j means %i ms", (header, retryAfterMs) => {
    expect(settle(answered(429, "", header), READ)).toMatchObject({ ok: false, failure: { retryAfterMs } });
  });

  test("what QuickBooks says about a refused token is not repeated, it holds the token", () => {
    const body = { fault: { error: [{ message: "AuthenticationFailed", detail: "Token expired: AB01601390262secret", code: "3200" }], type: "AUTHENTICATION" } };
    expect(JSON.stringify(settle(answered(401, body), READ))).not.toContain("secret");
  });
});
