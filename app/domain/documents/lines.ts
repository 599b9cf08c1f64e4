/** The lines of a sales document, taken from the order's own amounts: goods, shipping, extra charges, one discount line, tax. Nothing is recomputed from percentages. */
import type { Account, AccountRole, Books, ItemKey } from "../books/books.ts";
import { type ItemRole, productItemKey, ROLE_ITEMS } from "../books/item-key.ts";
import { accountMissing, itemMissing } from "../issues/catalogue.ts";
import type { Issue } from "../issues/issue.ts";
import { add, equals, isZero, type Money, negate, subtract, sum, times, zero } from "../money/money.ts";
import type { Order, OrderLine, TaxLine } from "../order/order.ts";
import type { DocumentLine, LineRole } from "./document.ts";

export type SalesLines = { lines: DocumentLine[]; tax: Money; total: Money; issues: Issue[] };

export function salesLines(order: Order, books: Books): SalesLines {
  const issues: Issue[] = [];
  const lines: DocumentLine[] = [];
  const push = (line: DocumentLine | null): void => {
    if (line) lines.push(line);
  };
  const account = (role: AccountRole): Account | null => {
    const found = books.accounts[role];
    if (!found) issues.push(accountMissing(role));
    return found ?? null;
  };
  /** An item that exists posts to its own account, whatever the role proposes. */
  const itemAccount = (role: ItemRole): Account | null => books.items.get(`role:${role}`)?.incomeAccount ?? account(ROLE_ITEMS[role].account);

  for (const line of order.lines) {
    if (line.quantity > 0) push(line.giftCard ? giftCardLine(line, order, itemAccount("gift_card")) : productLine(line, order, books, account, issues));
  }
  for (const shipping of order.shipping) {
    const amount = withoutTax(shipping.gross, shipping.taxLines, order);
    if (!isZero(amount)) push(roleLine("shipping", shipping.title || ROLE_ITEMS.shipping.name, amount, itemAccount("shipping"), shipping.taxLines.length > 0));
  }
  for (const [role, amount] of [["tip", order.tip], ["duties", order.duties], ["fees", order.additionalFees], ["cash_rounding", order.cashRounding]] as const) {
    if (!isZero(amount)) push(roleLine(role, ROLE_ITEMS[role].name, amount, itemAccount(role), false));
  }
  push(discountLine(order, books, books.company.discountsAllowed ? account : () => itemAccount("discount")));

  const taxAsLine = !isZero(order.totals.tax) && !books.company.salesTaxUsed;
  if (taxAsLine) push(roleLine("sales_tax", ROLE_ITEMS.sales_tax.name, order.totals.tax, itemAccount("sales_tax"), false));
  else if (!isZero(order.totals.tax)) account("sales_tax");

  const tax = taxAsLine ? zero(order.currency) : order.totals.tax;
  const total = add(sum(order.currency, lines.map((line) => line.amount)), tax);
  return { lines, tax, total, issues };
}

/** Shopify's amounts hold the tax when `taxesIncluded`; documents of a US company carry it apart. */
function withoutTax(gross: Money, taxLines: TaxLine[], order: Order): Money {
  return order.taxesIncluded ? subtract(gross, sum(order.currency, taxLines.map((tax) => tax.amount))) : gross;
}

function productLine(
  line: OrderLine, order: Order, books: Books, account: (role: AccountRole) => Account | null, issues: Issue[],
): DocumentLine | null {
  const key = productItemKey(line);
  const item = books.items.get(key);
  if (!item) {
    issues.push(itemMissing(key, line.title));
    return null;
  }
  if (item.id === null && !account("income")) return null;
  return quantityLine("product", key, line, order, item.incomeAccount);
}

function giftCardLine(line: OrderLine, order: Order, account: Account | null): DocumentLine | null {
  return account && quantityLine("gift_card", "role:gift_card", line, order, account);
}

function quantityLine(role: LineRole, item: ItemKey, line: OrderLine, order: Order, account: Account): DocumentLine {
  const amount = withoutTax(line.gross, line.taxLines, order);
  const exact = equals(times(line.unitPrice, line.quantity), amount);
  const title = line.variantTitle ? `${line.title} - ${line.variantTitle}` : line.title;
  return {
    role, item, amount, account,
    description: exact ? title : `${line.quantity} × ${title}`,
    quantity: exact ? line.quantity : null,
    unitPrice: exact ? line.unitPrice : null,
    taxed: line.taxLines.some((tax) => !isZero(tax.amount)),
  };
}

function roleLine(role: ItemRole, description: string, amount: Money, account: Account | null, taxed: boolean): DocumentLine | null {
  return account && { role, item: `role:${role}`, description, quantity: null, unitPrice: null, amount, taxed, account };
}

function discountLine(order: Order, books: Books, account: (role: AccountRole) => Account | null): DocumentLine | null {
  const discount = sum(order.currency, [...order.lines, ...order.shipping].map((line) => line.discount));
  if (isZero(discount)) return null;
  const codes = order.discountCodes.join(", ");
  const line = roleLine("discount", codes ? `Discount ${codes}` : "Discount", negate(discount), account("discounts"), false);
  return line && { ...line, item: books.company.discountsAllowed ? null : line.item };
}
