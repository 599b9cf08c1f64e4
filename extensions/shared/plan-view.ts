/** What a resync would do, line by line; nothing as long as the app cannot tell it beforehand. */
import type { Order } from "./answer.ts";
import { WORDS } from "./words.ts";

export function planView({ plan }: Pick<Order, "plan">): string[] {
  if (plan === null) return [];
  return plan.steps.length === 0 ? [WORDS.nothingToDo] : [`${WORDS.toDo}:`, ...plan.steps];
}
