/** Shop, its location, and the app's installation. */
import type { ShopState } from "../../state/shop-state.ts";
import type { View } from "./view-context.ts";
import { gid } from "./view-context.ts";

/** From this restore rate on a shop is on Plus (design page 06, cost and throttling). */
const PLUS_RESTORE_RATE = 1000;
const ALL_ORDERS_SCOPE = "read_all_orders";

export function shopView(shop: ShopState): View {
  const plus = shop.restoreRate >= PLUS_RESTORE_RATE;
  return {
    __typename: "Shop",
    id: gid("Shop", shop.id),
    name: shop.name,
    myshopifyDomain: shop.domain,
    orderNumberFormatPrefix: shop.orderNumberFormat?.prefix ?? "#",
    orderNumberFormatSuffix: shop.orderNumberFormat?.suffix ?? "",
    currencyCode: shop.currency,
    ianaTimezone: shop.timeZone,
    email: `owner@${shop.domain}`,
    taxesIncluded: shop.taxesIncluded,
    taxShipping: false,
    plan: { publicDisplayName: plus ? "Plus" : "Basic", shopifyPlus: plus, partnerDevelopment: false },
    shopAddress: { id: gid("ShopAddress", shop.id), countryCodeV2: shop.country },
    enabledPresentmentCurrencies: [shop.currency],
  };
}

export function locationView(shop: ShopState): View {
  return { __typename: "Location", id: gid("Location", shop.id), name: "Main location" };
}

/** A shop's setting decides on old orders, whatever the app was given elsewhere. */
function grantedScopes(shop: ShopState, scopes: readonly string[]): string[] {
  const others = scopes.filter((scope) => scope !== ALL_ORDERS_SCOPE);
  return shop.recentOrdersOnly ? others : [...others, ALL_ORDERS_SCOPE];
}

export function appInstallationView(shop: ShopState, scopes: readonly string[]): View {
  return { __typename: "AppInstallation", id: gid("AppInstallation", shop.id), accessScopes: grantedScopes(shop, scopes).map((handle) => ({ handle })) };
}
