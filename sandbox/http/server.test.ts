import { afterEach, describe, expect, it } from "vitest";
import { htmlReply, jsonReply, emptyReply, escapeHtml } from "./replies.ts";
import { startServer } from "./server.ts";
import type { HttpHandler, HttpServer } from "./server.ts";

describe("the simulators’ HTTP server", () => {
  let server: HttpServer | undefined;
  const start = async (handler: HttpHandler): Promise<HttpServer> => (server = await startServer({ handler }));
  afterEach(async () => {
    await server?.close();
    server = undefined;
  });

  it("hands method, path, query, headers and the raw body to the handler", async () => {
    const { origin } = await start((request) =>
      jsonReply(200, {
        method: request.method,
        path: request.url.pathname,
        q: request.url.searchParams.get("q"),
        header: request.headers["x-test"],
        body: request.body,
      }),
    );
    const response = await fetch(`${origin}/a/b?q=1`, { method: "POST", headers: { "X-Test": "yes" }, body: '{ "ü": 1 }' });
    expect(await response.json()).toEqual({ method: "POST", path: "/a/b", q: "1", header: "yes", body: '{ "ü": 1 }' });
  });

  it("answers HTML and empty bodies with their status", async () => {
    const { origin } = await start(({ url }) => (url.pathname === "/page" ? htmlReply(200, "<p>ok") : emptyReply(204)));
    const page = await fetch(`${origin}/page`);
    expect(page.headers.get("content-type")).toContain("text/html");
    expect((await fetch(`${origin}/nothing`)).status).toBe(204);
  });

  it("keeps idle connections open, and announces no end of them", async () => {
    const { origin } = await start(() => emptyReply(204));
    const { headers } = await fetch(origin);
    expect([headers.get("connection"), headers.get("keep-alive")]).toEqual(["keep-alive", null]);
  });

  it("drops the connection when the handler says so", async () => {
    const { origin } = await start(() => "drop");
    await expect(fetch(origin)).rejects.toThrow("fetch failed");
  });

  it("cuts a body short where the handler says so", async () => {
    const { origin } = await start(() => ({ status: 200, body: '{"a":"bcdef"}', truncateAt: 5 }));
    const response = await fetch(origin);
    await expect(response.text()).rejects.toThrow();
  });

  it("refuses a body above its limit", async () => {
    const { origin } = await start(() => emptyReply(200));
    const response = await fetch(origin, { method: "POST", body: "x".repeat(11 * 1024 * 1024) }).catch(() => undefined);
    expect(response?.status ?? 413).toBe(413);
  });

  it("says what went wrong when a handler throws", async () => {
    const { origin } = await start(() => {
      throw new Error("a defect");
    });
    const response = await fetch(origin);
    expect(response.status).toBe(500);
    expect(await response.text()).toContain("a defect");
  });

  it("closes promptly although a client keeps its connection open", async () => {
    const own = await startServer({ handler: () => emptyReply(200) });
    await fetch(own.origin, { headers: { connection: "keep-alive" } });
    await own.close();
    await expect(fetch(own.origin)).rejects.toThrow();
  });

  it("escapes text for HTML", () => {
    expect(escapeHtml(`<a href="x">Tom & 'Jo'</a>`)).toBe("&lt;a href=&quot;x&quot;&gt;Tom &amp; &#39;Jo&#39;&lt;/a&gt;");
  });
});
