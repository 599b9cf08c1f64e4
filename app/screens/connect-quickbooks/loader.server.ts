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
  const { authenticate, connecting, desk, shopOf } = services();
  const { session } = await authenticate.admin(request);
  const shop = await shopOf(session.shop);
  const { searchParams } = new URL(request.url);
  const { kind } = await connecting.complete(shop.id, searchParams);
  if (kind !== "connected") return data<ConnectFailureView>({ reason: kind }, { status: 400 });
  const { version } = await (await desk(session.shop)).settings();
  return redirect(`${version === 0 ? "/app/setup" : "/app"}?${admins(searchParams)}`);
}

/** What the admin put behind the address. What Intuit put there has done its work and must not stay in a history. */
function admins(parameters: URLSearchParams): URLSearchParams {
  const names = ["embedded", "shop", "host", "locale", "id_token"];
  return new URLSearchParams(names.flatMap((name) => parameters.getAll(name).map((value) => [name, value])));
}
