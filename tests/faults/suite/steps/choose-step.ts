/** Which step comes next, by weight. */
import type { World } from "../world/world.ts";
import { advance, changeSettings, deliver, drain, resync, sweep } from "./app-steps.ts";
import { bookByHand, bringToBank, closeBooks, takeAway, writeMemo } from "./bookkeeper-steps.ts";
import { createOrder, editOrder, fulfilOrder, payOrder, refundOrCancel } from "./shop-steps.ts";
import type { Step } from "./step.ts";
import { loseTokenAnswer, planCrash, planInterrupt, planQuickBooksFault, planShopifyFault, refreshTwice, revoke } from "./trouble-steps.ts";

const STEPS: readonly { weight: number; step: Step }[] = [
  { weight: 14, step: createOrder },
  { weight: 8, step: payOrder },
  { weight: 9, step: fulfilOrder },
  { weight: 3, step: editOrder },
  { weight: 0.5, step: refundOrCancel },
  { weight: 16, step: deliver },
  { weight: 14, step: drain },
  { weight: 8, step: advance },
  { weight: 3, step: resync },
  { weight: 1.5, step: sweep },
  { weight: 1.5, step: changeSettings },
  { weight: 14, step: planQuickBooksFault },
  { weight: 2, step: planShopifyFault },
  { weight: 4, step: planCrash },
  { weight: 3, step: planInterrupt },
  { weight: 1, step: refreshTwice },
  { weight: 2, step: writeMemo },
  { weight: 3, step: takeAway },
  { weight: 1, step: bookByHand },
  { weight: 1, step: bringToBank },
  { weight: 0.5, step: closeBooks },
  { weight: 1, step: loseTokenAnswer },
  { weight: 0.4, step: revoke },
];

const ALL = STEPS.reduce((sum, { weight }) => sum + weight, 0);

export function chooseStep({ random }: World): Step {
  let left = random.next() * ALL;
  for (const { weight, step } of STEPS) {
    left -= weight;
    if (left < 0) return step;
  }
  return drain;
}
