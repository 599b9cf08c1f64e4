/** The simulator spoken to by Shopify's own library: what the app uses must accept it. */
import "@shopify/shopify-api/adapters/node";
import type { ApiVersion } from "@shopify/shopify-api";
import { RequestedTokenType, shopifyApi } from "@shopify/shopify-api";
import { setAbstractFetchFunc } from "@shopify/shopify-api/runtime";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { HttpRequest, HttpServer } from "../http/server.ts";
import { startServer } from "../http/server.ts";
import { APP, DOMAIN, openShop } from "./testing/open-shop.ts";
import type { OpenShop } from "./testing/open-shop.ts";

describe("Shopify’s own library", () => {
  const library = shopifyApi({
    apiKey: APP.apiKey,
    apiSecretKey: APP.apiSecret,
    apiVersion: "2026-10" as ApiVersion,
    hostName: "app.example.com",
    isEmbeddedApp: true,
    isTesting: true,
    logger: { level: 0 },
  });
  let open: OpenShop;
  let app: HttpServer;
  let received: HttpRequest[];
  beforeEach(async () => {
    received = [];
    app = await startServer({
      handler: (request) => {
        received.push(request);
        return { status: 200, body: "" };
      },
    });
    open = await openShop({}, { appUrl: app.origin });
    // The seam of design page 02: every shop's calls go to one origin, with the shop in a header.
    setAbstractFetchFunc((input, init) => {
      const url = new URL(input instanceof Request ? input.url : input);
      const headers = { ...Object.fromEntries(new Headers(init?.headers)), "x-shopify-shop-domain": url.hostname };
      return fetch(open.shopify.origin + url.pathname, { ...init, headers });
    });
  });
  afterEach(async () => {
    setAbstractFetchFunc(fetch);
    await open.shopify.close();
    await app.close();
  });
  const exchange = (sessionToken: string): ReturnType<typeof library.auth.tokenExchange> =>
    library.auth.tokenExchange({ shop: DOMAIN, sessionToken, requestedTokenType: RequestedTokenType.OfflineAccessToken, expiring: true });

  it("exchanges a session token, queries orders, and refreshes", async () => {
    open.shopify.createOrder(DOMAIN, { name: "#5", line_items: [{ quantity: 1, price: "9.90" }] });
    const { session } = await exchange(open.shopify.sessionToken(DOMAIN));
    const { data } = await new library.clients.Graphql({ session }).request("{ orders(first: 1) { nodes { name totalPriceSet { shopMoney { amount } } } } }");
    expect(data).toEqual({ orders: { nodes: [{ name: "#5", totalPriceSet: { shopMoney: { amount: "9.9" } } }] } });
    const refreshed = await library.auth.refreshToken({ shop: DOMAIN, refreshToken: session.refreshToken ?? "" });
    expect(refreshed.session.accessToken).not.toBe(session.accessToken);
  });

  it("sees a 401 once the app is uninstalled", async () => {
    const { session } = await exchange(open.shopify.sessionToken(DOMAIN));
    open.shopify.uninstall(DOMAIN);
    await expect(new library.clients.Graphql({ session }).request("{ shop { name } }")).rejects.toMatchObject({ response: { code: 401 } });
  });

  it("accepts the signature of every webhook, and not that of a changed body", async () => {
    open.shopify.createOrder(DOMAIN, { line_items: [{ quantity: 1, title: "Crème brûlée", price: "9.90" }] });
    await open.shopify.idle();
    expect(received.length).toBeGreaterThan(0);
    for (const { headers, body } of received) {
      const check = (rawBody: string): Promise<{ valid: boolean }> =>
        library.webhooks.validate({ rawBody, rawRequest: { method: "POST", url: "/webhooks", headers } });
      expect((await check(body)).valid).toBe(true);
      expect((await check(`${body} `)).valid).toBe(false);
    }
  });
});
