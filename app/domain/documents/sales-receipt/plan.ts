/** The sales receipt of an order: income and money in one document, once the order is fully paid. */
import type { Books } from "../../books/books.ts";
import { ruledCustomFields } from "../../books/named-in-books.ts";
import { gatewaysOf } from "../../decision/posting-form.ts";
import { receiptCannotFollow } from "../../issues/catalogue.ts";
import type { Issue } from "../../issues/issue.ts";
import { formatMoney, isPositive, negate, subtract, sum } from "../../money/money.ts";
import { giftCardTransactions, type Order, receivedTransactions } from "../../order/order.ts";
import { receiptedAt } from "../../order/sold-at.ts";
import { isGiftCard } from "../../plan/course.ts";
import { chosenDay } from "../chosen-day.ts";
import type { CustomField, SalesReceiptDocument } from "../document.ts";
import { extraLine } from "../extra-lines.ts";
import { legacyId } from "../header.ts";
import { ruledDate } from "../form-choices.ts";
import { methodOf } from "../payment-method.ts";
import { depositOf, foldedIds, heldOn, type PlanContext } from "../plan-context.ts";
import { salesReceiptLegs } from "./legs.ts";

/** Only what rules ask for: receipts go to buyers who pay at once. */
function ruledFields({ bookAs }: Order, { company }: Books): CustomField[] | undefined {
  const fields = ruledCustomFields(bookAs, company.customFields);
  return fields.length > 0 ? fields : undefined;
}

/** A receipt that exists cannot follow everything that the order does: it is worth what came in, and has one account. */
function whyItStays(order: Order): Issue | null {
  if (gatewaysOf(order).size > 1) return receiptCannotFollow(order.name, "money came in through another payment method since, and a receipt has one deposit account");
  if (isPositive(order.totals.outstanding)) return receiptCannotFollow(order.name, `${formatMoney(order.totals.outstanding)} ${order.currency} more is to be paid since the order changed`);
  return null;
}

/** `beside`: legacy ids of the transactions that paid for what stands beside the receipt. */
export function planSalesReceipt(context: PlanContext, beside: ReadonlySet<string>): { receipt: SalesReceiptDocument | null; issues: Issue[] } {
  const { order, books, salesBody, course } = context;
  const issues: Issue[] = [];
  const problem = whyItStays(order);
  const last = receivedTransactions(order).toSorted((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds).at(-1);
  const deposit = heldOn(context, { kind: "sales_receipt", part: "1" }) ?? depositOf(context, last?.gateway, issues);
  const goneBack = sum(order.currency, course.steps.filter(({ folded }) => folded).flatMap(({ paidBack }) => paidBack.filter(isGiftCard).map(({ ofCredit }) => ofCredit)));
  const used = subtract(sum(order.currency, giftCardTransactions(order).filter(({ id }) => !beside.has(legacyId(id))).map(({ amount }) => amount)), goneBack);
  const card = extraLine("gift_card_used", negate(used), order, books, issues);
  const methodId = methodOf(context, { kind: "sales_receipt", part: "1" }, last?.gateway, issues);
  if (!deposit || issues.length > 0) return { receipt: null, issues };
  const figures = { lines: [...salesBody.lines, ...card], tax: salesBody.tax, total: subtract(salesBody.total, used) };
  return {
    receipt: {
      kind: "sales_receipt",
      ...context.header({ kind: "sales_receipt", part: "1" }),
      ...salesBody,
      ...figures,
      date: ruledDate(order, chosenDay(context, "salesReceipt", receiptedAt(order))),
      legs: salesReceiptLegs(figures, deposit, books),
      deposit,
      gatewayName: last?.gatewayName ?? "",
      covers: foldedIds(context),
      customFields: ruledFields(order, books),
      methodId,
      paymentReference: order.bookAs?.paymentReference,
    },
    issues: problem ? [problem] : [],
  };
}
