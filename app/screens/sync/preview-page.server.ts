/** One page of a preview as the screen shows it. */
import type { RunPreview } from "#app/pipeline/ports/shop-desk.ts";
import { counted, type Format } from "../format.server.ts";
import { effectOfAll, orderPreviewView } from "../preview-view.server.ts";
import type { PreviewPage } from "./view.ts";
import { SYNC_WORDS as WORDS } from "./words.ts";

export const previewPage = ({ orders, next, notFound, hiddenBefore }: RunPreview, format: Format): PreviewPage => ({
  orders: orders.map((order) => orderPreviewView(order, format)),
  effect: effectOfAll(orders, format),
  shown: WORDS.shown(counted(format, orders.length, "order")),
  notFound: notFound.length === 0 ? null : WORDS.notFound(notFound.map((number) => `#${number}`).join(", ")),
  hidden: hiddenBefore === null ? null : WORDS.hidden(format.day(hiddenBefore.toString().slice(0, 10))),
  next,
});
