/** What of an order is bought from vendors who ship it: each line with its vendor and its cost, or the issue that one of them is not known. It decides nothing about what is bought already. */
import type { BookItem, Books, ItemKey, Vendor } from "../../books/books.ts";
import { productItemKey } from "../../books/item-key.ts";
import { itemNotBought, purchaseCostMissing, vendorInOtherCurrency, vendorMissing, vendorUnknown } from "../../issues/purchase-issues.ts";
import type { Issue } from "../../issues/issue.ts";
import { product, scaled, textOf } from "../../money/decimal-text.ts";
import type { Order, OrderLine } from "../../order/order.ts";
import { failure, type Result, success } from "../../result.ts";
import { ON } from "../../rules/actions/slots.ts";
import type { PurchaseLine } from "../document.ts";
import { isLeftOut, ruledClass, ruledQuantity, titleOf } from "../ruled-line.ts";
import { boughtUnits } from "./bought-units.ts";
import { purchaseAmount, unitCostOf } from "./purchase-amount.ts";

export type BuyableLine = { vendor: Vendor; line: PurchaseLine };

/** A rule says that vendors ship it; gift cards are the shop's own. */
export const isDropShipped = (line: OrderLine): boolean => line.bookAs?.vendor !== undefined && !line.giftCard && !isLeftOut(line);

/**
 * One of a line; of a bundle one per item that it holds, each with its own vendor and cost, less what is `bought` already. Nothing for a line of which nothing
 * is bought, or whose item or bundle the sale itself waits for.
 */
export function buyableLines(order: Order, line: OrderLine, books: Books, bought: ReadonlySet<ItemKey> = new Set()): Result<BuyableLine, Issue>[] {
  const item = books.items.get(productItemKey(line));
  if (!item || item.isGone || ruledUnits(order, line) === 0) return [];
  if (!item.components) return bought.size > 0 ? [] : [buyableLine(order, line, item, titleOf(line), books)];
  if (item.components.some((component) => component.item === null)) return [];
  return item.components.flatMap(({ item: held, quantity }) => (held && !bought.has(held.key) ? [buyableLine(order, line, held, `${titleOf(line)}: ${held.name}`, books, quantity)] : []));
}

function buyableLine(order: Order, line: OrderLine, item: BookItem, description: string, books: Books, perBundle?: string): Result<BuyableLine, Issue> {
  const quantity = ruledUnits(order, line, perBundle);
  const vendor = vendorOf(line, item, books);
  if (!vendor.ok) return vendor;
  const { homeCurrency, multiCurrency } = books.company;
  const theirs = vendor.value.currency;
  if (multiCurrency && theirs !== null && theirs !== homeCurrency) return failure(vendorInOtherCurrency(vendor.value.name, theirs, homeCurrency));
  if (item.purchase && item.purchase.account === null) return failure(itemNotBought(item.name));
  const unitCost = costOf(line, item, books, perBundle !== undefined);
  if (unitCost === null) return failure(purchaseCostMissing(item.name, perBundle === undefined));
  const classId = ruledClass(line, order, books);
  return success({ vendor: vendor.value, line: { lineId: line.id, item: item.key, description, quantity, unitCost, amount: purchaseAmount(homeCurrency, quantity, unitCost), ...(perBundle === undefined ? {} : { perBundle }), ...(classId === undefined ? {} : { classId }) } });
}

/** In the units of the QuickBooks item, as on the sale's own lines. */
export function ruledUnits(order: Order, line: OrderLine, perBundle?: string): number {
  const units = ruledQuantity({ ...line, quantity: boughtUnits(order, line) });
  return perBundle === undefined ? units : Number(textOf(product(scaled(String(units)), scaled(perBundle))));
}

/** The rule's, else the item's preferred one, else the one who is called as the product's vendor in Shopify (design page 03, "Drop shipping"). */
function vendorOf(line: OrderLine, { name, purchase }: BookItem, { vendors }: Books): Result<Vendor, Issue> {
  const ruled = line.bookAs?.vendor;
  const isNamed = ruled !== undefined && ruled !== ON;
  const preferred = isNamed || !purchase?.vendorId ? undefined : vendors?.withId(purchase.vendorId);
  if (preferred) return success(preferred);
  const wanted = isNamed ? ruled : line.vendor;
  if (!wanted) return failure(vendorUnknown(name));
  const found = vendors?.named(wanted);
  return found ? success(found) : failure(vendorMissing(wanted));
}

/** Shopify's cost is of its own unit, and of the shop's currency: it does not do where a rule counts other units, for what a bundle holds, or where the books are kept in another currency. */
function costOf({ unitCost, bookAs }: OrderLine, { purchase }: BookItem, { company }: Books, isHeld: boolean): string | null {
  if (purchase?.cost) return purchase.cost;
  if (!unitCost || isHeld || bookAs?.quantityFactor !== undefined || unitCost.currency !== company.homeCurrency) return null;
  return unitCostOf(unitCost.amount);
}
