/**
 * Which money came for what stands beside a sales receipt, and so has payments of its own (decision 056). A receipt holds the money that it is worth; it must
 * never be counted a second time, so payments stand beside it only where whole transactions come to exactly the rest.
 */
import { legacyId } from "../documents/header.ts";
import { add, isPositive, isZero, type Money, subtract, sum } from "../money/money.ts";
import { type Order, receivedTransactions } from "../order/order.ts";
import { cashOf, type Course } from "./course.ts";

/** Parts of payments; null where what came beyond the receipt does not come to whole transactions. `receipt`: its total. */
export function paidBeside(order: Order, { steps }: Course, receipt: Money): ReadonlySet<string> | null {
  const parts = new Set<string>();
  const [first] = steps.filter(({ folded, added }) => !folded && isPositive(added)).map(({ change }) => change.at.epochMilliseconds);
  if (first === undefined) return parts;
  const received = receivedTransactions(order);
  const goneBefore = sum(order.currency, steps.filter(({ folded }) => folded).flatMap(({ paidBack }) => cashOf(paidBack).map(({ ofCredit }) => ofCredit)));
  let rest = subtract(sum(order.currency, received.map(({ amount }) => amount)), add(receipt, goneBefore));
  const later = received.filter(({ at }) => at.epochMilliseconds >= first).toSorted((a, b) => b.at.epochMilliseconds - a.at.epochMilliseconds || b.id.localeCompare(a.id));
  for (const { id, amount } of later) {
    if (!isPositive(rest)) break;
    rest = subtract(rest, amount);
    parts.add(legacyId(id));
  }
  return isZero(rest) ? parts : null;
}
