/** Reads the money and the ids of Admin GraphQL answers. */
import type { Bag, BagCurrencies } from "../money/bag.ts";
import { formatBag, parseBag } from "../money/bag.ts";
import type { GraphqlBag } from "./graphql-shape-schema.ts";

/** Normalised to the currency's digits: Shopify itself writes "679.0". */
export function bagOf({ shopMoney, presentmentMoney }: GraphqlBag, currencies: BagCurrencies): Bag {
  return formatBag(parseBag({ shop: shopMoney.amount, presentment: presentmentMoney.amount }, currencies), currencies);
}

/** "gid://shopify/Order/2001" → "2001". */
export function legacyId(gid: string): string {
  return gid.slice(gid.lastIndexOf("/") + 1);
}
