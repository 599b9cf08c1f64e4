/** Record: what one run found and did for an order, written in one transaction for the screens to read. */
import type { Decision } from "#app/domain/decision/decide.ts";
import type { Issue } from "#app/domain/issues/issue.ts";
import { formatMoney } from "#app/domain/money/money.ts";
import type { Order } from "#app/domain/order/order.ts";
import type { Plan } from "#app/domain/plan/plan.ts";
import type { Proof, ProofSide } from "#app/domain/proof/proof.ts";
import type { DrainContext } from "../context.ts";
import { jsonSafe } from "../json-safe.ts";
import type { Instant, OrderState, TimelineEntry } from "../ports/repositories.ts";

export type Recorded = {
  order: Order;
  state: OrderState;
  reason: string | null;
  decision: Decision | null;
  plan: Plan | null;
  /** Over the documents that are in the books now, not only planned. */
  proof: Proof | null;
  issues: Issue[];
  timeline: TimelineEntry[];
  versions: { settings: number; rules: number };
};

export async function record({ repositories, clock }: DrainContext, startedAt: Instant, recorded: Recorded): Promise<void> {
  const { order, plan } = recorded;
  await repositories.orders.record(
    {
      orderId: order.id,
      name: order.name,
      status: order.status,
      state: recorded.state,
      reason: recorded.reason,
      placedAt: order.placedAt,
      shopifyUpdatedAt: order.updatedAt,
      total: order.totals.current,
      decision: jsonSafe(recorded.decision),
      plan: jsonSafe(plan?.documents ?? null),
      proof: jsonSafe(recorded.proof && proofView(recorded.proof)),
      settingsVersion: recorded.versions.settings,
      ruleSetVersion: recorded.versions.rules,
    },
    recorded.timeline,
    recorded.issues,
    clock.now(),
    startedAt,
  );
}

/** Both sides as decimal text, as `play` and the screens show them. */
function proofView(proof: Proof): unknown {
  const side = ({ shop, books, leftOut, difference }: ProofSide): unknown => ({
    shop: formatMoney(shop), books: formatMoney(books), difference: formatMoney(difference),
    leftOut: leftOut && { amount: formatMoney(leftOut.amount), because: leftOut.because },
  });
  return { verdict: proof.verdict, income: side(proof.income), money: side(proof.money), ...(proof.chargedBack && { chargedBack: formatMoney(proof.chargedBack) }) };
}
