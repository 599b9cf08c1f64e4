/** What was added to a list that begins with its newest entry and may lose its oldest ones; never tells by time, because several entries may have the same. */
import type { Order } from "./answer.ts";

type Entry = Order["happened"][number];

export function changesSince(before: readonly Entry[], now: readonly Entry[]): Entry[] {
  const isRest = (from: number): boolean => {
    const rest = now.slice(from);
    return rest.length <= before.length && rest.every((entry, index) => entry.at === before[index]?.at && entry.sentence === before[index].sentence);
  };
  // At the end of the list nothing is left that could differ, so there is always one.
  const added = now.findIndex((_, from) => isRest(from));
  return now.slice(0, added === -1 ? now.length : added);
}
