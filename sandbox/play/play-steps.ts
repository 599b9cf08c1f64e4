/** Plays the steps of a story one after the other, each until nothing can run, and checks its expectations on the way. */
import { ShopifyActionError } from "#sandbox/shopify/orders/order-errors.ts";
import { expectationFailures } from "./expectations/expectations.ts";
import { NotIdle, untilIdle } from "./idle.ts";
import { collect } from "./result/collect.ts";
import type { Failure } from "./result/result.ts";
import { placeOf, ScriptError } from "./script/problem.ts";
import type { Step } from "./script/script.ts";
import type { Stage } from "./set-stage.ts";
import { playStep } from "./steps/play-step.ts";
import { StepRefused } from "./steps/step-refused.ts";

/** What did not hold. An app that does not come to rest ends the story; a step that cannot be done throws ScriptError. */
export async function playSteps(stage: Stage): Promise<Failure[]> {
  const failures: Failure[] = [];
  for (const [index, step] of stage.story.script.steps.entries()) {
    const place = placeOf(["steps", index]);
    try {
      failures.push(...(await playOne(stage, step, index)).map((sentence) => ({ place, sentence })));
    } catch (error) {
      if (!(error instanceof NotIdle)) throw error;
      return [...failures, { place, sentence: error.message }];
    }
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
  await untilIdle(stage);
  return [];
}
