/** How the tax of an order is put on the lines of its documents, by what the company keeps: one total (US), codes per line (elsewhere), or a line of its own. Shopify's amounts are used as they are. */
import type { Books, TaxCode } from "../books/books.ts";
import { findTaxCode, sharedAmongRates } from "../books/tax-codes.ts";
import { taxIn } from "../books/tax-rate.ts";
import { type TaxSet, taxSetOf, untaxed } from "../books/tax-set.ts";
import { namedMissing } from "../issues/rule-issues.ts";
import type { Issue } from "../issues/issue.ts";
import { add, isZero, type Money, money, subtract, sum, zero } from "../money/money.ts";
import type { Order, TaxLine } from "../order/order.ts";
import type { DocumentLine, DocumentTaxes, DocumentTaxLine } from "./document.ts";

/** What a line of the order comes to before its discount is taken off. */
export type Charge = { gross: Money; discount: Money; taxLines: readonly TaxLine[] };

/** The part of a document's line that depends on tax. */
export type Taxed = Pick<DocumentLine, "amount" | "taxed" | "taxCode" | "withTax">;

export type Taxing = {
  /** Goods or shipping. `code`: a rule's, in place of the one that its taxes map to. */
  charge: (charge: Charge, code?: string) => Taxed;
  /** What no tax is on: tips, gift cards, roundings, taxes themselves. */
  outside: (amount: Money) => Taxed;
  /** The discounts of all charges so far, per tax code; null where one line for all of them will do. */
  discounts: (code?: string) => Taxed[] | null;
  /** Of all charges so far. */
  taxes: () => DocumentTaxes;
};

/** What the merchant owes an agency; what a marketplace owes is booked apart. */
export const ownTaxes = (taxLines: readonly TaxLine[]): TaxLine[] => taxLines.filter(({ channelLiable }) => !channelLiable);
export const marketplaceTaxes = (taxLines: readonly TaxLine[]): TaxLine[] => taxLines.filter(({ channelLiable }) => channelLiable);

export function taxingOf(order: Order, books: Books, issues: Issue[]): Taxing {
  const { country, salesTaxUsed } = books.company;
  if (country !== "US" && salesTaxUsed) return perCode(order, books, issues);
  return {
    charge: ({ gross, taxLines }, code) => ({
      // Shopify's amounts hold the tax when `taxesIncluded`; documents of a US company carry it apart.
      amount: order.taxesIncluded ? subtract(gross, taxOf(order, taxLines)) : gross,
      taxed: code === undefined ? ownTaxes(taxLines).some((tax) => !isZero(tax.amount)) : code.trim().toUpperCase() !== "NON",
    }),
    outside: (amount) => ({ amount, taxed: false }),
    discounts: () => null,
    taxes: () => ({ mode: country === "US" ? "us" : "none" }),
  };
}

const taxOf = (order: Order, taxLines: readonly TaxLine[]): Money => sum(order.currency, taxLines.map(({ amount }) => amount));

function perCode(order: Order, books: Books, issues: Issue[]): Taxing {
  const { currency, taxesIncluded } = order;
  const address = order.shippingAddress ?? order.billingAddress;
  const places = [address?.region, address?.countryCode].filter((place) => typeof place === "string");
  const discounted = new Map<string, Taxed>();
  const byRate = new Map<string, DocumentTaxLine>();
  const known = new Map<string, TaxCode | null>();

  const codeOf = (set: TaxSet, ruled?: string): TaxCode | null => {
    const key = ruled === undefined ? set.key : `rule:${ruled}`;
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    const chosen = ruled === undefined ? books : { ...books, chosenTaxCodes: { [set.key]: ruled } };
    const found = findTaxCode(set, chosen, places);
    if (!found.ok) issues.push(ruled === undefined ? found.failure : namedMissing("tax code", ruled));
    const code = found.ok ? found.value : null;
    known.set(key, code);
    return code;
  };

  const coded = (amount: Money, withTax: Money, set: TaxSet, ruled?: string): Taxed => {
    const found = codeOf(set, ruled);
    return { amount, taxed: set.taxes.some((tax) => !isZero(tax.amount)), taxCode: found ? { id: found.id, name: found.name, set: set.key } : undefined, withTax: taxesIncluded ? withTax : undefined };
  };

  const collect = (set: TaxSet, net: Money, ruled?: string): void => {
    const found = codeOf(set, ruled);
    const shares = found && sharedAmongRates(set, found, currency);
    if (shares && !shares.ok) issues.push(shares.failure);
    for (const [rate, amount] of shares?.ok ? shares.value : []) {
      const before = byRate.get(rate.id) ?? { rate, net: zero(currency), amount: zero(currency) };
      byRate.set(rate.id, { rate, net: add(before.net, net), amount: add(before.amount, amount) });
    }
  };

  const discount = (set: TaxSet, amount: Money, tax: Money, ruled?: string): void => {
    const key = codeOf(set, ruled)?.id ?? set.key;
    const before = discounted.get(key);
    const part = coded(subtract(tax, amount), subtract(zero(currency), amount), set, ruled);
    discounted.set(key, before ? { ...part, amount: add(before.amount, part.amount), withTax: before.withTax && part.withTax && add(before.withTax, part.withTax), taxed: before.taxed || part.taxed } : part);
  };

  return {
    charge: ({ gross, discount: off, taxLines }, code) => {
      const own = ownTaxes(taxLines);
      const [tax, owedByOthers] = [taxOf(order, own), taxOf(order, marketplaceTaxes(taxLines))];
      const base = subtract(gross, off);
      const set = own.length === 0 && !isZero(owedByOthers) ? untaxed("outside") : taxSetOf(own, taxesIncluded ? subtract(base, owedByOthers) : base, taxesIncluded);
      const inside = taxesIncluded ? add(tax, owedByOthers) : zero(currency);
      // Shopify's tax is on what is left after the discount. The discount's line gives back the tax that its own amount holds, the rest stays with the goods.
      const ofDiscount = taxesIncluded ? taxIn(off, set.taxes.reduce((total, each) => total + each.rate, 0n)) : zero(currency);
      collect(set, subtract(base, inside), code);
      if (!isZero(off)) discount(set, off, ofDiscount, code);
      return coded(subtract(subtract(gross, inside), ofDiscount), taxesIncluded ? subtract(gross, owedByOthers) : gross, set, code);
    },
    outside: (amount) => coded(amount, amount, untaxed("outside")),
    discounts: (code) => {
      const own = books.company.taxCodes.find(({ name }) => code !== undefined && name.trim().toLowerCase() === code.trim().toLowerCase());
      if (code !== undefined && !own && discounted.size > 0) issues.push(namedMissing("tax code", code));
      return [...discounted.values()].map((part) => (own ? { ...part, taxCode: { id: own.id, name: own.name, set: part.taxCode?.set ?? "" } } : part));
    },
    taxes: () => ({ mode: taxesIncluded ? "inclusive" : "exclusive", lines: [...byRate.values()] }),
  };
}

/** The tax that the document itself says: what the ledger adds to the lines. */
export const documentTax = (order: Order, taxes: DocumentTaxes, ofMarketplaces: Money): Money => {
  switch (taxes.mode) {
    case "us":
    case "none":
      return subtract(order.totals.tax, ofMarketplaces);
    case "exclusive":
    case "inclusive":
      return taxes.lines.reduce((total, { amount }) => add(total, amount), money(order.currency, 0n));
  }
};
