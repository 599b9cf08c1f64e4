/** Hands an authenticated person the address of QuickBooks' consent page. The browser leaves the iframe for it itself: Intuit's pages refuse to be framed. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { services } from "#app/composition.server.ts";

export async function beginConnecting({ request }: ActionFunctionArgs): Promise<{ consentUrl: string }> {
  const { authenticate, connecting, shopOf } = services();
  const { session } = await authenticate.admin(request);
  const { id } = await shopOf(session.shop);
  return { consentUrl: await connecting.begin(id) };
}
