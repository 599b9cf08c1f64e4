/** Whether the company can keep an order's currency without losing anything of it. Says so; it never changes an amount. */
import { currencyNotSupported, roundingNotAccepted } from "../issues/tax-issues.ts";
import type { Issue } from "../issues/issue.ts";
import { finestAmount } from "../order/book-precision.ts";
import type { Order } from "../order/order.ts";
import type { CompanyFacts } from "./books.ts";

export function currencyIssues(order: Order, { homeCurrency, multiCurrency }: Pick<CompanyFacts, "homeCurrency" | "multiCurrency">): Issue[] {
  const finer = finestAmount(order);
  return [
    ...(order.currency === homeCurrency || multiCurrency ? [] : [currencyNotSupported(order.currency, homeCurrency)]),
    ...(finer ? [roundingNotAccepted(order.name, finer)] : []),
  ];
}
