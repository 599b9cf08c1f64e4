/** What each step of a script does in the world. Expectations are not steps of the world; the story's player checks them. */
import type { PolicyChange } from "#sandbox/shopify/webhooks/delivery-policy.ts";
import type { Step } from "../script/script.ts";
import type { StepOf } from "../script/steps.ts";
import type { Stage } from "../set-stage.ts";
import { orderNamed } from "./order-named.ts";
import { previewOrders, startRun } from "./manual-sync.ts";
import { actInQuickBooks } from "./quickbooks-hand.ts";

export type WorldStep = Exclude<Step, { do: "expect" }>;

/** `index` is the step's place in its script. Throws StepRefused or ShopifyActionError when the step cannot be done. */
export async function playStep(stage: Stage, step: WorldStep, index: number): Promise<void> {
  const { world, tenant, merchant, story } = stage;
  switch (step.do) {
    case "create":
      world.shopify.createOrder(tenant.shop, story.orders.get(index));
      return;
    case "pay":
      world.shopify.pay(tenant.shop, orderNamed(stage, step.order).id, { amount: step.amount, gateway: step.gateway });
      return;
    case "fulfil":
      world.shopify.fulfil(tenant.shop, orderNamed(stage, step.order).id, { lines: step.lines, service: step.service, location: step.location });
      return;
    case "refund": {
      const { lines, shipping, duties, amount, transaction, note } = step;
      world.shopify.refund(tenant.shop, orderNamed(stage, step.order).id, { lines, shipping, duties, amount, transaction, note });
      return;
    }
    case "edit":
      world.shopify.edit(tenant.shop, orderNamed(stage, step.order).id, { add: step.add, set: step.set, note: step.note });
      return;
    case "setCustomer":
      world.shopify.setCustomer(tenant.shop, orderNamed(stage, step.order).id, step.customer);
      return;
    case "cancel":
      world.shopify.cancel(tenant.shop, orderNamed(stage, step.order).id, { refund: step.refund, restock: step.restock });
      return;
    case "chargeback":
      world.shopify.chargeback(tenant.shop, orderNamed(stage, step.order).id, { amount: step.amount, fee: step.fee, outcome: step.outcome, inquiry: step.inquiry });
      return;
    case "delete":
      world.shopify.deleteOrder(tenant.shop, orderNamed(stage, step.order).id);
      return;
    case "setMode":
      return merchant.changeSettings((settings) => ({ ...settings, mode: step.value }));
    case "setStatuses":
      return merchant.changeSettings((settings) => ({ ...settings, statuses: step.value }));
    case "setSettings":
      return merchant.changeSettings((settings) => ({ ...settings, options: { ...settings.options, ...step.value } }));
    case "setRules":
      return merchant.publishRules(step.value);
    case "resync":
      return merchant.resync(step.orders.map((name) => orderNamed(stage, name).gid));
    case "syncRange":
      return startRun(stage, { by: "range", from: step.from, to: step.to, statuses: step.statuses, anyway: step.anyway });
    case "syncNumbers":
      return startRun(stage, { by: "numbers", numbers: step.numbers, statuses: step.statuses, anyway: step.anyway });
    case "preview":
      return previewOrders(stage, step.orders);
    case "undo":
      return merchant.remove(step.orders.map((name) => orderNamed(stage, name).gid));
    case "quickbooks":
      return actInQuickBooks(stage, step);
    case "faults":
      world.quickbooks.setFaults(tenant.realmId, step.value);
      return;
    case "shopifyFaults":
      world.shopify.setFaults(tenant.shop, step.value);
      return;
    case "webhooks":
      world.shopify.setDelivery(tenant.shop, deliveryOf(step));
      return;
    case "restartApp":
      return world.app.restart(step.which, step.signal);
    case "advance":
      world.clock.advance(step.by);
      // What the new time made due is found at once instead of at the worker's next scan.
      return merchant.wake();
  }
}

/** `share` goes before `n` where a script gives both, and a delay of the clock before one of real time. */
function deliveryOf(step: StepOf<"webhooks">): PolicyChange {
  switch (step.set) {
    case "lose":
      return step.share === undefined ? { set: "lose", n: step.n } : { set: "lose", share: step.share, ...(step.seed === undefined ? {} : { seed: step.seed }) };
    case "delay":
      return step.by === undefined ? { set: "delay", ms: step.ms ?? 0 } : { set: "delay", by: step.by };
    default:
      return step;
  }
}
