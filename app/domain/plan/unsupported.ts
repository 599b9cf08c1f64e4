/** What this version cannot post correctly yet: it waits on an issue instead of being posted wrongly. */
import type { Books } from "../books/books.ts";
import { companyCountryNotSupported, currencyNotSupported, featureNotSupported } from "../issues/catalogue.ts";
import type { Issue } from "../issues/issue.ts";
import type { Order } from "../order/order.ts";

export function unsupported(order: Order, { company }: Books): Issue[] {
  const issues: Issue[] = [];
  if (order.currency !== company.homeCurrency) issues.push(currencyNotSupported(order.currency, company.homeCurrency));
  if (company.country !== "US") issues.push(companyCountryNotSupported(company.country));
  const marketplaceTax = [...order.lines, ...order.shipping].some((line) => line.taxLines.some((tax) => tax.channelLiable));
  if (marketplaceTax) issues.push(featureNotSupported("tax that a marketplace owes"));
  return issues;
}
