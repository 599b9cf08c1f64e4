import { describe, expect, it } from "vitest";
import { drawOf, seededRandom } from "./seeded-random.ts";

describe("seeded chance", () => {
  it("is the same twice for one seed, and another for another", () => {
    const draws = (seed: number): number[] => Array.from({ length: 20 }, seededRandom(seed).next);
    expect(draws(7)).toEqual(draws(7));
    expect(draws(7)).not.toEqual(draws(8));
  });

  it("can be drawn by its number as well, without a generator", () => {
    const { next } = seededRandom(42);
    expect([1, 2, 3, 1000].map((index) => drawOf(42, index))).toEqual([next(), next(), next(), ...Array.from({ length: 997 }, next).slice(-1)]);
  });

  it("gives the figures of mulberry32 as published", () => {
    // Reference values of the original C program for seed 0.
    expect([1, 2, 3].map((index) => Math.round(drawOf(0, index) * 4_294_967_296))).toEqual([1144304738, 1416247, 958946056]);
  });

  it("is even: a third of many draws lies below a third", () => {
    const { next } = seededRandom(1);
    const low = Array.from({ length: 30_000 }, next).filter((draw) => draw < 1 / 3).length;
    expect(low).toBeGreaterThan(9_700);
    expect(low).toBeLessThan(10_300);
  });

  it("shuffles without losing anything, and every item comes first now and then", () => {
    const random = seededRandom(3);
    const firsts = Array.from({ length: 200 }, () => {
      const shuffled = random.shuffle([1, 2, 3, 4]);
      expect([...shuffled].sort()).toEqual([1, 2, 3, 4]);
      return shuffled[0];
    });
    expect(new Set(firsts)).toEqual(new Set([1, 2, 3, 4]));
  });
});
