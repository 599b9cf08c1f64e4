import { Script } from "node:vm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { HttpAnswer, HttpRequest, HttpServer } from "../../http/server.ts";
import { startServer } from "../../http/server.ts";
import { appBridgeScript } from "./app-bridge-script.ts";
import { documentAddress, publicPath, reloadAddress } from "./parts/addresses.js";
import { tokenFetch } from "./parts/token-fetch.js";

describe("/app-bridge.js", () => {
  it("is one classic script without imports or exports, and may be loaded by another origin", () => {
    const { body, headers } = appBridgeScript();
    expect(() => new Script(body)).not.toThrow();
    expect(body).not.toMatch(/^(import|export) /m);
    expect(headers).toMatchObject({ "content-type": "text/javascript;charset=utf-8", "access-control-allow-origin": "*" });
  });

  it("touches no storage", () => {
    expect(appBridgeScript().body.replace(/^\s*(\/\/|\/?\*).*$/gm, "")).not.toMatch(/sessionStorage|localStorage|indexedDB|document\.cookie/);
  });
});

describe("the app’s addresses", () => {
  it("lose what the admin added before the admin shows them", () => {
    expect(publicPath("/app/orders?page=2&shop=a&host=b&id_token=c&embedded=1#x", "http://app.test")).toBe("/app/orders?page=2#x");
  });
  it("get it when a page is loaded as a document", () => {
    expect(documentAddress("/app?page=2", "http://app.test", { shop: "a.myshopify.com", host: "h=", idToken: "t" })).toBe("http://app.test/app?page=2&embedded=1&shop=a.myshopify.com&host=h%3D&id_token=t");
  });
  it("lead back from the bounce page, but never to another origin", () => {
    const at = (reload: string): Location => new URL(`http://app.test/auth/session-token?shopify-reload=${encodeURIComponent(reload)}`) as unknown as Location;
    expect(reloadAddress(at("http://app.test/app?x=1"))).toBe("http://app.test/app?x=1");
    expect(reloadAddress(at("http://evil.test/app"))).toBeUndefined();
  });
});

describe("fetch with a session token", () => {
  let app: HttpServer;
  let other: HttpServer;
  let received: HttpRequest[];
  let left: string[];
  let tokens: number;
  beforeEach(async () => {
    received = [];
    left = [];
    tokens = 0;
    app = await startServer({
      handler: (request): HttpAnswer => {
        received.push(request);
        if (request.url.pathname === "/stale" && request.headers["authorization"] === "Bearer token-1") return { status: 401, headers: { "X-Shopify-Retry-Invalid-Session-Request": "1" }, body: "" };
        if (request.url.pathname === "/leave") return { status: 401, headers: { "X-Shopify-API-Request-Failure-Reauthorize-Url": "/quickbooks?x=1" }, body: "" };
        return { status: 200, body: `${request.method} ${request.body}` };
      },
    });
    other = await startServer({ handler: (request) => (received.push(request), { status: 200, body: "" }) });
  });
  afterEach(async () => {
    await app.close();
    await other.close();
  });
  const call = (address: string, init?: RequestInit): Promise<Response> =>
    tokenFetch(fetch, { origin: app.origin, base: () => `${app.origin}/app`, idToken: () => Promise.resolve(`token-${(tokens += 1)}`), leave: (url) => void left.push(url) })(address, init);
  const authorizations = (): (string | undefined)[] => received.map(({ headers }) => headers["authorization"]);

  it("adds a fresh token to the app’s own requests", async () => {
    expect(await (await call(`${app.origin}/a`, { method: "POST", body: "hello" })).text()).toBe("POST hello");
    await call(`${app.origin}/b`);
    expect(authorizations()).toEqual(["Bearer token-1", "Bearer token-2"]);
  });
  it("leaves other origins, and requests with an own authorisation, alone", async () => {
    await call(`${other.origin}/a`);
    await call(`${app.origin}/a`, { headers: { Authorization: "Basic x" } });
    expect(authorizations()).toEqual([undefined, "Basic x"]);
  });
  it("tries once more with a new token when the app asks for it, with the same body", async () => {
    expect(await (await call(`${app.origin}/stale`, { method: "POST", body: "hello" })).text()).toBe("POST hello");
    expect(authorizations()).toEqual(["Bearer token-1", "Bearer token-2"]);
  });
  it("leaves the iframe for where the app sends it, and still hands the answer over", async () => {
    expect((await call(`${app.origin}/leave`, { method: "POST" })).status).toBe(401);
    expect(left).toEqual([`${app.origin}/quickbooks?x=1`]);
  });
});
