/** The sales receipt of an order: income and money in one document, once the order is fully paid. */
import { gatewaysOf } from "../../decision/posting-form.ts";
import { ROLE_ITEMS } from "../../books/item-key.ts";
import { accountMissing, depositAccountMissing, receiptCannotFollow } from "../../issues/catalogue.ts";
import type { Issue } from "../../issues/issue.ts";
import { formatMoney, isPositive, isZero, negate, subtract } from "../../money/money.ts";
import { giftCardTender, type Order, receivedTransactions } from "../../order/order.ts";
import { shopDate } from "../../time/shop-date.ts";
import type { DocumentLine, SalesReceiptDocument } from "../document.ts";
import { taxingOf } from "../taxing.ts";
import type { PlanContext } from "../plan-context.ts";
import { salesReceiptLegs } from "./legs.ts";

/** A receipt that exists cannot follow everything that the order does: it is worth what came in, and has one account. */
function whyItStays(order: Order): Issue | null {
  if (gatewaysOf(order).size > 1) return receiptCannotFollow(order.name, "money came in through another payment method since, and a receipt has one deposit account");
  if (isPositive(order.totals.outstanding)) return receiptCannotFollow(order.name, `${formatMoney(order.totals.outstanding)} ${order.currency} more is to be paid since the order changed`);
  return null;
}

export function planSalesReceipt(context: PlanContext): { receipt: SalesReceiptDocument | null; issues: Issue[] } {
  const { order, shop, books, settings, salesBody } = context;
  const problem = whyItStays(order);
  const last = receivedTransactions(order).toSorted((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds).at(-1);
  const accountName = (last && settings.options.depositAccounts[last.gateway]) ?? settings.options.depositAccount;
  const deposit = books.depositAccount(accountName);
  if (!deposit) return { receipt: null, issues: [depositAccountMissing(accountName)] };
  const used = giftCardTender(order);
  const liability = books.items.get("role:gift_card")?.incomeAccount ?? books.accounts.gift_cards;
  if (!isZero(used) && !liability) return { receipt: null, issues: [accountMissing("gift_cards")] };
  const taxIssues: Issue[] = [];
  const card: DocumentLine[] = isZero(used) || !liability ? [] : [{
    role: "gift_card_used", item: "role:gift_card", description: `${ROLE_ITEMS.gift_card.name} used`, quantity: null, unitPrice: null, ...taxingOf(order, books, taxIssues).outside(negate(used)), account: liability,
  }];
  const figures = { lines: [...salesBody.lines, ...card], tax: salesBody.tax, total: subtract(salesBody.total, used) };
  return {
    receipt: {
      kind: "sales_receipt",
      ...context.header({ kind: "sales_receipt", part: "1" }),
      ...salesBody,
      ...figures,
      date: shopDate(last?.at ?? order.placedAt, shop.timeZone),
      legs: salesReceiptLegs(figures, deposit, books),
      deposit,
      gatewayName: last?.gatewayName ?? "",
    },
    issues: problem ? [problem, ...taxIssues] : taxIssues,
  };
}
