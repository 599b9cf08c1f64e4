/** The lines of a sales document, taken from the order's own amounts: goods, shipping, extra charges, discounts, tax. Nothing is recomputed from percentages. */
import type { Account, AccountRole, Books, ItemKey } from "../books/books.ts";
import { type ItemRole, namedItemKey, productItemKey, ROLE_ITEMS } from "../books/item-key.ts";
import { offStockItem } from "../books/off-stock-item.ts";
import { accountMissing, itemMissing } from "../issues/catalogue.ts";
import { namedMissing } from "../issues/rule-issues.ts";
import { fallbackItemMissing, mappedItemMissing } from "../issues/setting-issues.ts";
import { bundleForCharge } from "../issues/bundle-issues.ts";
import type { Issue } from "../issues/issue.ts";
import { add, equals, isZero, type Money, money, negate, sum, times, zero } from "../money/money.ts";
import type { Order, OrderLine } from "../order/order.ts";
import { bundleLines } from "./bundle-lines.ts";
import type { DocumentLine, DocumentTaxes, LineRole } from "./document.ts";
import { isLeftOut, ruledClass, ruledQuantity, titleOf, withNetPrices } from "./ruled-line.ts";
import { documentTax, marketplaceTaxes, type Taxed, taxingOf } from "./taxing.ts";

/** `tax`: what the ledger adds to the lines; zero where tax travels as a line. */
export type SalesLines = { lines: DocumentLine[]; tax: Money; taxes: DocumentTaxes; total: Money; issues: Issue[] };

export function salesLines(asked: Order, books: Books): SalesLines {
  const order = withNetPrices(asked);
  const { bookAs = {} } = order;
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

  /** On the role's item, or on the one that a rule names. */
  const chargeLine = (role: "shipping" | "discount", named: string | undefined, description: string, taxed: Taxed): DocumentLine | null => {
    if (named === undefined) return roleLine(role, description, taxed, itemAccount(role));
    const key = namedItemKey(named);
    const item = books.items.get(key);
    if (!item) issues.push(itemMissing(key, named));
    if (item?.components) issues.push(bundleForCharge(item.name, role));
    return item && !item.components ? { role, item: key, description, quantity: null, unitPrice: null, ...taxed, account: item.incomeAccount } : null;
  };

  for (const line of order.lines) {
    if (line.quantity <= 0 || isLeftOut(line)) continue;
    const taxed = line.giftCard && line.taxLines.length === 0 ? taxing.outside(line.gross) : taxing.charge(line, line.bookAs?.taxCode ?? bookAs.taxCode);
    const bundle = line.giftCard ? undefined : books.items.get(productItemKey(line));
    const made = bundle?.components ? bundleLines({ line, bundle, title: titleOf(line), taxed, books, differenceAccount: () => itemAccount("bundle_difference") }, issues)
      : [line.giftCard ? giftCardLine(line, taxed, itemAccount("gift_card")) : productLine(line, taxed, books, account, issues, bookAs.discounts === "net")];
    const classId = ruledClass(line, order, books);
    for (const each of made) push(each && classId !== undefined ? { ...each, classId } : each);
  }
  for (const shipping of order.shipping) {
    if (isZero(shipping.gross)) continue;
    push(chargeLine("shipping", bookAs.shippingItem, shipping.title || ROLE_ITEMS.shipping.name, taxing.charge(shipping, bookAs.shippingTaxCode ?? bookAs.taxCode)));
  }
  outside("tip", order.tip);
  outside("duties", order.duties);
  outside("fees", order.additionalFees);
  outside("cash_rounding", order.cashRounding);
  lines.push(...discountLines(order, books, taxing.discounts(bookAs.discountTaxCode), account, (description, taxed) => chargeLine("discount", bookAs.discountItem, description, taxed)));

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

function productLine(line: OrderLine, taxed: Taxed, books: Books, account: (role: AccountRole) => Account | null, issues: Issue[], isNet: boolean): DocumentLine | null {
  const key = productItemKey(line);
  const item = books.items.get(key);
  if (!item) {
    issues.push(unknownItem(key, line));
    return null;
  }
  if (item.id === null && !key.startsWith("account:") && !account("income")) return null;
  if (!line.offStock || item.type !== "inventory") return quantityLine("product", key, line, taxed, item.incomeAccount, isNet);
  const standIn = offStockItem(item, books);
  if (standIn.ok) return { ...quantityLine("product", standIn.value.key, line, taxed, item.incomeAccount, isNet), standsFor: key };
  issues.push(standIn.failure);
  return null;
}

/** Says whose choice the item was. */
function unknownItem(key: ItemKey, { bookAs = {}, sku, title }: OrderLine): Issue {
  if (key.startsWith("account:")) return namedMissing("income account", bookAs.incomeAccount ?? "");
  const { item = title, bySetting = {} } = bookAs;
  switch (bySetting["item"]) {
    case "items": return mappedItemMissing(bookAs.sku ?? sku ?? "", item);
    case "fallbackItem": return fallbackItemMissing(item);
    default: return itemMissing(key, item);
  }
}

function giftCardLine(line: OrderLine, taxed: Taxed, account: Account | null): DocumentLine | null {
  return account && quantityLine("gift_card", "role:gift_card", line, taxed, account);
}

function quantityLine(role: LineRole, item: ItemKey, line: OrderLine, taxed: Taxed, account: Account, isNet = false): DocumentLine {
  const unitPrice = unitPriceOf(line, taxed, isNet);
  const title = titleOf(line);
  const quantity = ruledQuantity(line);
  return {
    role, item, ...taxed, account,
    description: unitPrice ? title : `${quantity} × ${title}`,
    quantity: unitPrice ? quantity : null,
    unitPrice,
  };
}

/** Null where no price of this currency times the quantity is the amount (QuickBooks error 6070). Where prices include tax the price is that without it. */
function unitPriceOf(line: OrderLine, { amount, withTax }: Taxed, isNet: boolean): Money | null {
  if (line.bookAs?.quantityFactor === undefined && equals(times(line.unitPrice, line.quantity), amount)) return line.unitPrice;
  const count = BigInt(ruledQuantity(line));
  const isOwn = withTax !== undefined || isNet || line.bookAs?.quantityFactor !== undefined;
  return isOwn && amount.minor % count === 0n ? money(amount.currency, amount.minor / count) : null;
}

function roleLine(role: ItemRole, description: string, taxed: Taxed, account: Account | null): DocumentLine | null {
  return account && { role, item: `role:${role}`, description, quantity: null, unitPrice: null, ...taxed, account };
}

/** One discount line; or, where each code needs its own, the company has none, or a rule names an item, negative lines of an item. */
function discountLines(order: Order, books: Books, perCode: Taxed[] | null, account: (role: AccountRole) => Account | null, ofItem: (description: string, taxed: Taxed) => DocumentLine | null): DocumentLine[] {
  const discount = sum(order.currency, [...order.lines, ...order.shipping].map((line) => line.discount));
  if (isZero(discount)) return [];
  const codes = order.discountCodes.join(", ");
  const description = codes ? `Discount ${codes}` : "Discount";
  if (perCode) return perCode.flatMap((taxed) => ofItem(description, taxed) ?? []);
  const taxed = { amount: negate(discount), taxed: order.bookAs?.discountTaxCode !== undefined && order.bookAs.discountTaxCode.toUpperCase() !== "NON" };
  if (!books.company.discountsAllowed || order.bookAs?.discountItem !== undefined || order.bookAs?.discountTaxCode !== undefined) return [ofItem(description, taxed)].filter((line) => line !== null);
  const line = roleLine("discount", description, taxed, account("discounts"));
  return line ? [{ ...line, item: null }] : [];
}
