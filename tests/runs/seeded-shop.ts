/** A shop with so many orders of the last sixty days and a company that answers as fast as it is asked, installed and connected as a merchant does it. */
import { connectQuickBooks, installShop, type Tenant } from "#sandbox/launch/install-shop.ts";
import type { Merchant } from "#sandbox/launch/merchant.ts";
import type { World } from "#sandbox/launch/world.ts";
import { seedShop } from "#sandbox/shopify/seed/seed-shop.ts";

/** `days`: what a person types to sync all of them. */
export type SeededShop = { tenant: Tenant; merchant: Merchant; days: object };

export async function openSeededShop(world: World, name: string, orders: number): Promise<SeededShop> {
  const { shopify, quickbooks, merchants, clock } = world;
  const shop = `${name}.myshopify.com`;
  shopify.createShop({ domain: shop, currency: "USD", timeZone: "America/New_York", country: "US" });
  seedShop(shopify, shop, { now: clock.now, orders, seed: 11 });
  const tenant = { shop, realmId: quickbooks.createCompany({ switches: { throttling: false } }) };
  await installShop(world, shop);
  await connectQuickBooks(world, tenant);
  const merchant = await merchants.of(shop);
  await merchant.changeSettings((settings) => settings);
  const day = (hoursAgo: number): string => clock.now().subtract({ hours: hoursAgo }).toString().slice(0, 10);
  return { tenant, merchant, days: { by: "range", from: day(24 * 62), to: day(0), anyway: true } };
}
