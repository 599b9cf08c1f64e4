/** What the home page says of a shop. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { connectionNotice } from "../connection-notice.server.ts";
import { formatFor } from "../format.server.ts";
import { openDesk } from "../open-desk.server.ts";
import { homeView } from "./home-view.server.ts";
import type { HomeView } from "./view.ts";

export async function loadHome({ request }: LoaderFunctionArgs): Promise<HomeView> {
  const desk = await openDesk(request);
  const [facts, connection, settings] = await Promise.all([desk.home(), desk.connection(), desk.settings()]);
  return homeView({ facts, notice: connectionNotice(connection), setUp: settings.version === 0, format: formatFor(desk.shop) });
}
