/** The way back from QuickBooks: into the app when it worked, otherwise a page that says what to do. */
import { data, redirect } from "@remix-run/node";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { services } from "#app/composition.server.ts";
import type { ConnectFailureView } from "./Screen.tsx";

export async function completeConnecting({ request }: LoaderFunctionArgs) {
  const { connecting, adminUrl } = services();
  const result = await connecting.complete(new URL(request.url).searchParams);
  if (result.kind === "connected") return redirect(adminUrl(result.domain));
  const view: ConnectFailureView = { reason: result.kind, appUrl: result.domain === null ? null : adminUrl(result.domain) };
  return data(view, { status: 400 });
}
