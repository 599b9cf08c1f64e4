/** How badly a shop's webhooks travel: doubled, reversed, lost or late, as the play format's step "webhooks" asks. */

export type DeliveryPolicy = {
  /** How often each webhook is delivered. */
  copies: number;
  reverse: boolean;
  delayMs: number;
  /** Whether the next webhook is lost; stateful. */
  losesNext: () => boolean;
};

/** Changes add up (doubled and reversed at once) until `normal`. */
export type PolicyChange =
  | { set: "normal" | "reverse" }
  | { set: "duplicate"; n: number }
  | { set: "delay"; ms: number }
  | { set: "lose"; n: number }
  | { set: "lose"; share: number; seed?: number };

export const NORMAL_DELIVERY: DeliveryPolicy = { copies: 1, reverse: false, delayMs: 0, losesNext: () => false };

export function changedPolicy(policy: DeliveryPolicy, change: PolicyChange): DeliveryPolicy {
  switch (change.set) {
    case "normal": return NORMAL_DELIVERY;
    case "reverse": return { ...policy, reverse: true };
    case "duplicate": return { ...policy, copies: change.n };
    case "delay": return { ...policy, delayMs: change.ms };
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

/** Seeded (mulberry32), so that a story loses the same webhooks every time. */
function loseShare(share: number, seed: number): () => boolean {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296 < share;
  };
}
