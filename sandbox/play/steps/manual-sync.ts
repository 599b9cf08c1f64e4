/** What a merchant does by hand: starts a run, and looks at what a sync would do. */
import { resultPlan } from "../result/plan.ts";
import type { Stage } from "../set-stage.ts";
import { orderNamed } from "./order-named.ts";
import { StepRefused } from "./step-refused.ts";

export type TypedRun = { by: "range" | "numbers"; from?: string; to?: string; numbers?: string; statuses: string[] | undefined; anyway: boolean };

/** Throws StepRefused with the app's own sentence where it refuses what was typed. */
export async function startRun({ merchant }: Stage, { statuses, ...typed }: TypedRun): Promise<void> {
  const refused = await merchant.startRun({ ...typed, ownStatuses: statuses !== undefined, statuses: statuses ?? [] });
  if (refused !== null) throw new StepRefused(refused);
}

export async function previewOrders(stage: Stage, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const { gid, name: order } = orderNamed(stage, name);
    const preview = await stage.merchant.preview(gid);
    if (preview.ok && preview.value) stage.plans.push(resultPlan(preview.value));
    else stage.plans.push({ order, state: "waiting", reason: preview.ok ? "Shopify did not answer for this order." : preview.failure, documents: [], effect: {}, issues: [] });
  }
}
