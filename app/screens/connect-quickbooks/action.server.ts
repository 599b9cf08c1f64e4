/** Sends an authenticated person to QuickBooks' consent page. Outside of the iframe: Intuit's pages refuse to be framed. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { services } from "#app/composition.server.ts";

/** Called with plain `fetch`: the library answers with App Bridge's header for leaving the iframe, which Remix's single fetch would drop. */
export async function beginConnecting({ request }: ActionFunctionArgs): Promise<Response> {
  const { authenticate, connecting, shopOf } = services();
  const { session, redirect } = await authenticate.admin(request);
  const { id } = await shopOf(session.shop);
  return redirect(await connecting.begin(id), { target: "_top" });
}
