/** The way back from QuickBooks: from the callback into the shop's admin, and there, as that shop's user, to a connection. */
import { data, redirect } from "@remix-run/node";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { services } from "#app/composition.server.ts";
import type { ConnectFailureView } from "./Screen.tsx";

/** Where Intuit sends a person. Outside of the iframe nobody is signed in, so nothing is decided here. */
export async function returnToAdmin({ request }: LoaderFunctionArgs) {
  const { connecting, adminUrl } = services();
  const { searchParams } = new URL(request.url);
  const domain = await connecting.cameFrom(searchParams);
  if (domain !== null) return redirect(`${adminUrl(domain)}/app/connected?${searchParams}`);
  return data<ConnectFailureView>({ reason: "invalid_state" }, { status: 400 });
}

export async function completeConnecting({ request }: LoaderFunctionArgs) {
  const { authenticate, connecting, shopOf } = services();
  const { session, redirect: redirectInApp } = await authenticate.admin(request);
  const shop = await shopOf(session.shop);
  const { kind } = await connecting.complete(shop.id, new URL(request.url).searchParams);
  if (kind === "connected") return redirectInApp("/app");
  return data<ConnectFailureView>({ reason: kind }, { status: 400 });
}
