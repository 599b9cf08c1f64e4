/** Chance that comes out the same every time for the same seed (mulberry32); the one source of it in the sandbox. Must never draw from anywhere else. */

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
  /** A copy in another order. */
  shuffle: <Item>(items: readonly Item[]) => Item[];
};

/** Mulberry32 adds this to its state before every draw. */
const STEP = 0x6d2b79f5;

export function seededRandom(seed: number): Random {
  let drawn = 0;
  const next = (): number => {
    drawn += 1;
    return drawOf(seed, drawn);
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
    shuffle: (items) =>
      items
        .map((item) => ({ item, at: next() }))
        .sort((a, b) => a.at - b.at)
        .map(({ item }) => item),
  };
}

/** The draw number `index` (from 1) of a seed, at least 0 and below 1: for plans that are plain data and count instead of holding a generator. */
export function drawOf(seed: number, index: number): number {
  const state = (seed + Math.imul(index, STEP)) >>> 0;
  let mixed = Math.imul(state ^ (state >>> 15), state | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
}
