/** Money as Shopify's GraphQL writes it. */
import type { Bag, BagCurrencies, MinorBag } from "../../money/bag.ts";
import { formatBag } from "../../money/bag.ts";
import type { View } from "./view-context.ts";

/** "679.00" → "679.0", "98.46" stays, "1000" → "1000.0": no needless zeros, at least one decimal (captured answers of microsoft/BCApps). */
export function graphqlAmount(amount: string): string {
  const [whole = "0", fraction = ""] = amount.split(".");
  return `${whole}.${fraction.replace(/0+$/, "") || "0"}`;
}

export function moneyView(amount: string, currencyCode: string): View {
  return { __typename: "MoneyV2", amount: graphqlAmount(amount), currencyCode };
}

export function bagView(bag: Bag, { currency, presentmentCurrency }: BagCurrencies): View {
  return { shopMoney: moneyView(bag.shop, currency), presentmentMoney: moneyView(bag.presentment, presentmentCurrency) };
}

export function minorBagView(bag: MinorBag, currencies: BagCurrencies): View {
  return bagView(formatBag(bag, currencies), currencies);
}
