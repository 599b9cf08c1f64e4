/** What the frame around every screen needs; the session token is checked here for all of them, and by each again for its own data. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { services } from "#app/composition.server.ts";

export async function loadAppShell({ request }: LoaderFunctionArgs): Promise<{ apiKey: string; appBridgeUrl: string | null }> {
  const { authenticate, appBridge } = services();
  await authenticate.admin(request);
  return { apiKey: appBridge.apiKey, appBridgeUrl: appBridge.url ?? null };
}
