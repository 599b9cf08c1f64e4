/** What waits for a moment of the sandbox clock. Has no timer: it lets go when it is asked. */
import { Temporal } from "temporal-polyfill";

export type ClockHold<Item> = {
  add: (items: readonly Item[], until: Temporal.Instant) => void;
  /** What is due, earliest first, and in the order of its coming where that is equal. */
  takeDue: () => Item[];
  size: () => number;
  /** When the next one is due. */
  next: () => Temporal.Instant | undefined;
  clear: () => void;
};

export function createClockHold<Item>(now: () => Temporal.Instant): ClockHold<Item> {
  let held: { item: Item; until: Temporal.Instant }[] = [];
  return {
    add: (items, until) => {
      held = [...held, ...items.map((item) => ({ item, until }))].sort((a, b) => Temporal.Instant.compare(a.until, b.until));
    },
    takeDue: () => {
      const at = now();
      const due = held.filter(({ until }) => Temporal.Instant.compare(until, at) <= 0);
      held = held.slice(due.length);
      return due.map(({ item }) => item);
    },
    size: () => held.length,
    next: () => held[0]?.until,
    clear: () => {
      held = [];
    },
  };
}
