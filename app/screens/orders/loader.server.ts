/** One page of the shop's orders, as the address asks for it. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { connectionNotice } from "../connection-notice.server.ts";
import { formatFor } from "../format.server.ts";
import { openDesk } from "../open-desk.server.ts";
import { LISTINGS, readAddress } from "./listing.server.ts";
import { ordersView } from "./orders-view.server.ts";
import type { OrdersView } from "./view.ts";

export async function loadOrders({ request }: LoaderFunctionArgs): Promise<OrdersView> {
  const desk = await openDesk(request);
  const asked = readAddress(request.url);
  const { state } = LISTINGS[asked.show];
  const [page, due, connection] = await Promise.all([desk.orders({ state, search: asked.search, cursor: asked.cursor }), desk.countDue(), desk.connection()]);
  return ordersView({ page, asked, due, notice: connectionNotice(connection), format: formatFor(desk.shop) });
}
