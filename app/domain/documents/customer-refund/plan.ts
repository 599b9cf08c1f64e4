/** Customer refunds: money that was the customer's and not yet the shop's goes back, one per transaction. */
import type { Temporal } from "temporal-polyfill";
import type { Issue } from "../../issues/issue.ts";
import { isPositive, type Money, smaller, subtract, zero } from "../../money/money.ts";
import { cashOf, refundedAt, type Step } from "../../plan/course.ts";
import { shopDate } from "../../time/shop-date.ts";
import type { CustomerRefundDocument } from "../document.ts";
import { legacyId } from "../header.ts";
import { onReversal } from "../invoice/card-refund.ts";
import { givenBackFrom, type PlanContext, receivableOf } from "../plan-context.ts";

/** A refund receipt gives back what its own lines took back; only what the customer had beyond that is left for these. */
function amountsOf(step: Step): { transactionId: string; gateway: string; gatewayName: string; at: Temporal.Instant; amount: Money }[] {
  const { paidBack, reversal, removed, kept } = step;
  let covered = reversal === "refund_receipt" ? positive(subtract(subtract(removed, kept), onReversal(step))) : zero(removed.currency);
  return cashOf(paidBack).map(({ transaction, ofCredit }) => {
    const byReceipt = smaller(covered, ofCredit);
    covered = subtract(covered, byReceipt);
    return { transactionId: transaction.id, gateway: transaction.gateway, gatewayName: transaction.gatewayName, at: transaction.at, amount: subtract(ofCredit, byReceipt) };
  });
}

const positive = (amount: Money): Money => (isPositive(amount) ? amount : zero(amount.currency));

export function planCustomerRefunds(context: PlanContext, step: Step, issues: Issue[]): CustomerRefundDocument[] {
  return amountsOf(step).filter(({ amount }) => isPositive(amount)).flatMap(({ transactionId, gateway, gatewayName, at, amount: total }, index): CustomerRefundDocument[] => {
    const deposit = givenBackFrom(context, { kind: "customer_refund", part: legacyId(transactionId) }, gateway, issues);
    const receivable = receivableOf(context, issues);
    if (!deposit || !receivable) return [];
    return [{
      kind: "customer_refund",
      ...context.header({ kind: "customer_refund", part: legacyId(transactionId) }, index === 0 ? `-R${step.ordinal}` : `-R${step.ordinal}-${index + 1}`),
      date: shopDate(refundedAt(step.change, at), context.shop.timeZone),
      total,
      legs: [{ account: receivable, side: "debit", amount: total }, { account: deposit, side: "credit", amount: total }],
      deposit, receivable, gatewayName,
    }];
  });
}
