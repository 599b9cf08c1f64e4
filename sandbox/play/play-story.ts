/** Plays one story from its first step to its result. */
import { randomBytes } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { connectQuickBooks, installShop } from "#sandbox/launch/install-shop.ts";
import { openMerchant } from "#sandbox/launch/merchant.ts";
import type { World } from "#sandbox/launch/world.ts";
import { ShopifyActionError } from "#sandbox/shopify/orders/order-errors.ts";
import { expectationFailures } from "./expectations/expectations.ts";
import { NotIdle, untilIdle } from "./idle.ts";
import { collect, type Collected, UNHEARD_OF } from "./result/collect.ts";
import { proofHolds } from "./result/proof.ts";
import type { Failure, PlayResult } from "./result/result.ts";
import { placeOf, ScriptError } from "./script/problem.ts";
import type { Step } from "./script/script.ts";
import { playStep } from "./steps/play-step.ts";
import { StepRefused } from "./steps/step-refused.ts";
import type { Stage, Story } from "./story.ts";

/** Throws ScriptError when a step cannot be done; what does not hold is in the result's failures. */
export async function playStory(world: World, story: Story): Promise<PlayResult> {
  const startedAt = performance.now();
  const stage = await setStage(world, story);
  const failures = await playSteps(stage);
  const collected = await collect(stage);
  return {
    name: story.script.name,
    orders: collected.orders,
    plans: [],
    requests: collected.requests,
    trialBalance: collected.trialBalance,
    webhooks: collected.webhooks,
    timings: {
      wallMs: Math.round(performance.now() - startedAt),
      quickbooksCalls: collected.requests.length,
      shopifyCalls: world.shopify.graphqlCalls(stage.tenant.shop),
    },
    failures: [...failures, ...lawFailures(collected)],
  };
}

/** A shop and a company of the story's own, installed and connected, with the merchant's choices made. */
async function setStage(world: World, story: Story): Promise<Stage> {
  const { shop, company, clock, settings, rules, faults } = story.script.config;
  world.clock.set(clock === null ? Temporal.Now.instant() : Temporal.Instant.from(clock));
  const domain = shop.domain ?? `play-${randomBytes(4).toString("hex")}.myshopify.com`;
  world.shopify.createShop({ ...shop, domain });
  const tenant = { shop: domain, realmId: world.quickbooks.createCompany(company) };
  await installShop(world, domain);
  await connectQuickBooks(world, tenant);
  const merchant = await openMerchant(world, domain);
  await merchant.changeSettings(() => settings);
  await merchant.publishRules(rules);
  world.quickbooks.setFaults(tenant.realmId, faults);
  return { world, tenant, merchant, story };
}

async function playSteps(stage: Stage): Promise<Failure[]> {
  const failures: Failure[] = [];
  try {
    for (const [index, step] of stage.story.script.steps.entries()) {
      const place = placeOf(["steps", index]);
      failures.push(...(await playOne(stage, step, index)).map((sentence) => ({ place, sentence })));
    }
  } catch (error) {
    if (!(error instanceof NotIdle)) throw error;
    failures.push({ place: "the story ended early", sentence: error.message });
  }
  return failures;
}

async function playOne(stage: Stage, step: Step, index: number): Promise<string[]> {
  if (step.do === "expect") return expectationFailures(step, await collect(stage));
  try {
    await playStep(stage, step, index);
  } catch (error) {
    if (!(error instanceof StepRefused) && !(error instanceof ShopifyActionError)) throw error;
    throw new ScriptError([{ place: placeOf(["steps", index]), reason: error.message }]);
  }
  await untilIdle({
    shop: stage.tenant.shop,
    records: stage.world.records,
    now: stage.world.clock.now,
    pendingDeliveries: () => stage.world.shopify.pendingDeliveries(stage.tenant.shop),
    assertAlive: stage.world.app.assertAlive,
  });
  return [];
}

/** What must hold at the end of every story, whatever it expects: no order is lost, and a difference is named by an issue. */
function lawFailures({ orders }: Collected): Failure[] {
  return orders.flatMap((order): Failure[] => {
    if (order.reason === UNHEARD_OF) return [{ place: order.name, sentence: `lost: ${UNHEARD_OF}` }];
    if (proofHolds(order.proof) || order.issues.length > 0) return [];
    return [{ place: order.name, sentence: `shop and books differ by ${order.proof?.difference} and no issue names it` }];
  });
}
