// @ts-check
/** The app's addresses as the app, the admin and a fresh document see them. */

/** What the admin adds to the app's address; the app's own links do not carry it. */
export const ADMIN_PARAMETERS = ["embedded", "shop", "host", "locale", "id_token", "hmac", "session", "timestamp", "protocol", "appLoadId"];

/**
 * "/app/orders?page=2&shop=…" → "/app/orders?page=2": what the admin shows in its own address.
 * @param {string} href @param {string} base
 */
export function publicPath(href, base) {
  const url = new URL(href, base);
  for (const name of ADMIN_PARAMETERS) url.searchParams.delete(name);
  return url.pathname + url.search + url.hash;
}

/**
 * The address of a page loaded as a document: with everything the app's server needs to know whom it serves.
 * @param {string} href @param {string} base @param {{ shop: string, host: string, idToken: string }} whom
 */
export function documentAddress(href, base, { shop, host, idToken }) {
  const url = new URL(href, base);
  for (const [name, value] of Object.entries({ embedded: "1", shop, host, id_token: idToken })) url.searchParams.set(name, value);
  return url.href;
}

/**
 * Where the bounce page must go back to; nothing but the app itself (06 §3: `shopify-reload`).
 * @param {Location} location
 */
export function reloadAddress(location) {
  const wanted = new URLSearchParams(location.search).get("shopify-reload");
  if (wanted === null) return undefined;
  const url = new URL(wanted, location.origin);
  return url.origin === location.origin ? url.href : undefined;
}
