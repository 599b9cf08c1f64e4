/**
 * Which money came for what stands beside a sales receipt, and so has payments of its own, or credit memos where a gift card paid (decision 056). A receipt holds
 * the money that it is worth; it must never be counted a second time, so they stand beside it only where whole transactions come to exactly the rest.
 */
import { legacyId } from "../documents/header.ts";
import { add, isPositive, isZero, type Money, subtract, sum } from "../money/money.ts";
import { giftCardTransactions, type Order, receivedTransactions } from "../order/order.ts";
import type { Course } from "./course.ts";

/** Legacy ids of the transactions; null where what came beyond the receipt does not come to whole ones. `worth`: what the receipt sells, before gift cards are taken off. */
export function paidBeside(order: Order, { steps }: Course, worth: Money): ReadonlySet<string> | null {
  const beside = new Set<string>();
  const [first] = steps.filter(({ folded, added }) => !folded && isPositive(added)).map(({ change }) => change.at.epochMilliseconds);
  if (first === undefined) return beside;
  const tenders = [...receivedTransactions(order), ...giftCardTransactions(order)];
  const goneBefore = sum(order.currency, steps.filter(({ folded }) => folded).flatMap(({ paidBack }) => paidBack.map(({ ofCredit }) => ofCredit)));
  let rest = subtract(sum(order.currency, tenders.map(({ amount }) => amount)), add(worth, goneBefore));
  const later = tenders.filter(({ at }) => at.epochMilliseconds >= first).toSorted((a, b) => b.at.epochMilliseconds - a.at.epochMilliseconds || b.id.localeCompare(a.id));
  for (const { id, amount } of later) {
    if (!isPositive(rest)) break;
    rest = subtract(rest, amount);
    beside.add(legacyId(id));
  }
  return isZero(rest) ? beside : null;
}
