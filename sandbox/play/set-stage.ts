/** Prepares what a story is played with: a shop and a company of its own, installed and connected, with the merchant's choices made. */
import { randomBytes } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { connectQuickBooks, installShop, type Tenant } from "#sandbox/launch/install-shop.ts";
import type { Merchant } from "#sandbox/launch/merchant.ts";
import type { World } from "#sandbox/launch/world.ts";
import type { ResultPlan } from "./result/plan.ts";
import type { Story } from "./story.ts";

export type Stage = { world: World; tenant: Tenant; merchant: Merchant; story: Story; /** What was previewed so far. */ plans: ResultPlan[] };

/** Faults are armed last, so that they count from the story's first step. */
export async function setStage(world: World, story: Story): Promise<Stage> {
  const { shop, company, clock, settings, rules, faults, shopifyFaults } = story.script.config;
  world.clock.set(clock === null ? Temporal.Now.instant() : Temporal.Instant.from(clock));
  const domain = shop.domain ?? `play-${randomBytes(4).toString("hex")}.myshopify.com`;
  world.shopify.createShop({ ...shop, domain });
  const tenant = { shop: domain, realmId: world.quickbooks.createCompany(company) };
  await installShop(world, domain);
  await connectQuickBooks(world, tenant);
  const merchant = await world.merchants.of(domain);
  await merchant.changeSettings(() => settings);
  await merchant.publishRules(rules);
  world.quickbooks.setFaults(tenant.realmId, faults);
  world.shopify.setFaults(domain, shopifyFaults);
  return { world, tenant, merchant, story, plans: [] };
}
