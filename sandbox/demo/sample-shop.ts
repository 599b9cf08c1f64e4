/** The shop and the company of `npm run demo`: small, in USD, in New York. */
import type { NewShop } from "#sandbox/shopify/start-shopify.ts";

export const SAMPLE_SHOP = {
  domain: "harbour-goods.myshopify.com",
  name: "Harbour Goods",
  currency: "USD",
  timeZone: "America/New_York",
  country: "US",
} as const satisfies NewShop;

export const SAMPLE_COMPANY = { name: "Harbour Goods LLC" };
