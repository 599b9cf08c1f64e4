/** Many random lives through normalise and plan: every plan sound, none waiting on an issue. */
import { UNLESS_SHIPPED } from "../goldens/story.ts";
import { unsound } from "../goldens/sound.ts";
import { wrongBodies } from "../goldens/wrong-bodies.ts";
import { told } from "../goldens/tell.ts";
import type { Order } from "#app/domain/order/order.ts";
import { isPositive } from "#app/domain/money/money.ts";
import { MODES } from "#app/domain/settings/settings.ts";
import { openLives } from "./life.ts";
import { type RandomLife, randomLife } from "./random-life.ts";
import { PURCHASES, VENDORS_SHIP } from "./vendors-ship.ts";

/** Two decimals, none, and three; prices hold the tax where the order says so. */
const CURRENCIES = ["USD", "USD", "JPY", "KWD"] as const;

export type Survey = { orders: number; plans: number; documents: number; failures: string[]; kinds: Map<string, number>; waiting: Map<string, number> };

/** Of so many lives one is planned after every step; of the others only the end is, ten read together. */
const EVERY_STEP_OF = 4;
const READ_TOGETHER = 10;

/** `from`: the first seed. `seen`: told of progress, about every hundred orders. */
export async function surveyLives(count: number, from: number, seen: (done: number) => void = () => undefined): Promise<Survey> {
  const survey: Survey = { orders: 0, plans: 0, documents: 0, failures: [], kinds: new Map(), waiting: new Map() };
  for (const [index, currency] of CURRENCIES.entries()) {
    await using lives = await openLives({ currency });
    const seeds = Array.from({ length: count }, (_, offset) => from + offset).filter((seed) => seed % CURRENCIES.length === index);
    const closely = seeds.filter((_, at) => at % EVERY_STEP_OF === 0);
    for (const seed of closely) {
      const life = randomLife(seed, currency);
      look(survey, life, currency, await lives.live(life.steps, { leaveOutRefused: true }));
      if (survey.orders % 100 === 0) seen(survey.orders);
    }
    const rest = seeds.filter((_, at) => at % EVERY_STEP_OF !== 0);
    for (let at = 0; at < rest.length; at += READ_TOGETHER) {
      const together = rest.slice(at, at + READ_TOGETHER).map((seed) => randomLife(seed, currency));
      const ends = await lives.ends(together.map(({ steps }) => steps));
      for (const [place, life] of together.entries()) look(survey, life, currency, ends.slice(place, place + 1));
      if (survey.orders % 100 < READ_TOGETHER) seen(survey.orders);
    }
  }
  return survey;
}

function look(survey: Survey, { seed, mode, unlessShipped, steps }: RandomLife, currency: string, orders: readonly Order[]): void {
  const buys = MODES[mode].purchaseOrder;
  const story = { name: String(seed), title: "", tells: "", mode, rules: [...(unlessShipped ? [UNLESS_SHIPPED] : []), ...(buys ? VENDORS_SHIP : [])], ...(buys && { purchases: PURCHASES }), steps, company: { homeCurrency: currency }, options: { acceptRounding: true } };
  survey.orders += 1;
  for (const each of told(story, orders)) {
    survey.plans += 1;
    survey.documents += each.plan.documents.length;
    survey.failures.push(...[...unsound(each), ...wrongBodies(each)].map((sentence) => `seed ${seed}: ${sentence}`));
    for (const { kind } of each.plan.documents) survey.kinds.set(kind, (survey.kinds.get(kind) ?? 0) + 1);
    survey.failures.push(...each.plan.waits.map(({ code }) => `seed ${seed}: a purchase order waits on ${code}`));
    // What is left out waits on nothing.
    for (const { code, sentence } of each.decision.treatment.kind === "sync" ? each.plan.issues : []) {
      survey.waiting.set(code, (survey.waiting.get(code) ?? 0) + 1);
      // A receipt waits for the rest of its money; everything else is to be posted.
      if (code !== "receipt_cannot_follow" || !isPositive(each.order.totals.outstanding)) survey.failures.push(`seed ${seed}: waits on ${code}: ${sentence}`);
    }
  }
}
