/** One order's page. An order that this shop does not have is told in words, with the status that says so to programs. */
import { data } from "@remix-run/node";
import type { LoaderFunctionArgs } from "@remix-run/node";
import type { ShopDesk } from "#app/pipeline/ports/shop-desk.ts";
import { connectionNotice } from "../connection-notice.server.ts";
import { formatFor } from "../format.server.ts";
import { openDesk } from "../open-desk.server.ts";
import { orderIdOf } from "../order-path.server.ts";
import { orderView } from "./order-view.server.ts";
import type { OrderView } from "./view.ts";

export async function loadOrder({ request, params }: LoaderFunctionArgs) {
  const desk = await openDesk(request);
  const orderId = orderIdOf(params["orderId"]);
  const [order, rules, settings, connection] = await Promise.all([orderId === null ? null : desk.order(orderId), desk.rules(), desk.settings(), desk.connection()]);
  const view: OrderView = order === null ? await notFound(desk, orderId) : orderView({ order, rules: rules.value, settings: settings.value, notice: connectionNotice(connection), format: formatFor(desk.shop) });
  return data(view, { status: view.found || view.expected ? 200 : 404 });
}

/** Half a second after an order was placed its page may be opened before the worker has read it, or before Shopify has told of it. */
async function notFound(desk: ShopDesk, orderId: string | null): Promise<OrderView> {
  return { found: false, expected: orderId !== null && (await desk.isDue(orderId)), mayCome: orderId !== null };
}
