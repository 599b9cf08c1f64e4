/** The stage of one kill: a world of its own with the web process running, and a fresh shop and company in it. */
import { randomBytes } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { DEFAULT_SETTINGS } from "#app/domain/settings/settings.ts";
import { connectQuickBooks, installShop, type Tenant } from "#sandbox/launch/install-shop.ts";
import type { Merchant } from "#sandbox/launch/merchant.ts";
import type { World } from "#sandbox/launch/world.ts";
import type { BacklogOrder } from "./backlog.ts";

export type KillStage = {
  world: World;
  tenant: Tenant;
  merchant: Merchant;
  /** Somebody starts again what dies; otherwise a death ends the run. */
  supervised?: true;
};

/** A shop and a company that the app does not know yet. Each stage starts at the present day. */
export function newTenant(world: World, company: object = {}): Tenant {
  const shop = `kill-${randomBytes(5).toString("hex")}.myshopify.com`;
  world.clock.set(Temporal.Now.instant());
  world.shopify.createShop({ domain: shop, currency: "USD", timeZone: "America/New_York", country: "US" });
  return { shop, realmId: world.quickbooks.createCompany(company) };
}

/** The shops of earlier runs leave, so that a process that sweeps has no other shop to sweep. */
export async function emptyWorld({ shopify }: World): Promise<void> {
  for (const { domain, installed } of shopify.shops()) if (installed) shopify.uninstall(domain);
  await shopify.idle();
}

/** What the merchant does once the app is connected. */
export async function setUp(world: World, tenant: Tenant): Promise<KillStage> {
  const merchant = await world.merchants.of(tenant.shop);
  await merchant.changeSettings(() => DEFAULT_SETTINGS);
  return { world, tenant, merchant };
}

/** Installed, connected and set up. `company`: as in a script's `config.company`. */
export async function openStage(world: World, company: object = {}): Promise<KillStage> {
  const tenant = newTenant(world, company);
  await installShop(world, tenant.shop);
  await connectQuickBooks(world, tenant);
  return setUp(world, tenant);
}

/** Paid orders that ship at once; the app hears of them by webhooks. */
export function placeOrders({ world, tenant }: Pick<KillStage, "world" | "tenant">, orders: readonly BacklogOrder[]): void {
  for (const { input } of orders) {
    const order = world.shopify.createOrder(tenant.shop, input);
    world.shopify.fulfil(tenant.shop, order.id);
  }
}

/** All webhooks were answered: the backlog waits in the database. */
export const heardOf = ({ world }: Pick<KillStage, "world">): Promise<void> => world.shopify.idle();
