import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { STOCKED_COMPANY, codeOf, openCompany, orderForm, tokenRequest } from "../testing/open-company.ts";
import type { OpenCompany } from "../testing/open-company.ts";
import type { JsonObject } from "../wire/json.ts";

describe("a planned fault", () => {
  let company: OpenCompany;
  beforeEach(async () => {
    company = await openCompany(STOCKED_COMPANY);
  });
  afterEach(() => company.quickbooks.close());

  const invoices = () => company.quickbooks.documents(company.realmId, "Invoice").length;
  const plan = (fault: JsonObject) => company.quickbooks.setFaults(company.realmId, [{ on: "POST /invoice", ...fault }]);
  const bill = (DocNumber: string) => company.call("POST", "/invoice", orderForm({ DocNumber }));

  it("strikes the nth request of its kind, as often as said, and no other", async () => {
    plan({ nth: 2, times: 2, do: "status", status: 503 });
    const statuses = [];
    for (const number of ["1", "2", "3", "4"]) statuses.push((await fetchStatus(number)));
    expect(statuses).toEqual([200, 503, 503, 200]);
    expect((await company.call("POST", "/estimate", orderForm())).status).toBe(200);
    expect(invoices()).toBe(2);
  });

  it("strikes only requests that hold a text, where one is given: in the query or in the body", async () => {
    company.quickbooks.setFaults(company.realmId, [
      { on: "POST /invoice", holds: '"SyncToken"', do: "status", status: 500 }, { on: "GET /query", holds: "FROM Invoice", do: "status", status: 429 },
    ]);
    const made = await bill("1");
    expect(made.status).toBe(200);
    const change = { Id: "1", SyncToken: "0", sparse: true, PrivateNote: "changed" };
    expect((await company.call("POST", "/invoice", change)).status).toBe(500);
    const ask = (entity: string) => company.call("GET", `/query?query=${encodeURIComponent(`SELECT * FROM ${entity}`)}`);
    expect([(await ask("Item")).status, (await ask("Invoice")).status, (await ask("Invoice")).status]).toEqual([200, 429, 200]);
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

  it.each([
    [{ do: "html" }, 502],
    [{ do: "html", status: 200 }, 200],
  ])("answers %j with a page that is no JSON, before or after the work", async (fault, status) => {
    plan(fault);
    const response = await post("1");
    expect([response.status, response.headers.get("content-type")]).toEqual([status, "text/html;charset=utf-8"]);
    expect(() => JSON.parse(response.text) as unknown).toThrow();
    expect(invoices()).toBe(0);
    plan({ ...fault, commits: true });
    expect((await post("2")).status).toBe(status);
    expect(invoices()).toBe(1);
  });

  it.each([500, 502, 503, 504])("answers %i although the work is done", async (status) => {
    plan({ do: "status", status, commits: true });
    expect((await post("1")).status).toBe(status);
    expect(invoices()).toBe(1);
  });

  it("says 429 with and without Retry-After", async () => {
    plan({ do: "status", status: 429, retryAfterSeconds: 30 });
    const told = await bill("1");
    expect([told.status, told.headers.get("retry-after"), codeOf(told)]).toEqual([429, "30", "003001"]);
    plan({ do: "status", status: 429 });
    expect((await bill("1")).headers.get("retry-after")).toBeNull();
    expect(invoices()).toBe(0);
  });

  it("ends a token in flight for one request only", async () => {
    plan({ do: "status", status: 401 });
    expect((await bill("1")).status).toBe(401);
    expect((await tokenRequest(company.quickbooks.origin, { grant_type: "refresh_token", refresh_token: company.refreshToken })).status).toBe(200);
    expect((await bill("1")).status).toBe(200);
  });

  it("puts a Fault inside 200, and nothing was written", async () => {
    plan({ do: "faultInside200", code: "6000" });
    const reply = await bill("1");
    expect([reply.status, codeOf(reply), invoices()]).toEqual([200, "6000", 0]);
  });

  it("strikes any request, any write or any read", async () => {
    company.quickbooks.setFaults(company.realmId, [{ on: "POST *", do: "status", status: 503 }, { on: "GET *", nth: 2, do: "status", status: 504 }, { on: "*", nth: 5, do: "status", status: 502 }]);
    const statuses = [(await post("1")).status, (await get()).status, (await post("1")).status, (await get()).status, (await post("2")).status];
    expect(statuses).toEqual([503, 200, 200, 504, 502]);
    expect(company.quickbooks.faultsStruck(company.realmId)).toEqual([
      { do: "status", method: "POST", path: "/invoice" },
      { do: "status", method: "GET", path: "/preferences" },
      { do: "status", method: "POST", path: "/invoice" },
    ]);
  });

  it("strikes by a seeded chance, the same requests every time", async () => {
    const struck = async (seed: number): Promise<number[]> => {
      company.quickbooks.setFaults(company.realmId, [{ on: "*", share: 0.3, seed, do: "status", status: 503 }]);
      const statuses = [];
      for (let count = 0; count < 40; count += 1) statuses.push((await get()).status);
      return statuses;
    };
    const first = await struck(11);
    expect(await struck(11)).toEqual(first);
    expect(await struck(12)).not.toEqual(first);
    const share = first.filter((status) => status === 503).length / first.length;
    expect(share).toBeGreaterThan(0.1);
    expect(share).toBeLessThan(0.5);
  });

  it("lets the token endpoint alone unless it is named", async () => {
    const refresh = () => tokenRequest(company.quickbooks.origin, { grant_type: "refresh_token", refresh_token: company.refreshToken });
    company.quickbooks.setFaults(company.realmId, [{ on: "*", share: 1, do: "dropBefore" }]);
    expect((await refresh()).status).toBe(200);
    await using other = await openCompany();
    other.quickbooks.setFaults(other.realmId, [{ on: "POST /oauth2/v1/tokens/bearer", do: "status", status: 503 }]);
    const refreshed = () => tokenRequest(other.quickbooks.origin, { grant_type: "refresh_token", refresh_token: other.refreshToken });
    expect(await refreshed()).toMatchObject({ status: 503, body: { error: "server_error" } });
    expect((await refreshed()).status).toBe(200);
  });

  it("hangs until it is let go, and the work is done then", async () => {
    plan({ do: "hang" });
    const answer = bill("1");
    while (company.quickbooks.faultsStruck(company.realmId).length === 0) expect((await get()).status).toBe(200);
    expect(invoices()).toBe(0);
    company.quickbooks.release(company.realmId);
    expect((await answer).status).toBe(200);
    expect(invoices()).toBe(1);
  });

  it.each([
    [{ share: 0.5, nth: 2, do: "dropBefore" }, /either .*share.* or .*nth/],
    [{ seed: 2, do: "dropBefore" }, /seed.* belongs to a .*share/],
    [{ do: "status", status: 200 }, /below 400 it belongs to .*html/],
    [{ do: "delay", commits: true }, /belongs to status, html, faultInside200/],
    [{ on: "POST /oauth2/v1/tokens/bearer", do: "lateCommit" }, /makes no sense on the token endpoint/],
  ])("that contradicts itself (%j) is an error of the script", (fault, sentence) => {
    expect(() => plan(fault)).toThrow(sentence);
  });

  it("of an unknown kind is an error of the script", () => {
    expect(() => plan({ do: "explode" })).toThrow();
    expect(() => company.quickbooks.setFaults(company.realmId, [{ on: "invoice", do: "delay" }])).toThrow("expected a method and a path");
  });

  async function fetchStatus(DocNumber: string): Promise<number> {
    return (await post(DocNumber)).status;
  }

  async function get(): Promise<{ status: number }> {
    return send("GET", "/preferences");
  }

  async function post(DocNumber: string): Promise<{ status: number; headers: Headers; text: string }> {
    return send("POST", "/invoice", orderForm({ DocNumber }));
  }

  /** Whatever the answer's body is. */
  async function send(method: "GET" | "POST", path: string, body?: JsonObject): Promise<{ status: number; headers: Headers; text: string }> {
    const response = await fetch(`${company.quickbooks.origin}/v3/company/${company.realmId}${path}`, {
      method,
      headers: { authorization: `Bearer ${company.accessToken}` },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  }
});
