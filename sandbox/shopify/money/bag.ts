/**
 * An amount in the shop's and in the buyer's currency (Shopify's MoneyBag), stored as decimal text and computed in minor units.
 * The two sides are never converted into each other.
 */
import { formatMinor, parseMinor } from "./minor-units.ts";

export type Bag = { shop: string; presentment: string };
export type BagCurrencies = { currency: string; presentmentCurrency: string };
export type MinorBag = { shop: bigint; presentment: bigint };

export const NOTHING: MinorBag = { shop: 0n, presentment: 0n };

export function parseBag(bag: Bag, { currency, presentmentCurrency }: BagCurrencies): MinorBag {
  return { shop: parseMinor(bag.shop, currency), presentment: parseMinor(bag.presentment, presentmentCurrency) };
}

export function formatBag(bag: MinorBag, { currency, presentmentCurrency }: BagCurrencies): Bag {
  return { shop: formatMinor(bag.shop, currency), presentment: formatMinor(bag.presentment, presentmentCurrency) };
}

export function addBags(...bags: MinorBag[]): MinorBag {
  return bags.reduce((sum, bag) => ({ shop: sum.shop + bag.shop, presentment: sum.presentment + bag.presentment }), NOTHING);
}

export function subtractBags(from: MinorBag, bag: MinorBag): MinorBag {
  return { shop: from.shop - bag.shop, presentment: from.presentment - bag.presentment };
}

export function timesBag(bag: MinorBag, factor: number): MinorBag {
  return { shop: bag.shop * BigInt(factor), presentment: bag.presentment * BigInt(factor) };
}

/** `part` of `whole` equal units, each side rounded half away from zero. */
export function shareOfBag(bag: MinorBag, part: number, whole: number): MinorBag {
  return part === whole ? bag : divideBag(timesBag(bag, part), whole);
}

export function negateBag(bag: MinorBag): MinorBag {
  return subtractBags(NOTHING, bag);
}

/** The smaller by its shop side: an amount of one order is never smaller in one currency and larger in the other. */
export function smallerBag(a: MinorBag, b: MinorBag): MinorBag {
  return b.shop < a.shop ? b : a;
}

/** What is left when nothing may be owed the other way round. */
export function atLeastNothing(bag: MinorBag): MinorBag {
  return bag.shop < 0n ? NOTHING : bag;
}

/** Divides and rounds half away from zero. Zero parts of anything are nothing. */
export function divideBag(bag: MinorBag, divisor: number): MinorBag {
  return divisor === 0 ? NOTHING : { shop: divideHalfUp(bag.shop, divisor), presentment: divideHalfUp(bag.presentment, divisor) };
}

function divideHalfUp(minor: bigint, divisor: number): bigint {
  const half = BigInt(divisor);
  const magnitude = (2n * (minor < 0n ? -minor : minor) + half) / (2n * half);
  return minor < 0n ? -magnitude : magnitude;
}
