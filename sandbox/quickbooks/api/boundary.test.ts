import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { STOCKED_COMPANY, codeOf, openCompany, orderForm } from "../testing/open-company.ts";
import type { OpenCompany } from "../testing/open-company.ts";
import type { JsonObject } from "../wire/json.ts";

describe("at the boundary of a company", () => {
  let company: OpenCompany;
  beforeEach(async () => {
    company = await openCompany(STOCKED_COMPANY);
  });
  afterEach(() => company.quickbooks.close());

  const invoices = () => company.quickbooks.documents(company.realmId, "Invoice").length;
  const plan = (fault: JsonObject) => company.quickbooks.setFaults(company.realmId, [{ on: "POST /invoice", ...fault }]);
  const bill = (DocNumber: string, query = "") => company.call("POST", `/invoice${query}`, orderForm({ DocNumber }));

  describe("a request id", () => {
    it("gets the first answer again, byte for byte, and nothing happens twice", async () => {
      const first = await bill("1", "?requestid=abc");
      company.advance({ hours: 24 * 365 });
      const second = await bill("2", "?requestid=abc");
      expect(second.body).toEqual(first.body);
      expect(invoices()).toBe(1);
    });

    it("is not remembered for a refusal", async () => {
      expect((await company.call("POST", "/invoice?requestid=abc", { BadJson: true })).status).toBe(400);
      expect((await bill("1", "?requestid=abc")).status).toBe(200);
    });

    it("can be forgotten after a day, or be worth nothing", async () => {
      company.quickbooks.setSwitches(company.realmId, { requestIds: "forget", requestIdHours: 24 });
      await bill("1", "?requestid=abc");
      await bill("2", "?requestid=abc");
      expect(invoices()).toBe(1);
      company.advance({ hours: 25 });
      await bill("2", "?requestid=abc");
      expect(invoices()).toBe(2);
      company.quickbooks.setSwitches(company.realmId, { requestIds: "ignore" });
      await bill("3", "?requestid=abc");
      expect(invoices()).toBe(3);
    });

    it("belongs to its company", async () => {
      await bill("1", "?requestid=abc");
      await using other = await openCompany(STOCKED_COMPANY);
      expect((await other.call("POST", "/invoice?requestid=abc", orderForm({ DocNumber: "9" }))).body).toMatchObject({ Invoice: { DocNumber: "9" } });
    });

    it("has at most 50 characters, 36 on a batch", async () => {
      expect(codeOf(await bill("1", `?requestid=${"x".repeat(51)}`))).toBe("2050");
      expect(codeOf(await company.call("POST", `/batch?requestid=${"x".repeat(37)}`, {}))).toBe("2050");
    });

    it("replays a whole batch", async () => {
      const batch = { BatchItemRequest: [{ bId: "1", operation: "create", Invoice: orderForm() }] };
      const first = await company.call("POST", "/batch?requestid=b1", batch);
      expect((await company.call("POST", "/batch?requestid=b1", batch)).body).toEqual(first.body);
      expect(invoices()).toBe(1);
    });
  });

  describe("the log", () => {
    it("has every request with its query, body and answer, in order, until it is reset", async () => {
      await bill("1", "?requestid=r1");
      await company.query("select count(*) from Invoice");
      expect(company.quickbooks.requests(company.realmId)).toMatchObject([
        { method: "POST", path: "/invoice", query: { requestid: "r1" }, body: { DocNumber: "1" }, status: 200, response: { Invoice: { Id: "1" } } },
        { method: "GET", path: "/query", status: 200, response: { QueryResponse: { totalCount: 1 } } },
      ]);
      company.quickbooks.resetLog(company.realmId);
      expect(company.quickbooks.requests(company.realmId)).toEqual([]);
    });

    it("marks a dropped request with status 0", async () => {
      plan({ do: "commitThenDrop" });
      await bill("1").catch(() => undefined);
      expect(company.quickbooks.requests(company.realmId)).toMatchObject([{ path: "/invoice", status: 0, response: null }]);
    });
  });

  it("answers 429 to the eleventh request of a second, in the gateway’s shape", async () => {
    company.quickbooks.setSwitches(company.realmId, { throttling: true, retryAfterSeconds: 60 });
    const replies = await Promise.all(Array.from({ length: 11 }, () => company.call("GET", "/preferences")));
    const refused = replies.filter(({ status }) => status === 429);
    expect(refused.map((reply) => [codeOf(reply), reply.headers.get("retry-after")])).toEqual([["003001", "60"]]);
  });

  it("counts the requests that were too many, also while it lets them pass, but no planned 429", async () => {
    const { quickbooks, realmId } = company;
    const together = (count: number) => Promise.all(Array.from({ length: count }, () => company.call("GET", "/preferences")));
    quickbooks.setFaults(realmId, [{ on: "*", nth: 1, times: 3, do: "status", status: 429 }]);
    expect((await together(10)).filter(({ status }) => status === 429)).toHaveLength(3);
    expect(quickbooks.limitsBroken(realmId)).toBe(0);
    expect((await together(2)).map(({ status }) => status)).toEqual([200, 200]);
    expect(quickbooks.limitsBroken(realmId)).toBe(2);
  });

  it("answers every request with a transaction id and a time", async () => {
    const reply = await company.call("GET", "/preferences");
    expect(reply.headers.get("intuit_tid")).toMatch(/^1-/);
    expect(reply.body.time).toBe("2026-11-02T10:00:00.000-08:00");
  });

  it.each([
    ["an entity it does not have", "POST", "/purchasething", "500"],
    ["a path it does not have", "GET", "/invoice/1/lines", "500"],
    ["settings that cannot be written", "POST", "/taxcode", "500"],
    ["an id that is none", "GET", "/invoice/abc", "2030"],
  ] as const)("refuses %s", async (_case, method, path, code) => {
    expect(codeOf(await company.call(method, path, method === "POST" ? {} : undefined))).toBe(code);
  });
});
