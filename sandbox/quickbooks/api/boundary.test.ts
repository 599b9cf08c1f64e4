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

  describe("a planned fault", () => {
    it("strikes the nth request of its kind, as often as said, and no other", async () => {
      plan({ nth: 2, times: 2, do: "status", status: 503 });
      const statuses = [];
      for (const number of ["1", "2", "3", "4"]) statuses.push((await fetchStatus(number)));
      expect(statuses).toEqual([200, 503, 503, 200]);
      expect((await company.call("POST", "/estimate", orderForm())).status).toBe(200);
      expect(invoices()).toBe(2);
    });

    it.each([
      [{ status: 400, code: "6210" }, 400, "6210"],
      [{ status: 401 }, 401, "3200"],
      [{ status: 429 }, 429, "003001"],
      [{ status: 500 }, 500, "10000"],
    ])("answers %j in the shape of its kind", async (fault, status, code) => {
      plan({ do: "status", ...fault });
      const reply = await bill("1");
      expect([reply.status, codeOf(reply)]).toEqual([status, code]);
    });

    it("commits and drops the answer", async () => {
      plan({ do: "commitThenDrop" });
      await expect(bill("1")).rejects.toThrow("fetch failed");
      expect(invoices()).toBe(1);
    });

    it("drops the request before anything happens", async () => {
      plan({ do: "dropBefore" });
      await expect(bill("1")).rejects.toThrow("fetch failed");
      expect(invoices()).toBe(0);
    });

    it("cuts the answer in the middle", async () => {
      plan({ do: "truncate" });
      await expect(bill("1")).rejects.toThrow();
      expect(invoices()).toBe(1);
    });

    it("delays the answer", async () => {
      plan({ do: "delay", ms: 40 });
      const start = performance.now();
      expect((await bill("1")).status).toBe(200);
      expect(performance.now() - start).toBeGreaterThanOrEqual(39);
    });

    it("commits late, by the business clock", async () => {
      plan({ do: "lateCommit", ms: 6 * 3600 * 1000 });
      await expect(bill("1")).rejects.toThrow("fetch failed");
      company.advance({ hours: 5 });
      expect(invoices()).toBe(0);
      company.advance({ hours: 1 });
      expect(await company.query("select * from Invoice where DocNumber = '1'")).toMatchObject({ maxResults: 1 });
    });

    it("can time out at the gateway and commit late", async () => {
      plan({ do: "lateCommit", ms: 1000, status: 504 });
      expect(await fetchStatus("1")).toBe(504);
      company.advance({ seconds: 1 });
      expect(invoices()).toBe(1);
    });

    it("of an unknown kind is an error of the script", () => {
      expect(() => plan({ do: "explode" })).toThrow();
      expect(() => company.quickbooks.setFaults(company.realmId, [{ on: "invoice", do: "delay" }])).toThrow("expected a method and a path");
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

  async function fetchStatus(DocNumber: string): Promise<number> {
    const response = await fetch(`${company.quickbooks.origin}/v3/company/${company.realmId}/invoice`, {
      method: "POST",
      headers: { authorization: `Bearer ${company.accessToken}` },
      body: JSON.stringify(orderForm({ DocNumber })),
    });
    return response.status;
  }
});
