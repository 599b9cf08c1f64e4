/** Starts calls at an even pace, whether earlier ones are answered or not, as a sender does that knows nothing of the receiver. */
import { setTimeout as pause } from "node:timers/promises";

export async function atPace<Item, Answer>(items: readonly Item[], perSecond: number, call: (item: Item) => Promise<Answer>): Promise<Answer[]> {
  const startedAt = performance.now();
  const answers: Promise<Answer>[] = [];
  for (const [index, item] of items.entries()) {
    const early = (index * 1_000) / perSecond - (performance.now() - startedAt);
    if (early > 0) await pause(early);
    answers.push(call(item));
  }
  return Promise.all(answers);
}

/** Of a share of 0.99: the value that 99 of 100 do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
