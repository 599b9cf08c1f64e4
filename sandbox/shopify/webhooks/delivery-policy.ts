/** How badly a shop's webhooks travel: doubled, reversed, shuffled, lost or late, as the play format's step "webhooks" asks. */
import { Temporal } from "temporal-polyfill";
import { seededRandom } from "../../chance/seeded-random.ts";

export type DeliveryPolicy = {
  /** How often each webhook is delivered. */
  copies: number;
  /** Puts what waits into another order; undefined: as it was sent. Stateful where it is drawn. */
  arrange: (<Item>(items: readonly Item[]) => Item[]) | undefined;
  /** Of real time. */
  delayMs: number;
  /** Of the sandbox clock. */
  delayBy: Temporal.Duration | undefined;
  /** Whether the next webhook is lost; stateful. */
  losesNext: () => boolean;
};

/** Changes add up (doubled and reversed at once) until `normal`. What is under way keeps the delay it got. */
export type PolicyChange =
  | { set: "normal" | "reverse" }
  | { set: "shuffle"; seed?: number }
  | { set: "duplicate"; n: number }
  | { set: "delay"; ms: number }
  | { set: "delay"; by: string }
  | { set: "lose"; n: number }
  | { set: "lose"; share: number; seed?: number };

export const NORMAL_DELIVERY: DeliveryPolicy = { copies: 1, arrange: undefined, delayMs: 0, delayBy: undefined, losesNext: () => false };

/** Throws RangeError when `by` is no ISO 8601 duration. */
export function changedPolicy(policy: DeliveryPolicy, change: PolicyChange): DeliveryPolicy {
  switch (change.set) {
    case "normal": return NORMAL_DELIVERY;
    case "reverse": return { ...policy, arrange: (items) => items.toReversed() };
    case "shuffle": return { ...policy, arrange: seededRandom(change.seed ?? 1).shuffle };
    case "duplicate": return { ...policy, copies: change.n };
    case "delay": return "by" in change ? { ...policy, delayBy: Temporal.Duration.from(change.by) } : { ...policy, delayMs: change.ms };
    case "lose": return { ...policy, losesNext: "n" in change ? loseFirst(change.n) : loseShare(change.share, change.seed ?? 1) };
  }
}

function loseFirst(count: number): () => boolean {
  let left = count;
  return () => {
    if (left <= 0) return false;
    left -= 1;
    return true;
  };
}

/** Seeded, so that a story loses the same webhooks every time. */
function loseShare(share: number, seed: number): () => boolean {
  const random = seededRandom(seed);
  return () => random.chance(share);
}
