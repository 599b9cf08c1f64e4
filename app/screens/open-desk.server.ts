/** The way into every screen: who asks (Shopify's session token), and the desk of that person's shop. */
import { services } from "#app/composition.server.ts";
import type { ShopDesk } from "#app/pipeline/ports/shop-desk.ts";

/** The desk, and the person's id at Shopify, which stands beside what a person decides. Throws as `openDesk` does. */
export async function openDeskAs(request: Request): Promise<{ desk: ShopDesk; person: string }> {
  const { authenticate, desk } = services();
  const { session, sessionToken } = await authenticate.admin(request);
  return { desk: await desk(session.shop), person: sessionToken.sub };
}

/** Throws the library's own response when the session token is missing, expired or forged. */
export async function openDesk(request: Request): Promise<ShopDesk> {
  const { authenticate, desk } = services();
  const { session } = await authenticate.admin(request);
  return desk(session.shop);
}

/** For an admin extension, which asks from Shopify's origin: `cors` puts on the answer what lets its browser read it; `person` as above. Throws as `openDesk` does, and the answer to a preflight. */
export async function openDeskForExtension(request: Request): Promise<{ desk: ShopDesk; person: string; cors: (response: Response) => Response }> {
  // The library takes a request without a token for a page load and leads it elsewhere, which no extension can follow.
  if (request.method !== "OPTIONS" && !request.headers.has("Authorization")) throw new Response(null, { status: 401, headers: { "Access-Control-Allow-Origin": "*" } });
  const { authenticate, desk } = services();
  const { session, sessionToken, cors } = await authenticate.admin(request);
  return { desk: await desk(session.shop), person: sessionToken.sub, cors };
}
