/** What this version cannot post correctly yet: it waits on an issue instead of being posted wrongly. */
import type { Books } from "../books/books.ts";
import { currencyIssues } from "../books/currency-issues.ts";
import { featureNotSupported } from "../issues/catalogue.ts";
import type { Issue } from "../issues/issue.ts";
import type { Order } from "../order/order.ts";

/** `receipt`: the order becomes a sales receipt, which holds a gift card as one of its lines. */
export function unsupported(order: Order, { company }: Books, receipt: boolean): Issue[] {
  const issues: Issue[] = currencyIssues(order, company);
  if (order.refundCount > 0) issues.push(featureNotSupported("refunds"));
  if (order.status === "cancelled") issues.push(featureNotSupported("a cancellation"));
  const giftCardUsed = order.transactions.some((transaction) => transaction.succeeded && transaction.gateway === "gift_card");
  if (giftCardUsed && !receipt) issues.push(featureNotSupported("a gift card as payment"));
  return issues;
}
