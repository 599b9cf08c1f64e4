// @ts-check
/** `fetch` as App Bridge makes it: the app's own requests carry a session token, and the server's hints in the answer are followed (06 §3). */

const RETRY = "X-Shopify-Retry-Invalid-Session-Request";
const LEAVE_FOR = "X-Shopify-API-Request-Failure-Reauthorize-Url";

/**
 * Requests to other origins, and those with an Authorization of their own, are left alone.
 * @param {typeof fetch} plainFetch
 * @param {{ origin: string, base: () => string, idToken: () => Promise<string>, leave: (url: string) => void }} parts
 * @returns {typeof fetch}
 */
export function tokenFetch(plainFetch, { origin, base, idToken, leave }) {
  return async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    if (new URL(address, base()).origin !== origin) return plainFetch(input, init);
    const request = new Request(input, init);
    if (request.headers.has("Authorization")) return plainFetch(request);
    const again = request.clone();
    let response = await plainFetch(withToken(request, await idToken()));
    if (response.status === 401 && response.headers.has(RETRY)) response = await plainFetch(withToken(again, await idToken()));
    const elsewhere = response.headers.get(LEAVE_FOR);
    if (elsewhere !== null) leave(new URL(elsewhere, base()).href);
    return response;
  };
}

/** @param {Request} request @param {string} token */
function withToken(request, token) {
  request.headers.set("Authorization", `Bearer ${token}`);
  return request;
}
