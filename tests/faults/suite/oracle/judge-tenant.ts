/** All judgements on one shop and its company. */
import type { Evidence, Violation } from "./evidence.ts";
import { judgeBooks } from "./judge-books.ts";
import { judgeOrder } from "./judge-order.ts";
import { judgeInbox, judgeRecord } from "./judge-record.ts";

export function judgeTenant(evidence: Evidence): Violation[] {
  const { shop, story, documents } = evidence;
  const ofOrders = story.orders.flatMap((told) => {
    const order = shop.orders.find(({ id }) => id === told.id);
    if (!order) throw new Error(`the shop has no order ${told.name}`);
    const own = documents.filter(({ origin }) => origin?.orderId === told.id && origin.domain === evidence.domain);
    return [...judgeOrder(evidence, order, told, own), ...judgeRecord(evidence, order, told, own)];
  });
  return [...ofOrders, ...judgeBooks(evidence), ...judgeInbox(evidence)];
}
