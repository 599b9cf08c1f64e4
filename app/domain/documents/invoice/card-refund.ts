/**
 * Customer's credit that went to a gift card: the shop owes it to whoever holds the card now, and no longer to the customer (story A17).
 * An invoice for the card is what QuickBooks has for that: Dr accounts receivable · Cr gift-card liability, paid by the credit.
 */
import type { Issue } from "../../issues/issue.ts";
import { isPositive, type Money, smaller, subtract, sum, zero } from "../../money/money.ts";
import { isGiftCard, refundedAt, type Step } from "../../plan/course.ts";
import { shopDate } from "../../time/shop-date.ts";
import type { InvoiceDocument } from "../document.ts";
import { extraLine } from "../extra-lines.ts";
import { legacyId } from "../header.ts";
import { addresses, type PlanContext } from "../plan-context.ts";
import { taxingOf } from "../taxing.ts";
import { invoiceLegs } from "./legs.ts";

/** What of the money that went to cards stands as a line on the document that takes back what was sold. */
export function onReversal({ reversal, removed, kept, paidBack }: Step): Money {
  const cards = paidBack.filter(isGiftCard);
  const nothing = zero(removed.currency);
  if (reversal === null) return nothing;
  const worth = subtract(removed, kept);
  if (reversal === "credit_memo") return smaller(worth, sum(removed.currency, cards.map(({ ofCredit }) => ofCredit)));
  return smaller(sum(removed.currency, [worth, ...paidBack.map(({ beyond }) => beyond)]), sum(removed.currency, cards.map(({ transaction }) => transaction.amount)));
}

/** Before anything was sold, and so before the card's money was spent. Of an order that is invoiced as it ships, that ends with the first shipment, whatever is still to be invoiced. */
export const isBeforeSale = ({ shipments }: Pick<PlanContext, "shipments">, { folded, change }: Step): boolean => {
  const [first] = shipments ?? [];
  return folded && (first === undefined || change.at.epochMilliseconds < first.at.epochMilliseconds);
};

/** One per transaction. What went back before the sale was never spent, and is no part of it (`planGiftCardCredits`). */
export function planCardRefunds(context: PlanContext, step: Step, issues: Issue[]): InvoiceDocument[] {
  const { order, shop, books } = context;
  if (isBeforeSale(context, step)) return [];
  let covered = onReversal(step);
  return step.paidBack.filter(isGiftCard).flatMap(({ transaction, ofCredit, beyond }, index): InvoiceDocument[] => {
    const amount = step.reversal === "refund_receipt" ? sum(order.currency, [ofCredit, beyond]) : ofCredit;
    const byReversal = smaller(covered, amount);
    covered = subtract(covered, byReversal);
    const total = subtract(amount, byReversal);
    if (!isPositive(total)) return [];
    const figures = { lines: extraLine("gift_card_used", total, order, books, issues), tax: zero(order.currency), taxes: taxingOf(order, books, issues).taxes(), total };
    return [{
      kind: "invoice",
      ...context.header({ kind: "invoice", part: legacyId(transaction.id) }, index === 0 ? `-R${step.ordinal}` : `-R${step.ordinal}-${index + 1}`),
      ...addresses(context), ...figures,
      date: shopDate(refundedAt(step.change, transaction.at), shop.timeZone),
      legs: invoiceLegs(figures, books),
      salesOrder: null,
      covers: [],
    }];
  });
}
