/** Which order a webhook is about. Only the reference is taken from a payload: the order itself is read anew, because a webhook's body is never the truth (02). */
import { z } from "zod";

const orderGid = z.string().regex(/^gid:\/\/shopify\/Order\/\d+$/);
/** JSON.parse rounds numbers above 2^53, and test notifications have such ids (06): a rounded id would name another order. */
const orderNumber = z.int().positive().transform((id) => `gid://shopify/Order/${id}`);

/** `orders/*` are the order itself; others name it by number or as an object. */
const bySelf = z.object({ admin_graphql_api_id: orderGid }).transform((payload) => payload.admin_graphql_api_id);
const byOrderId = z.object({ order_id: orderNumber }).transform((payload) => payload.order_id);
const byOrder = z.object({ order: z.object({ admin_graphql_api_id: orderGid }) }).transform((payload) => payload.order.admin_graphql_api_id);
const byEdit = z.object({ order_edit: z.object({ order_id: orderNumber }) }).transform((payload) => payload.order_edit.order_id);
const byId = z.object({ id: orderNumber }).transform((payload) => payload.id);

const SPECIAL = new Map<string, z.ZodType<string>>([
  ["orders/edited", byEdit],
  ["orders/delete", byId],
]);
const BY_FAMILY = new Map<string, z.ZodType<string>>([
  ["orders", bySelf],
  ["refunds", byOrderId],
  ["order_transactions", byOrderId],
  ["tender_transactions", byOrderId],
  ["fulfillments", byOrderId],
  ["returns", byOrder],
  ["disputes", byOrderId],
]);

/** The order's gid, or null when the topic is about no order or the payload does not name one exactly. */
export function orderOf(topic: string, payload: unknown): string | null {
  const schema = SPECIAL.get(topic) ?? BY_FAMILY.get(topic.split("/")[0] ?? "");
  return schema?.safeParse(payload).data ?? null;
}

/** Whether a payload without an order is a malformed one; the others may lack it (a dispute of no order) and are kept as they are. */
export function mustNameAnOrder(topic: string): boolean {
  return topic.startsWith("orders/") && topic !== "orders/delete" && topic !== "orders/edited";
}
