/**
 * A line of a QuickBooks bundle becomes one line per item that the bundle holds, each at the item's own price, and one for what their prices lack of the
 * shop's amount or have too much (decision 061). The lines come to the shop's line exactly, tax included. A bundle itself stands on no document.
 */
import type { Account, BookItem, Books, ItemKey } from "../books/books.ts";
import { offStockItem } from "../books/off-stock-item.ts";
import { rateOfShare } from "../books/tax-rate.ts";
import { bundleComponentGone, bundleEmpty } from "../issues/bundle-issues.ts";
import { itemInactive } from "../issues/catalogue.ts";
import type { Issue } from "../issues/issue.ts";
import { add, isZero, type Money, money, subtract, sum, zero } from "../money/money.ts";
import { bookStep } from "../money/decimal-text.ts";
import type { OrderLine } from "../order/order.ts";
import { bundleParts } from "./bundle-prices.ts";
import type { DocumentLine } from "./document.ts";
import { ruledQuantity } from "./ruled-line.ts";
import { ownTaxes, type Taxed } from "./taxing.ts";

/** `title`: as the buyer knows the bundle. `differenceAccount`: asked for only where there is a difference. */
export type BundleSold = { line: OrderLine; bundle: BookItem; title: string; taxed: Taxed; books: Books; differenceAccount: () => Account | null };

export function bundleLines({ line, bundle, title, taxed, books, differenceAccount }: BundleSold, issues: Issue[]): DocumentLine[] {
  const { components = [], key } = bundle;
  const problems = bundleIssues(bundle);
  issues.push(...problems);
  if (problems.length > 0) return [];
  const { currency } = taxed.amount;
  const partOf = { lineId: line.id, bundle: key };
  const items = components.flatMap(({ item, quantity }) => (item ? [{ item, quantity, price: item.price }] : []));
  const rate = ownTaxes(line.taxLines).reduce((total, tax) => total + rateOfShare(tax.rate), 0n);
  const parts = bundleParts(items, { units: ruledQuantity(line), taxed, rate, homeCurrency: books.company.homeCurrency });
  const difference = subtract(taxed.amount, sum(currency, parts.map(({ amount }) => amount)));
  const split = withTaxes(taxed, [...parts.map(({ amount }) => amount), difference]);
  const sold = parts.flatMap(({ quantity, unitPrice }, index): DocumentLine[] => {
    const { item } = items[index] ?? {};
    const own = split[index];
    if (!item || !own) return [];
    const stands = line.offStock && item.type === "inventory" ? standIn(item, books, issues) : { item: item.key };
    return stands ? [{ role: "product", ...stands, partOf, description: `${title}: ${item.name}`, quantity: Number(quantity), unitPrice, ...own, account: item.incomeAccount }] : [];
  });
  const rest = split.at(-1);
  const account = isZero(difference) ? null : differenceAccount();
  return account && rest ? [...sold, { role: "bundle_difference", item: "role:bundle_difference", partOf, description: `${title}: bundle price difference`, quantity: null, unitPrice: null, ...rest, account }] : sold;
}

function bundleIssues({ key, name, components = [], isGone }: BookItem): Issue[] {
  if (isGone) return [itemInactive(key, name)];
  if (components.length === 0) return [bundleEmpty(name)];
  return components.filter(({ item }) => item === null).map((component) => bundleComponentGone(name, component.name));
}

/** Goods that did not come back on the shelf (story A9). */
function standIn(item: BookItem, books: Books, issues: Issue[]): { item: ItemKey; standsFor: ItemKey } | null {
  const found = offStockItem(item, books);
  if (found.ok) return { item: found.value.key, standsFor: item.key };
  issues.push(found.failure);
  return null;
}

/** What the buyer saw is shared out as the amounts are, off running totals, so that it comes to the whole. */
function withTaxes(taxed: Taxed, amounts: readonly Money[]): Taxed[] {
  const { amount: whole, withTax } = taxed;
  let before = zero(whole.currency);
  const upTo = (part: Money): Money => {
    if (!withTax || part.minor === whole.minor) return withTax ?? part;
    return isZero(whole) ? part : rounded(whole.currency, part.minor * withTax.minor, whole.minor);
  };
  return amounts.map((amount) => {
    const after = add(before, amount);
    const own = withTax && subtract(upTo(after), upTo(before));
    before = after;
    return { ...taxed, amount, withTax: own };
  });
}

/** Halves away from zero, to what the books keep. */
function rounded(currency: string, dividend: bigint, divisor: bigint): Money {
  const unit = divisor * bookStep(currency);
  const half = dividend < 0n ? -unit : unit;
  return money(currency, ((2n * dividend + half) / (2n * unit)) * bookStep(currency));
}
