/** Which orders a search query finds; only the fields listed here, anything else is refused aloud. */
import { toUtcSeconds } from "../orders/instants.ts";
import { financialStatus, fulfillmentStatus } from "../orders/order-status.ts";
import type { OrderRecord } from "../state/order-record.ts";
import { badRequest } from "./connection.ts";
import type { SearchExpression, SearchTerm } from "./search-syntax.ts";
import { parseSearch } from "./search-syntax.ts";

type Matcher = (order: OrderRecord, term: SearchTerm) => boolean;

/** Compares two texts or numbers as the comparator says. */
function compare<Value extends string | number>(actual: Value, { comparator }: SearchTerm, wanted: Value): boolean {
  switch (comparator) {
    case ":": return actual === wanted;
    case ">": return actual > wanted;
    case ">=": return actual >= wanted;
    case "<": return actual < wanted;
    case "<=": return actual <= wanted;
  }
}

/** UTC text of equal length compares as time does. */
function time(of: (order: OrderRecord) => string): Matcher {
  return (order, term) => compare(of(order), term, readTime(term.value));
}

function readTime(value: string): string {
  try {
    return toUtcSeconds(value);
  } catch (error) {
    if (error instanceof RangeError) throw badRequest(`"${value}" is not a time`);
    throw error;
  }
}

const FULFILLMENT_WORDS: Record<string, string> = {
  unshipped: "UNFULFILLED", unfulfilled: "UNFULFILLED", partial: "PARTIALLY_FULFILLED", shipped: "FULFILLED", fulfilled: "FULFILLED",
};

const MATCHERS: Record<string, Matcher> = {
  created_at: time((order) => order.createdAt),
  processed_at: time((order) => order.processedAt),
  updated_at: time((order) => order.updatedAt),
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
export function searchOrders(orders: readonly OrderRecord[], query: string | null | undefined): OrderRecord[] {
  if (!query?.trim()) return [...orders];
  const expression = parseSearch(query);
  return orders.filter((order) => matches(order, expression));
}

function matches(order: OrderRecord, expression: SearchExpression): boolean {
  switch (expression.kind) {
    case "and": return expression.operands.every((operand) => matches(order, operand));
    case "or": return expression.operands.some((operand) => matches(order, operand));
    case "not": return !matches(order, expression.operand);
    case "term": {
      const matcher = MATCHERS[expression.term.field];
      if (!matcher) throw badRequest(`orders cannot be searched by ${expression.term.field} here`);
      return matcher(order, expression.term);
    }
  }
}
