/** The sandbox's seam into Shopify's libraries: they insist on https and on the shop's own host, so their fetch is turned towards a simulator. Never used in production. */

/** Every call goes to `apiOrigin` with its path and query kept, the shop's domain in `X-Shopify-Shop-Domain` (02, Seams). */
export function redirectedFetch(apiOrigin: string): (url: string | URL | Request, init?: RequestInit) => Promise<Response> {
  return (url, init) => {
    const asked = new Request(url, init);
    const { hostname, pathname, search } = new URL(asked.url);
    const headers = new Headers(asked.headers);
    headers.set("X-Shopify-Shop-Domain", hostname);
    return fetch(new URL(pathname + search, apiOrigin), { ...init, headers });
  };
}
