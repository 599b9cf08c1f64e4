/** The way into every screen: who asks (Shopify's session token), and the desk of that person's shop. */
import { services } from "#app/composition.server.ts";
import type { ShopDesk } from "#app/pipeline/ports/shop-desk.ts";

/** Throws the library's own response when the session token is missing, expired or forged. */
export async function openDesk(request: Request): Promise<ShopDesk> {
  const { authenticate, desk } = services();
  const { session } = await authenticate.admin(request);
  return desk(session.shop);
}
