/** The addresses of the simulated admin; the same paths as admin.shopify.com. */
import type { ShopState } from "../state/shop-state.ts";

type Shop = Pick<ShopState, "domain">;

/** "harbour-goods.myshopify.com" → "harbour-goods". */
export function storeHandle({ domain }: Shop): string {
  return domain.replace(/\.myshopify\.com$/, "");
}

export function shopAddress(shop: Shop, path = ""): string {
  return `/store/${encodeURIComponent(storeHandle(shop))}${path}`;
}

export function orderAddress(shop: Shop, orderId: string): string {
  return shopAddress(shop, `/orders/${orderId}`);
}

/** `path` within the app, with its leading slash, or empty for the app's home. */
export function appAddress(shop: Shop, apiKey: string, path = ""): string {
  return shopAddress(shop, `/apps/${encodeURIComponent(apiKey)}${path}`);
}
