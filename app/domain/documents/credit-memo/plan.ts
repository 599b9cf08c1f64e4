/** Credit memos: what was taken back without its money going back with it, and gift cards that paid an invoice. */
import type { Issue } from "../../issues/issue.ts";
import { isPositive, isZero, type Money, negate, smaller, subtract, sum, add, zero } from "../../money/money.ts";
import { onlyRemoved } from "../../order/change.ts";
import { giftCardTransactions } from "../../order/order.ts";
import { isGiftCard, type Step } from "../../plan/course.ts";
import { shopDate } from "../../time/shop-date.ts";
import { dayOfChange } from "../day-of-change.ts";
import type { CreditMemoDocument } from "../document.ts";
import { extraLine } from "../extra-lines.ts";
import { isBeforeSale, onReversal } from "../invoice/card-refund.ts";
import { legacyId } from "../header.ts";
import { salesLines } from "../lines.ts";
import { addresses, type PlanContext, receivableOf } from "../plan-context.ts";
import { taxingOf } from "../taxing.ts";
import { reversedLegs } from "../reversed-legs.ts";

/** For a change that took something back: its lines, less what the merchant kept and what went to a gift card. */
export function planCreditMemo(context: PlanContext, step: Step, issues: Issue[]): CreditMemoDocument | null {
  const { order, books } = context;
  const receivable = receivableOf(context, issues);
  const removed = salesLines(onlyRemoved(order, step.change), books);
  issues.push(...removed.issues);
  const toGiftCards = onReversal(step);
  const extra = [...extraLine("refund_discrepancy", negate(step.kept), order, books, issues), ...extraLine("gift_card_used", negate(toGiftCards), order, books, issues)];
  if (!receivable) return null;
  const figures = { lines: [...removed.lines, ...extra], tax: removed.tax, taxes: removed.taxes, total: sum(order.currency, [removed.total, ...extra.map(({ amount }) => amount)]) };
  return {
    kind: "credit_memo",
    ...context.header({ kind: "credit_memo", part: step.change.id }, `-C${step.ordinal}`),
    ...addresses(context), ...figures,
    date: dayOfChange(context, step),
    legs: reversedLegs(figures, receivable, books),
  };
}

/**
 * Money that a card holds is the shop's debt; spent on an invoice it pays for that like any credit (story A17). What went back to cards before the sale was never spent.
 * `beside`: of an order with a sales receipt, the transactions that the receipt does not hold, and so nothing of what it does.
 */
export function planGiftCardCredits(context: PlanContext, issues: Issue[], beside?: ReadonlySet<string>): CreditMemoDocument[] {
  const { order, books, shop, course } = context;
  const receivable = receivableOf(context, issues);
  const netted = beside ? [] : course.steps.filter((step) => isBeforeSale(context, step));
  let goneBack = sum(order.currency, netted.flatMap(({ paidBack }) => paidBack.filter(isGiftCard).map(({ ofCredit }) => ofCredit)));
  return giftCardTransactions(order).toReversed().flatMap((transaction, index, all): CreditMemoDocument[] => {
    const less: Money = smaller(goneBack, transaction.amount);
    goneBack = subtract(goneBack, less);
    const total = subtract(transaction.amount, less);
    if (isZero(total) || !receivable || beside?.has(legacyId(transaction.id)) === false) return [];
    const lines = extraLine("gift_card_used", total, order, books, issues);
    const figures = { lines, tax: zero(order.currency), taxes: taxingOf(order, books, issues).taxes(), total };
    return [{
      kind: "credit_memo",
      ...context.header({ kind: "credit_memo", part: legacyId(transaction.id) }, `-G${all.length - index}`),
      ...addresses(context), ...figures,
      date: shopDate(transaction.at, shop.timeZone),
      legs: reversedLegs(figures, receivable, books),
    }];
  }).toReversed();
}

/** One of 0 takes back what was sold for nothing. */
export const worthCrediting = ({ reversal, removed, kept }: Step): boolean => reversal === "credit_memo" && (isPositive(add(removed, negate(kept))) || isZero(removed));
