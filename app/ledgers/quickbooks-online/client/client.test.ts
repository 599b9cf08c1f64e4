import { createServer } from "node:http";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type HttpHandler, type HttpRequest, type HttpServer, startServer } from "#sandbox/http/server.ts";
import { failure, success } from "#app/domain/result.ts";
import { createPacing } from "../pacing.ts";
import { type CallRecord, createQuickBooksClient, type QuickBooksClient } from "./client.ts";

const SECRET = "bearer-SECRET";
const json = (status: number, body: unknown, headers: Record<string, string> = {}) => ({
  status, headers: { "content-type": "application/json", intuit_tid: "tid-1", ...headers }, body: JSON.stringify(body),
});

describe("the QuickBooks client on a bad day", () => {
  let server: HttpServer;
  let handler: HttpHandler;
  let received: HttpRequest[];
  let log: CallRecord[];
  let client: QuickBooksClient;
  const clientWith = (options: Partial<Parameters<typeof createQuickBooksClient>[0]> = {}) =>
    createQuickBooksClient({
      realmId: "123", apiOrigin: server.origin, accessToken: () => Promise.resolve(success(SECRET)), pacing: createPacing(() => performance.now()),
      log: (record) => log.push(record), deadlineMs: 2_000, ...options,
    });

  beforeEach(async () => {
    [received, log] = [[], []];
    server = await startServer({
      handler: (request) => {
        received.push(request);
        return handler(request);
      },
    });
    client = clientWith();
  });
  afterEach(() => server.close());

  const write = () => client.create("Invoice", { CustomerRef: { value: "1" }, PrivateNote: "Ada's secret" }, "request-1", "invoice 1001");
  const read = () => client.read("Invoice", "130");

  test("a write carries bearer, request id and minor version, and leaves the request id out of the body", async () => {
    handler = () => json(200, { Invoice: { Id: "1" } });
    expect(await write()).toEqual({ ok: true, value: { body: { Invoice: { Id: "1" } }, transactionId: "tid-1" } });
    const [sent] = received;
    expect(sent?.url.pathname).toBe("/v3/company/123/invoice");
    expect(Object.fromEntries(sent?.url.searchParams ?? [])).toEqual({ requestid: "request-1", minorversion: "75", format: "json" });
    expect(JSON.parse(sent?.body ?? "")).toEqual({ CustomerRef: { value: "1" }, PrivateNote: "Ada's secret" });
    expect(sent?.headers).toMatchObject({ authorization: `Bearer ${SECRET}`, connection: "keep-alive" });
  });

  test("an update is sparse and says so in the address too", async () => {
    handler = () => json(200, { Invoice: {} });
    await client.update("Invoice", { Id: "1", SyncToken: "0", TxnStatus: "x" }, "request-2", "invoice 1001");
    expect(received[0]?.url.searchParams.get("operation")).toBe("update");
    expect(received[0]?.url.searchParams.get("requestid")).toBe("request-2");
    expect(JSON.parse(received[0]?.body ?? "")).toEqual({ Id: "1", SyncToken: "0", TxnStatus: "x", sparse: true });
  });

  test("a query travels escaped and is read page by page", async () => {
    const row = (id: number) => ({ Id: String(id) });
    handler = ({ url }) => {
      const start = Number(/STARTPOSITION (\d+)/.exec(url.searchParams.get("query") ?? "")?.[1]);
      const rows = start === 1 ? Array.from({ length: 1_000 }, (_, index) => row(index)) : [row(1_000)];
      return json(200, { QueryResponse: { Item: rows } });
    };
    const rows = await client.query("Item", [{ field: "Name", equals: "50% & more's \\ + #1 😀" }]);
    expect(rows.ok && rows.value.length).toBe(1_001);
    expect(received.map(({ url }) => url.searchParams.get("query"))).toEqual([
      String.raw`SELECT * FROM Item WHERE Name = '50% & more\'s \\ + #1 😀' STARTPOSITION 1 MAXRESULTS 1000`,
      String.raw`SELECT * FROM Item WHERE Name = '50% & more\'s \\ + #1 😀' STARTPOSITION 1001 MAXRESULTS 1000`,
    ]);
  });

  test.each([
    ["a dropped connection", () => "drop", "transient", "unknown"],
    ["a 500", () => json(500, { Fault: { Error: [{ Message: "Oops", code: "10000" }], type: "SystemFault" } }), "transient", "unknown"],
    ["a gateway page", () => ({ status: 503, headers: { "content-type": "text/html" }, body: "<html>" }), "transient", "unknown"],
    ["a body that is cut off", () => ({ ...json(200, { Invoice: { Id: "1", DocNumber: "1001" } }), truncateAt: 20 }), "transient", "unknown"],
    ["a redirect", () => ({ status: 307, headers: { location: "http://127.0.0.1:1/" }, body: "" }), "rejected", "rejected"],
    ["a fault inside HTTP 200", () => json(200, { Fault: { Error: [{ Message: "Stale", code: "5010" }], type: "ValidationFault" } }), "conflict", "conflict"],
  ] satisfies [string, HttpHandler, string, string][])("%s is never retried", async (_name, answer, onRead, onWrite) => {
    handler = answer;
    expect(await read()).toMatchObject({ ok: false, failure: { kind: onRead } });
    expect(await write()).toMatchObject({ ok: false, failure: { kind: onWrite } });
    expect(received).toHaveLength(2);
  });

  test("no answer within the deadline: a read may be tried again, a write is unknown", async () => {
    handler = () => new Promise<never>(() => undefined);
    client = clientWith({ deadlineMs: 60 });
    expect(await read()).toEqual({ ok: false, failure: { kind: "transient", detail: "GET /invoice/130: no answer in time" } });
    expect(await write()).toEqual({ ok: false, failure: { kind: "unknown", detail: "POST /invoice: no answer in time" } });
    expect(await client.query("Item", [])).toMatchObject({ failure: { kind: "transient" } });
  });

  test("the deadline covers the body as well: one that stops coming is no answer", async () => {
    const slow = createServer((_request, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.write('{"Invoice":');
    });
    await new Promise<void>((resolve) => slow.listen(0, "127.0.0.1", resolve));
    const address = slow.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    client = clientWith({ apiOrigin: `http://127.0.0.1:${address.port}`, deadlineMs: 60 });
    expect(await write()).toMatchObject({ failure: { kind: "unknown" } });
    slow.close();
    slow.closeAllConnections();
  });

  test("a connection that is refused means that nothing was sent", async () => {
    await server.close();
    expect(await write()).toEqual({ ok: false, failure: { kind: "transient", detail: "POST /invoice: no answer (ECONNREFUSED)" } });
    server = await startServer({ handler });
  });

  test("a query meets the same faults as the calls of the other library", async () => {
    handler = () => json(400, { Fault: { Error: [{ Message: "Invalid query", Detail: "bad", code: "4001" }], type: "ValidationFault" } });
    expect(await client.query("Nope", [])).toEqual({
      ok: false, failure: { kind: "rejected", code: "4001", message: "Invalid query: bad", transactionId: "tid-1" },
    });
    handler = () => json(429, {}, { "retry-after": "7" });
    expect(await client.query("Item", [])).toEqual({ ok: false, failure: { kind: "throttled", retryAfterMs: 7_000 } });
  });

  test("after a 429 nothing leaves until the pause is over", async () => {
    handler = () => json(429, {});
    expect(await read()).toEqual({ ok: false, failure: { kind: "throttled", retryAfterMs: 60_000 } });
    const second = await read();
    if (second.ok || second.failure.kind !== "throttled") throw new Error("expected the pause");
    expect(second.failure.retryAfterMs).toBeGreaterThan(50_000);
    expect(received).toHaveLength(1);
  });

  test("a refused token is renewed once; refused again, the connection is parked", async () => {
    handler = () => json(401, { fault: { error: [{ message: "AuthenticationFailed", detail: `Token expired: ${SECRET}`, code: "3200" }] } });
    const asked: (string | null)[] = [];
    client = clientWith({
      accessToken: (rejected) => {
        asked.push(rejected);
        return Promise.resolve(success(rejected === null ? SECRET : "renewed"));
      },
    });
    expect(await write()).toMatchObject({ failure: { kind: "needs_auth" } });
    expect(asked).toEqual([null, SECRET]);
    expect(received.map(({ headers }) => headers["authorization"])).toEqual([`Bearer ${SECRET}`, "Bearer renewed"]);
  });

  test("without a token nothing is sent", async () => {
    client = clientWith({ accessToken: () => Promise.resolve(failure({ kind: "needs_auth", detail: "reconnect" })) });
    expect(await write()).toEqual({ ok: false, failure: { kind: "needs_auth", detail: "reconnect" } });
    expect(received).toEqual([]);
  });

  test("neither fault nor log holds the bearer, the body or a query", async () => {
    const answers: HttpHandler[] = [
      () => "drop",
      () => json(401, { fault: { error: [{ message: "x", detail: `Token expired: ${SECRET}`, code: "3200" }] } }),
      () => json(500, { Fault: { Error: [{ Message: "Oops", code: "10000" }] } }),
      () => ({ status: 200, headers: {}, body: `not json ${SECRET}` }),
    ];
    const results: unknown[] = [];
    for (const answer of answers) {
      handler = answer;
      const query = await client.query("Customer", [{ field: "DisplayName", equals: "Ada's secret" }]);
      const made = await write();
      results.push(query, made.ok ? "ok" : made.failure);
    }
    const text = JSON.stringify({ results, log });
    expect(text).not.toContain(SECRET);
    expect(text).not.toContain("secret");
    expect(log[0]).toEqual({ call: "GET /query Customer", status: null, transactionId: null, durationMs: expect.any(Number), outcome: "transient" });
  });
});
