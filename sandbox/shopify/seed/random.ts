/** Chance that comes out the same every time (mulberry32); nothing of the seed draws from anywhere else. */

export type Random = {
  /** At least 0, below 1. */
  next: () => number;
  /** Whole, from `low` to `high`, both included. */
  between: (low: number, high: number) => number;
  chance: (probability: number) => boolean;
  /** Throws RangeError for an empty list. */
  pick: <Item>(items: readonly Item[]) => Item;
  /** One of the first more often than one of the last: regular customers, best sellers. */
  pickFavourite: <Item>(items: readonly Item[]) => Item;
};

export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const at = <Item>(items: readonly Item[], share: number): Item => {
    const item = items[Math.floor(share * items.length)];
    if (item === undefined) throw new RangeError("there is nothing to pick from");
    return item;
  };
  return {
    next,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
    pick: (items) => at(items, next()),
    pickFavourite: (items) => at(items, next() ** 2),
  };
}
