/** Turns what is recorded of some orders into what an admin extension shows; the same words as on the order's page in the app. */
import type { OrderFacts, ShopDesk } from "#app/pipeline/ports/shop-desk.ts";
import type { Rule } from "#app/domain/rules/rule.ts";
import type { Settings } from "#app/domain/settings/settings.ts";
import { type ConnectionNotice, connectionNotice } from "../connection-notice.server.ts";
import { type Format, formatFor } from "../format.server.ts";
import { orderPath } from "../order-path.server.ts";
import type { ExtensionAnswer, ExtensionDocument, ExtensionOrder, OrderPlan } from "./extension-view.ts";
import { orderPreviewView } from "../preview-view.server.ts";
import { orderView } from "./order-view.server.ts";
import { timelineSentences } from "./timeline-view.server.ts";
import type { ChainBox } from "./view.ts";
import { EXTENSION_WORDS } from "./words.ts";

type Shown = { rules: readonly Rule[]; settings: Settings; notice: ConnectionNotice; format: Format; plans: ReadonlyMap<string, OrderPlan> };

/** `planned`: those of the orders whose plan is wanted, too. */
export async function extensionAnswer(desk: ShopDesk, orderIds: readonly string[], planned: readonly string[] = []): Promise<ExtensionAnswer> {
  const format = formatFor(desk.shop);
  const [found, rules, settings, connection, plans] = await Promise.all([
    Promise.all(orderIds.map((id) => desk.order(id))), desk.rules(), desk.settings(), desk.connection(), plansOf(desk, planned, format),
  ]);
  const notice = connectionNotice(connection);
  const orders = found.filter((order) => order !== null);
  const known = new Set(orders.map(({ orderId }) => orderId));
  const missing = orderIds.filter((id) => !known.has(id));
  const expected = await Promise.all(missing.map((id) => desk.isDue(id)));
  const shown = { rules: rules.value, settings: settings.value, notice, format, plans };
  return {
    notice: notice && EXTENSION_WORDS.notices[notice],
    orders: orders.map((order) => extensionOrder(order, shown)),
    unknown: missing.map((orderId, index) => ({ orderId, sentence: expected[index] ? EXTENSION_WORDS.expected : EXTENSION_WORDS.unknown })),
  };
}

/** Every plan costs reads at Shopify and QuickBooks, so only those are made that were asked for; none where it cannot be told just now. */
async function plansOf(desk: ShopDesk, orderIds: readonly string[], format: Format): Promise<ReadonlyMap<string, OrderPlan>> {
  const plans = new Map<string, OrderPlan>();
  for (const orderId of orderIds) {
    const preview = await desk.previewOrder(orderId);
    if (!preview.ok || preview.value === null || preview.value.state === "waiting") continue;
    plans.set(orderId, { orderId, steps: orderPreviewView(preview.value, format).documents.map(({ title }) => title) });
  }
  return plans;
}

function extensionOrder(order: OrderFacts, { plans, ...shown }: Shown): ExtensionOrder {
  const { name, state, headline, reason, checking, press, issues, chain } = orderView({ order, ...shown });
  const boxes = chain.flatMap((column) => column.boxes);
  return {
    orderId: order.orderId,
    name, state, headline, reason, checking, press,
    documents: boxes.flatMap(documentOf),
    coming: boxes.flatMap((box) => ("coming" in box ? [`${box.title} ${box.coming}`] : [])),
    issues: issues.map(({ sentence, remedy }) => ({ sentence, remedy })),
    happened: timelineSentences(order.timeline).map(({ at, sentence }) => ({ at: at.toString(), sentence })),
    plan: plans.get(order.orderId) ?? null,
    path: orderPath(order.orderId),
  };
}

const documentOf = (box: ChainBox): ExtensionDocument[] => ("coming" in box ? [] : [{ title: box.title, total: box.total, balance: box.balance, status: box.status, link: box.link }]);
