/** Reads the money of REST bodies. */
import type { Bag, BagCurrencies } from "../money/bag.ts";
import { formatBag, parseBag } from "../money/bag.ts";
import type { RestBag } from "./rest-shape-schema.ts";

/** The two-sided amount of a `…_set`, else the plain amount on both sides; normalised to the currency's digits. */
export function bagOf(amount: string, set: RestBag | null | undefined, currencies: BagCurrencies): Bag {
  const bag = set ? { shop: set.shop_money.amount, presentment: set.presentment_money.amount } : { shop: amount, presentment: amount };
  return formatBag(parseBag(bag, currencies), currencies);
}
