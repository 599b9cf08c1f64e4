/** A person's browser at the web process, as far as HTTP sees it: inside Shopify's admin with session tokens, outside without; never used by the app. */
import type { ShopifySimulator } from "#sandbox/shopify/start-shopify.ts";

/** Isbot lets this one pass; the library answers 410 to bots (06 §3). */
const USER_AGENT = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36";

export type Browser = {
  /** A document load outside of the admin. */
  open(path: string): Promise<Response>;
  /** A document load in the admin's iframe. */
  openInAdmin(path: string, shop: string): Promise<Response>;
  /** App Bridge's fetch: with a fresh session token. */
  fetchInAdmin(path: string, shop: string, method?: string, form?: unknown): Promise<Response>;
};

export function openBrowser(origin: string, shopify: ShopifySimulator): Browser {
  const headers = { "User-Agent": USER_AGENT };
  return {
    open: (path) => fetch(origin + path, { headers, redirect: "manual" }),
    openInAdmin: (path, shop) => {
      const host = Buffer.from(`admin.shopify.com/store/${shop.split(".")[0]}`).toString("base64url");
      const query = new URLSearchParams({ embedded: "1", shop, host, id_token: shopify.sessionToken(shop) });
      return fetch(`${origin}${path}${path.includes("?") ? "&" : "?"}${query.toString()}`, { headers, redirect: "manual" });
    },
    fetchInAdmin: (path, shop, method = "GET", form) =>
      fetch(origin + path, {
        method,
        headers: { ...headers, Authorization: `Bearer ${shopify.sessionToken(shop)}`, ...(form === undefined ? {} : { "Content-Type": "application/json" }) },
        ...(form === undefined ? {} : { body: JSON.stringify(form) }),
        redirect: "manual",
      }),
  };
}
