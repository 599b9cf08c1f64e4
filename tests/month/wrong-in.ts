/** What is wrong with a played month, in sentences for a person who has to find out why: each with the order's life. Empty when everything is right. */
import { owedToCustomer } from "../oracle/order-in-books.ts";
import { wasShippedWhole } from "../oracle/was-shipped-whole.ts";
import { judgeMonth, looseEnds } from "./judge-month.ts";
import type { PlayedMonth } from "./play-month.ts";

/** The only issue a right month may end with: the shop still has money of the customer. */
const IS_OWED = "customer_is_owed";

export function wrongIn(month: PlayedMonth): string[] {
  const { accounts, customers, orders } = judgeMonth(month);
  const lifeOf = (name: string): string => `(${month.lives.get(name)?.join(", ") ?? "unknown"})`;
  return [
    ...accounts, ...customers,
    ...orders.map(({ name, sentence }) => `${name}: ${sentence} ${lifeOf(name)}`),
    ...looseEnds(month),
    ...wronglyToldOf(month).map(({ name, sentence }) => `${name}: ${sentence} ${lifeOf(name)}`),
  ];
}

/** The app tells of money that is the customer's where an order is booked, cancelled or empty, and of nothing else: each order is in the books. */
function wronglyToldOf({ shop, recorded }: PlayedMonth): { name: string; sentence: string }[] {
  return shop.orders.flatMap((order) => {
    const told = recorded.find(({ orderGid }) => orderGid.endsWith(`/${order.id}`));
    if (!told) return [{ name: order.name, sentence: "the app has not recorded it" }];
    const isOver = order.cancelledAt !== null || wasShippedWhole(order) || order.lines.every(({ currentQuantity }) => currentQuantity === 0);
    const owed = owedToCustomer(order) > 0n && isOver;
    const expected = owed ? [IS_OWED] : [];
    if (told.issues.join() === expected.join()) return [];
    return [{ name: order.name, sentence: `issues are [${told.issues.join(", ")}], must be [${expected.join(", ")}]; ${told.state}, ${told.reason ?? "no reason"}` }];
  });
}
