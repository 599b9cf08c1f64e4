/** Installs a shop and connects its QuickBooks company the way a merchant does: through the app's own pages and the consent page, over HTTP. */
import type { World } from "./world.ts";

export type Tenant = {
  /** The shop's domain. */
  shop: string;
  realmId: string;
};

/** Isbot, which the app's library asks, lets this one pass; it refuses headless browsers and curl (06, "authenticate.admin"). */
export const BROWSER = { "user-agent": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36", accept: "text/html" };

/** Opens the app in the admin for the first time: the token exchange and the shop's facts follow from it. */
export async function installShop({ appUrl, shopify }: World, shop: string): Promise<void> {
  const page = await fetch(`${appUrl}/app?${adminQuery(shopify, shop)}`, { headers: BROWSER, redirect: "manual" });
  const text = await page.text();
  if (page.status !== 200) throw new Error(`the app's page answered ${page.status} for ${shop} (${page.headers.get("location") ?? text.slice(0, 300)})`);
}

/** How the app tells App Bridge to leave the iframe (06, "authenticate.admin"; shopify-api's redirect with target `_top`). */
const LEAVE_FOR = "X-Shopify-API-Request-Failure-Reauthorize-Url";

/** Presses "Connect QuickBooks", gives consent for the company, and follows the way back to the app. */
export async function connectQuickBooks({ appUrl, shopify, quickbooks }: World, tenant: Tenant): Promise<void> {
  const headers = { ...BROWSER, authorization: `Bearer ${shopify.sessionToken(tenant.shop)}` };
  const connect = await fetch(`${appUrl}/quickbooks/connect`, { method: "POST", headers, redirect: "manual" });
  const consentUrl = connect.headers.get(LEAVE_FOR);
  if (consentUrl === null || !consentUrl.startsWith(quickbooks.origin)) {
    throw new Error(`the connect route answered ${connect.status} ${consentUrl ?? (await connect.text()).slice(0, 300)} instead of leading to QuickBooks`);
  }
  const back = quickbooks.consent(consentUrl, tenant.realmId);
  const callback = await fetch(back, { headers: BROWSER, redirect: "manual" });
  const intoAdmin = callback.headers.get("location");
  if (intoAdmin === null) throw new Error(`the callback route answered ${callback.status}: ${(await callback.text()).slice(0, 300)}`);
  // The admin opens the app at this path, with what Intuit appended and what the admin itself puts behind an address.
  const page = await fetch(`${appUrl}/app/connected?${new URL(intoAdmin).searchParams}&${adminQuery(shopify, tenant.shop)}`, { headers: BROWSER, redirect: "manual" });
  const text = await page.text();
  if (page.status >= 400) throw new Error(`the app could not complete the connection (${page.status}): ${text.slice(0, 300)}`);
}

/** Presses "Disconnect" in the app. */
export async function disconnectQuickBooks({ appUrl, shopify }: World, { shop }: Tenant): Promise<void> {
  const page = await fetch(`${appUrl}/app/connection`, { method: "POST", headers: { ...BROWSER, authorization: `Bearer ${shopify.sessionToken(shop)}` }, redirect: "manual" });
  const text = await page.text();
  if (page.status !== 200) throw new Error(`the app could not disconnect (${page.status}): ${text.slice(0, 300)}`);
}

/** What the admin puts behind the address of an embedded app. */
function adminQuery(shopify: World["shopify"], shop: string): string {
  const host = Buffer.from(`admin.shopify.com/store/${shop.replace(/\.myshopify\.com$/, "")}`).toString("base64url");
  return new URLSearchParams({ embedded: "1", shop, host, id_token: shopify.sessionToken(shop) }).toString();
}
