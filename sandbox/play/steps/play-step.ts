/** What each step of a script does in the world. Expectations are not steps of the world; the story's player checks them. */
import type { Step } from "../script/script.ts";
import type { Stage } from "../set-stage.ts";
import type { PolicyChange } from "#sandbox/shopify/webhooks/delivery-policy.ts";
import type { StepOf } from "../script/steps.ts";
import { actInQuickBooks } from "./quickbooks-hand.ts";
import { orderNamed } from "./order-named.ts";

export type WorldStep = Exclude<Step, { do: "expect" }>;
type StepName = WorldStep["do"];
type Player<Name extends StepName> = (stage: Stage, step: Extract<WorldStep, { do: Name }>, index: number) => Promise<void> | void;

const PLAYERS: { [Name in StepName]: Player<Name> } = {
  create: ({ world, tenant, story }, _step, index) => void world.shopify.createOrder(tenant.shop, story.orders.get(index)),
  pay: (stage, { order, amount, gateway }) => {
    const input = { ...(amount === undefined ? {} : { amount }), ...(gateway === undefined ? {} : { gateway }) };
    stage.world.shopify.pay(stage.tenant.shop, orderNamed(stage, order).id, input);
  },
  fulfil: (stage, { order, lines }) => {
    stage.world.shopify.fulfil(stage.tenant.shop, orderNamed(stage, order).id, lines === undefined ? {} : { lines });
  },
  setMode: ({ merchant }, { value }) => merchant.changeSettings((settings) => ({ ...settings, mode: value })),
  setStatuses: ({ merchant }, { value }) => merchant.changeSettings((settings) => ({ ...settings, statuses: value })),
  setSettings: ({ merchant }, { value }) => merchant.changeSettings((settings) => ({ ...settings, options: { ...settings.options, ...value } })),
  setRules: ({ merchant }, { value }) => merchant.publishRules(value),
  resync: (stage, { orders }) => stage.merchant.resync(orders.map((name) => orderNamed(stage, name).gid)),
  quickbooks: actInQuickBooks,
  webhooks: ({ world, tenant }, step) => world.shopify.setDelivery(tenant.shop, deliveryOf(step)),
  restartApp: ({ world }, { which, signal }) => world.app.restart(which, signal),
  advance: async ({ world, merchant }, { by }) => {
    world.clock.advance(by);
    // What the new time made due is found at once instead of at the worker's next scan.
    await merchant.wake();
  },
};

/** `share` goes before `n` where a script gives both. */
function deliveryOf(step: StepOf<"webhooks">): PolicyChange {
  if (step.set !== "lose") return step;
  return step.share === undefined ? { set: "lose", n: step.n } : { set: "lose", share: step.share };
}

export async function playStep(stage: Stage, step: WorldStep, index: number): Promise<void> {
  const player = PLAYERS[step.do] as Player<StepName>;
  await player(stage, step, index);
}
