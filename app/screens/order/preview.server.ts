/** What Resync would do to one order. Asked for by a press, never by itself: it reads Shopify and QuickBooks. */
import { data } from "@remix-run/node";
import type { ActionFunctionArgs } from "@remix-run/node";
import { services } from "#app/composition.server.ts";
import { formatFor } from "../format.server.ts";
import { openDesk } from "../open-desk.server.ts";
import { orderIdOf } from "../order-path.server.ts";
import { orderPreviewView } from "../preview-view.server.ts";
import type { PreviewedOrderAnswer } from "./view.ts";
import { ORDER_WORDS } from "./words.ts";

export async function previewOrder({ request, params }: ActionFunctionArgs) {
  const desk = await openDesk(request);
  const orderId = orderIdOf(params["orderId"]);
  if (orderId === null || (await desk.order(orderId)) === null) return answer({ preview: null, problem: ORDER_WORDS.notFound.title }, 404);
  try {
    const preview = await desk.previewOrder(orderId);
    if (!preview.ok) return answer({ preview: null, problem: preview.failure });
    return preview.value === null ? answer({ preview: null, problem: ORDER_WORDS.preview.failed }) : answer({ preview: orderPreviewView(preview.value, formatFor(desk.shop)), problem: null });
  } catch (error) {
    services().log.error({ err: error }, "an order could not be previewed");
    return answer({ preview: null, problem: ORDER_WORDS.preview.failed }, 500);
  }
}

const answer = (value: PreviewedOrderAnswer, status = 200) => data(value, { status });
