/** What every view needs besides its record. A view is a record in the words of Shopify's schema; must never change a record. */
import type { ShopState } from "../../state/shop-state.ts";

export type ViewContext = { shop: ShopState; /** The simulated time, UTC seconds. */ now: string; /** Where the simulator answers. */ origin: string };

/** Plain fields, and functions for fields that take arguments or are worth computing only when asked: graphql-js calls them. */
export type View = Record<string, unknown>;

export function gid(type: string, id: string): string {
  return `gid://shopify/${type}/${id}`;
}
