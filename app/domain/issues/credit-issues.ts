/** Issues about a customer's credit: spent by QuickBooks or by a person, and what gift cards paid. */
import { formatMoney, type Money } from "../money/money.ts";
import type { Issue } from "./issue.ts";

const amount = (value: Money): string => `${formatMoney(value)} ${value.currency}`;

/** Credit that is not this order's stands on its invoice, and could not be taken off again safely. */
export const creditAppliedByQuickBooks = (orderName: string, invoice: string, credit: Money, payment: Money): Issue => ({
  code: "credit_applied_by_quickbooks",
  cause: `${orderName} invoice`,
  sentence: `QuickBooks put ${amount(credit)} of other credit on invoice ${invoice} of order ${orderName}, so its own payment of ${amount(payment)} does not fit on it any more.`,
  remedy: "Take that credit off the invoice in QuickBooks and switch off “Automatically apply credits” there (Account and settings, Advanced); the order continues by itself.",
});

export const creditMemoSpent = (orderName: string, memo: string, spent: Money, needed: Money): Issue => ({
  code: "credit_applied_by_quickbooks",
  cause: `${orderName} credit memo`,
  sentence: `${amount(spent)} of credit memo ${memo} of order ${orderName} is spent on something else in QuickBooks, so there is not enough left for the ${amount(needed)} that belong to this order.`,
  remedy: "Take the credit memo off what it was applied to in QuickBooks and switch off “Automatically apply credits” there (Account and settings, Advanced); the order continues by itself.",
});

export const cardsDoNotAddUp = (orderName: string, shop: Money, books: Money): Issue => ({
  code: "order_does_not_add_up",
  cause: `${orderName} gift cards`,
  sentence: `Shopify says gift cards paid ${amount(shop)} of order ${orderName}, but its documents come to ${amount(books)}.`,
  remedy: "This is a fault of Tieout; please report it with the order number. Nothing was posted, so that no figure has to be made up.",
});
