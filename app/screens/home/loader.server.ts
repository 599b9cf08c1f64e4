/** What the home page says of a shop. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { services } from "#app/composition.server.ts";
import type { HomeView } from "./Screen.tsx";

export async function loadHome({ request }: LoaderFunctionArgs): Promise<HomeView> {
  const { authenticate, shopOf } = services();
  const { session } = await authenticate.admin(request);
  const { name, connected } = await shopOf(session.shop);
  return { shop: name, connected };
}
