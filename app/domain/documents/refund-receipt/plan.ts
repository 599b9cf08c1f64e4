/** Refund receipts: what was sold and given back with its money, and money that was given beyond what the customer was owed (story A10). */
import type { Issue } from "../../issues/issue.ts";
import { add, isPositive, isZero, type Money, negate, subtract, sum, zero } from "../../money/money.ts";
import { onlyRemoved } from "../../order/change.ts";
import { cashOf, isGiftCard, type PaidBack, refundedAt, type Step } from "../../plan/course.ts";
import { shopDate } from "../../time/shop-date.ts";
import type { DocumentLine, DocumentTaxes, RefundReceiptDocument } from "../document.ts";
import { extraLine } from "../extra-lines.ts";
import { onReversal } from "../invoice/card-refund.ts";
import { legacyId } from "../header.ts";
import { salesLines } from "../lines.ts";
import { methodOf } from "../payment-method.ts";
import { addresses, givenBackFrom, type PlanContext } from "../plan-context.ts";
import { taxingOf } from "../taxing.ts";
import { reversedLegs } from "../reversed-legs.ts";

export function planRefundReceipts(context: PlanContext, step: Step, issues: Issue[]): RefundReceiptDocument[] {
  if (step.reversal === "refund_receipt") return reversing(context, step, issues);
  return step.paidBack.filter(({ beyond }) => isPositive(beyond)).flatMap((each, index) => goodwill(context, step, each, index, issues));
}

function reversing(context: PlanContext, step: Step, issues: Issue[]): RefundReceiptDocument[] {
  const { order, books } = context;
  const removed = salesLines(onlyRemoved(order, step.change), books);
  issues.push(...removed.issues);
  const beyond = sum(order.currency, step.paidBack.map((each) => each.beyond));
  const toGiftCards = onReversal(step);
  const lines = [...removed.lines, ...extraLine("refund_discrepancy", subtract(beyond, step.kept), order, books, issues), ...extraLine("gift_card_used", negate(toGiftCards), order, books, issues)];
  return receipt(context, step, { part: step.change.id, suffix: `-R${step.ordinal}`, paidBack: cashOf(step.paidBack)[0] ?? step.paidBack[0], lines, tax: removed.tax, taxes: removed.taxes }, issues);
}

function goodwill(context: PlanContext, step: Step, paidBack: PaidBack, index: number, issues: Issue[]): RefundReceiptDocument[] {
  const { order, books } = context;
  const toGiftCard = isGiftCard(paidBack) ? paidBack.beyond : zero(order.currency);
  const lines = [...extraLine("refund_discrepancy", paidBack.beyond, order, books, issues), ...extraLine("gift_card_used", negate(toGiftCard), order, books, issues)];
  const suffix = index === 0 ? `-R${step.ordinal}` : `-R${step.ordinal}-${index + 1}`;
  return receipt(context, step, { part: legacyId(paidBack.transaction.id), suffix, paidBack, lines, tax: zero(order.currency), taxes: taxingOf(order, books, issues).taxes() }, issues);
}

type Parts = { part: string; suffix: string; paidBack: PaidBack | undefined; lines: DocumentLine[]; tax: Money; taxes: DocumentTaxes };

function receipt(context: PlanContext, step: Step, { part, suffix, paidBack, lines, tax, taxes }: Parts, issues: Issue[]): RefundReceiptDocument[] {
  const { order, books, shop } = context;
  // A gift card has no account of money; the receipt of 0 names the one that settings name for everything else.
  const gateway = paidBack && !isGiftCard(paidBack) ? paidBack.transaction.gateway : undefined;
  const deposit = givenBackFrom(context, { kind: "refund_receipt", part }, gateway, issues);
  const methodId = methodOf(context, { kind: "refund_receipt", part }, gateway, issues);
  const figures = { lines, tax, taxes, total: add(sum(order.currency, lines.map(({ amount }) => amount)), tax) };
  if (!deposit || (lines.length === 0 && isZero(figures.total))) return [];
  return [{
    kind: "refund_receipt",
    ...context.header({ kind: "refund_receipt", part }, suffix),
    ...addresses(context), ...figures,
    date: shopDate(paidBack ? refundedAt(step.change, paidBack.transaction.at) : step.change.at, shop.timeZone),
    legs: reversedLegs(figures, deposit, books),
    deposit,
    gatewayName: paidBack?.transaction.gatewayName ?? "",
    ...(methodId !== undefined && { methodId }),
  }];
}
