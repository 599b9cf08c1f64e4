/** Resync: a person's wish that the order be looked at again, and that what is missing be made again. */
import { data } from "@remix-run/node";
import type { ActionFunctionArgs } from "@remix-run/node";
import { connectionNotice } from "../connection-notice.server.ts";
import { openDesk } from "../open-desk.server.ts";
import { orderIdOf } from "../order-path.server.ts";
import { ORDER_WORDS } from "./words.ts";

/** `message`: what to tell the person; null when there is no such order. */
export type ResyncAnswer = { message: string | null };

export async function resyncOrder({ request, params }: ActionFunctionArgs) {
  const desk = await openDesk(request);
  const orderId = orderIdOf(params["orderId"]);
  const [order, connection] = await Promise.all([orderId === null ? null : desk.order(orderId), desk.connection()]);
  if (order === null) return data<ResyncAnswer>({ message: null }, { status: 404 });
  await desk.resync([order.orderId]);
  return data<ResyncAnswer>({ message: connectionNotice(connection) === null ? ORDER_WORDS.resyncStarted : ORDER_WORDS.resyncWaits });
}
