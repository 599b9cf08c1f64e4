/** The lines of a sales document, taken from the order's own amounts: goods, shipping, extra charges, discounts, tax. Nothing is recomputed from percentages. */
import type { Account, AccountRole, Books, ItemKey } from "../books/books.ts";
import { type ItemRole, productItemKey, ROLE_ITEMS } from "../books/item-key.ts";
import { offStockItem } from "../books/off-stock-item.ts";
import { accountMissing, itemMissing } from "../issues/catalogue.ts";
import type { Issue } from "../issues/issue.ts";
import { add, equals, isZero, type Money, money, negate, sum, times, zero } from "../money/money.ts";
import type { Order, OrderLine } from "../order/order.ts";
import type { DocumentLine, DocumentTaxes, LineRole } from "./document.ts";
import { documentTax, marketplaceTaxes, type Taxed, taxingOf } from "./taxing.ts";

/** `tax`: what the ledger adds to the lines; zero where tax travels as a line. */
export type SalesLines = { lines: DocumentLine[]; tax: Money; taxes: DocumentTaxes; total: Money; issues: Issue[] };

export function salesLines(order: Order, books: Books): SalesLines {
  const issues: Issue[] = [];
  const lines: DocumentLine[] = [];
  const taxing = taxingOf(order, books, issues);
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
  const outside = (role: ItemRole, amount: Money): void => {
    if (!isZero(amount)) push(roleLine(role, ROLE_ITEMS[role].name, taxing.outside(amount), itemAccount(role)));
  };

  for (const line of order.lines) {
    if (line.quantity <= 0) continue;
    const taxed = line.giftCard && line.taxLines.length === 0 ? taxing.outside(line.gross) : taxing.charge(line);
    push(line.giftCard ? giftCardLine(line, taxed, itemAccount("gift_card")) : productLine(line, taxed, books, account, issues));
  }
  for (const shipping of order.shipping) {
    if (!isZero(shipping.gross)) push(roleLine("shipping", shipping.title || ROLE_ITEMS.shipping.name, taxing.charge(shipping), itemAccount("shipping")));
  }
  outside("tip", order.tip);
  outside("duties", order.duties);
  outside("fees", order.additionalFees);
  outside("cash_rounding", order.cashRounding);
  lines.push(...discountLines(order, books, taxing.discounts(), books.company.discountsAllowed ? account : () => itemAccount("discount"), () => itemAccount("discount")));

  const ofMarketplaces = sum(order.currency, [...order.lines, ...order.shipping].flatMap(({ taxLines }) => marketplaceTaxes(taxLines)).map(({ amount }) => amount));
  outside("marketplace_tax", ofMarketplaces);
  const taxes = taxing.taxes();
  const ownTax = documentTax(order, taxes, ofMarketplaces);
  const taxAsLine = !isZero(ownTax) && !books.company.salesTaxUsed;
  if (taxAsLine) outside("sales_tax", ownTax);
  else if (!isZero(ownTax)) account("sales_tax");

  const tax = taxAsLine ? zero(order.currency) : ownTax;
  const total = add(sum(order.currency, lines.map((line) => line.amount)), tax);
  return { lines, tax, taxes, total, issues };
}

function productLine(line: OrderLine, taxed: Taxed, books: Books, account: (role: AccountRole) => Account | null, issues: Issue[]): DocumentLine | null {
  const key = productItemKey(line);
  const item = books.items.get(key);
  if (!item) {
    issues.push(itemMissing(key, line.title));
    return null;
  }
  if (item.id === null && !account("income")) return null;
  if (!line.offStock || !item.stocked) return quantityLine("product", key, line, taxed, item.incomeAccount);
  const standIn = offStockItem(item, books);
  if (standIn.ok) return { ...quantityLine("product", standIn.value.key, line, taxed, item.incomeAccount), standsFor: key };
  issues.push(standIn.failure);
  return null;
}

function giftCardLine(line: OrderLine, taxed: Taxed, account: Account | null): DocumentLine | null {
  return account && quantityLine("gift_card", "role:gift_card", line, taxed, account);
}

function quantityLine(role: LineRole, item: ItemKey, line: OrderLine, taxed: Taxed, account: Account): DocumentLine {
  const unitPrice = unitPriceOf(line, taxed);
  const title = line.variantTitle ? `${line.title} - ${line.variantTitle}` : line.title;
  return {
    role, item, ...taxed, account,
    description: unitPrice ? title : `${line.quantity} × ${title}`,
    quantity: unitPrice ? line.quantity : null,
    unitPrice,
  };
}

/** Null where no price of this currency times the quantity is the amount (QuickBooks error 6070). Where prices include tax the price is that without it. */
function unitPriceOf({ unitPrice, quantity }: OrderLine, { amount, withTax }: Taxed): Money | null {
  if (equals(times(unitPrice, quantity), amount)) return unitPrice;
  const count = BigInt(quantity);
  return withTax && amount.minor % count === 0n ? money(amount.currency, amount.minor / count) : null;
}

function roleLine(role: ItemRole, description: string, taxed: Taxed, account: Account | null): DocumentLine | null {
  return account && { role, item: `role:${role}`, description, quantity: null, unitPrice: null, ...taxed, account };
}

/** One discount line; or, where each code needs its own, negative lines of the discount's item. */
function discountLines(order: Order, books: Books, perCode: Taxed[] | null, account: (role: AccountRole) => Account | null, ofItem: () => Account | null): DocumentLine[] {
  const discount = sum(order.currency, [...order.lines, ...order.shipping].map((line) => line.discount));
  if (isZero(discount)) return [];
  const codes = order.discountCodes.join(", ");
  const description = codes ? `Discount ${codes}` : "Discount";
  if (perCode) return perCode.flatMap((taxed) => roleLine("discount", description, taxed, ofItem()) ?? []);
  const line = roleLine("discount", description, { amount: negate(discount), taxed: false }, account("discounts"));
  return line ? [{ ...line, item: books.company.discountsAllowed ? null : line.item }] : [];
}
