/** Plays one story from its first step to its result. */
import type { World } from "#sandbox/launch/world.ts";
import { playSteps } from "./play-steps.ts";
import { collect, type Collected, UNHEARD_OF } from "./result/collect.ts";
import { madeTwice } from "./result/made-twice.ts";
import { proofHolds } from "./result/proof.ts";
import type { Failure, PlayResult } from "./result/result.ts";
import { setStage } from "./set-stage.ts";
import type { Story } from "./story.ts";

/** Throws ScriptError when a step cannot be done; what does not hold is in the result's failures. */
export async function playStory(world: World, story: Story): Promise<PlayResult> {
  const startedAt = performance.now();
  const stage = await setStage(world, story);
  const failures = await playSteps(stage);
  const { orders, requests, trialBalance, webhooks } = await collect(stage);
  return {
    name: story.script.name,
    orders,
    plans: stage.plans,
    requests,
    trialBalance,
    webhooks,
    timings: {
      wallMs: Math.round(performance.now() - startedAt),
      quickbooksCalls: requests.length,
      shopifyCalls: world.shopify.graphqlCalls(stage.tenant.shop),
    },
    failures: [...failures, ...lawFailures(orders)],
  };
}

/** What must hold at the end of every story, whatever it expects: no order is lost, and a difference is named by an issue. */
function lawFailures(orders: Collected["orders"]): Failure[] {
  return orders.flatMap((order): Failure[] => {
    if (order.reason === UNHEARD_OF) return [{ place: order.name, sentence: `lost: ${UNHEARD_OF}` }];
    // What the app recorded cannot know of a document that it made and lost sight of; the books do.
    const twice = madeTwice(order.documents);
    if (twice.length > 0) return twice.map((what) => ({ place: order.name, sentence: `twice: ${what}` }));
    if (proofHolds(order.proof) || order.issues.length > 0) return [];
    return [{ place: order.name, sentence: `shop and books differ by ${order.proof?.difference} and no issue names it` }];
  });
}
