/** Which orders a search query finds; only the fields listed here, anything else is refused aloud. */
import { financialStatus, fulfillmentStatus } from "../orders/order-status.ts";
import type { OrderRecord } from "../state/order-record.ts";
import { badRequest } from "./connection.ts";
import { byTime, compare, type Matcher, searchBy } from "./search-by.ts";

const FULFILLMENT_WORDS: Record<string, string> = {
  unshipped: "UNFULFILLED", unfulfilled: "UNFULFILLED", partial: "PARTIALLY_FULFILLED", shipped: "FULFILLED", fulfilled: "FULFILLED",
};

const MATCHERS: Record<string, Matcher<OrderRecord>> = {
  created_at: byTime((order) => order.createdAt),
  processed_at: byTime((order) => order.processedAt),
  updated_at: byTime((order) => order.updatedAt),
  id: (order, term) => compare(Number(order.id), term, Number(term.value)),
  name: (order, { value }) => order.name.replace(/^#/, "") === value.replace(/^#/, ""),
  test: (order, { value }) => String(order.test) === value,
  financial_status: (order, { value }) => value === "any" || financialStatus(order).toLowerCase() === value.toLowerCase(),
  fulfillment_status: (order, { value }) => value === "any" || fulfillmentStatus(order) === FULFILLMENT_WORDS[value.toLowerCase()],
  status: (order, { value }) => matchesStatus(order, value),
};

function matchesStatus(order: OrderRecord, status: string): boolean {
  switch (status) {
    case "any": return true;
    case "cancelled": return order.cancelledAt !== null;
    case "closed": return order.closedAt !== null;
    case "not_closed": return order.closedAt === null;
    case "open": return order.closedAt === null && order.cancelledAt === null;
    default: throw badRequest(`"${status}" is not an order status to search for`);
  }
}

/** Throws GraphQLError (BAD_REQUEST) for a query it cannot read or a field it does not know. */
export const searchOrders = (orders: readonly OrderRecord[], query: string | null | undefined): OrderRecord[] => searchBy(orders, query, { matchers: MATCHERS, of: "orders" });
