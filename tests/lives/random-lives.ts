/** Many random lives through normalise and plan: every plan sound, none waiting on an issue. */
import { UNLESS_SHIPPED } from "../goldens/story.ts";
import { unsound } from "../goldens/sound.ts";
import { told } from "../goldens/tell.ts";
import { type Lives, openLives } from "./life.ts";
import { randomLife } from "./random-life.ts";

/** Two decimals, none, and three; prices hold the tax where the order says so. */
const CURRENCIES = ["USD", "USD", "JPY", "KWD"] as const;

export type Survey = { orders: number; plans: number; documents: number; failures: string[]; kinds: Map<string, number>; waiting: Map<string, number> };

/** `from`: the first seed. `seen`: told of progress, every hundred orders. */
export async function surveyLives(count: number, from: number, seen: (done: number) => void = () => undefined): Promise<Survey> {
  const shops: Lives[] = [];
  for (const currency of CURRENCIES) shops.push(await openLives({ currency }));
  const survey: Survey = { orders: 0, plans: 0, documents: 0, failures: [], kinds: new Map(), waiting: new Map() };
  const count1 = (map: Map<string, number>, key: string): void => void map.set(key, (map.get(key) ?? 0) + 1);
  for (let seed = from; seed < from + count; seed += 1) {
    const at = seed % CURRENCIES.length;
    const [lives, currency] = [shops[at], CURRENCIES[at]];
    if (!lives || !currency) break;
    const life = randomLife(seed, currency);
    const orders = await lives.live(life.steps, { leaveOutRefused: true });
    const steps = told({ name: String(seed), title: "", tells: "", mode: life.mode, rules: life.unlessShipped ? [UNLESS_SHIPPED] : [], steps: life.steps, company: { homeCurrency: currency } }, orders);
    survey.orders += 1;
    for (const step of steps) {
      survey.plans += 1;
      survey.failures.push(...unsound(step).map((sentence) => `seed ${seed}: ${sentence}`));
      for (const { code, sentence } of step.plan.issues) {
        count1(survey.waiting, code);
        // A receipt waits for the rest of its money; everything else is to be posted.
        if (code !== "receipt_cannot_follow") survey.failures.push(`seed ${seed}: waits on ${code}: ${sentence}`);
      }
      for (const { kind } of step.plan.documents) count1(survey.kinds, kind);
      survey.documents += step.plan.documents.length;
    }
    if (survey.orders % 100 === 0) seen(survey.orders);
  }
  for (const shop of shops) await shop[Symbol.asyncDispose]();
  return survey;
}
