/** Payments of an order: one per successful sale or capture, unapplied until there is an invoice to apply them to. */
import { depositAccountMissing } from "../../issues/catalogue.ts";
import type { Issue } from "../../issues/issue.ts";
import { isPositive, type Money, smaller, subtract } from "../../money/money.ts";
import { type OrderTransaction, receivedTransactions } from "../../order/order.ts";
import { shopDate } from "../../time/shop-date.ts";
import type { Application, InvoiceDocument, PaymentDocument } from "../document.ts";
import { legacyId } from "../header.ts";
import type { PlanContext } from "../plan-context.ts";
import { paymentLegs } from "./legs.ts";

/** QuickBooks: `PaymentRefNum` has at most 21 characters (05 §1.2); Shopify's transaction ids have up to 19 digits. */
export const paymentPart = (transaction: Pick<OrderTransaction, "id">): string => legacyId(transaction.id);

export function planPayments(
  context: PlanContext, invoice: InvoiceDocument | null, wanted: (part: string) => boolean,
): { payments: PaymentDocument[]; issues: Issue[] } {
  const issues: Issue[] = [];
  const payments: PaymentDocument[] = [];
  let open: Money | null = invoice?.total ?? null;

  for (const transaction of byTime(receivedTransactions(context.order))) {
    const part = paymentPart(transaction);
    if (!isPositive(transaction.amount) || !wanted(part)) continue;
    const accountName = context.settings.options.depositAccounts[transaction.gateway] ?? context.settings.options.depositAccount;
    const deposit = context.books.depositAccount(accountName);
    if (!deposit) {
      issues.push(depositAccountMissing(accountName));
      continue;
    }
    const applications: Application[] = [];
    if (invoice && open && isPositive(open)) {
      const amount = smaller(open, transaction.amount);
      applications.push({ to: { kind: "invoice", part: invoice.part }, amount });
      open = subtract(open, amount);
    }
    payments.push({
      kind: "payment",
      ...context.header({ kind: "payment", part }),
      number: null,
      date: shopDate(transaction.at, context.shop.timeZone),
      total: transaction.amount,
      legs: paymentLegs(transaction.amount, deposit, context.books),
      deposit,
      reference: part.slice(-21),
      gatewayName: transaction.gatewayName,
      applications,
    });
  }
  return { payments, issues };
}

function byTime(transactions: OrderTransaction[]): OrderTransaction[] {
  return [...transactions].sort((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds || a.id.localeCompare(b.id));
}
