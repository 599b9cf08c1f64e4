/** What is wrong with a played month, in sentences for a person who has to find out why: each with the order's life. Empty when everything is right. */
import { judgeMonth, looseEnds } from "./judge-month.ts";
import type { PlayedMonth } from "./play-month.ts";
import { wronglyToldOf } from "./wrongly-told.ts";

export function wrongIn(month: PlayedMonth): string[] {
  const { accounts, customers, orders } = judgeMonth(month);
  const lifeOf = (name: string): string => `(${month.lives.get(name)?.join(", ") ?? "unknown"})`;
  return [
    ...accounts, ...customers,
    ...orders.map(({ name, sentence }) => `${name}: ${sentence} ${lifeOf(name)}`),
    ...looseEnds(month),
    ...wronglyToldOf(month.shop, month.recorded).map(({ name, sentence }) => `${name}: ${sentence} ${lifeOf(name)}`),
  ];
}
