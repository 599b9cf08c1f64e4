import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LOOKING_PACE_WINDOWS, PACE_CHANGE_MS, PACE_WINDOWS, SHARED_PACE_WINDOWS } from "./limits.ts";
import { createPacing } from "./pacing.ts";

const WINDOWS = [{ calls: 10, lengthMs: 1_000 }, { calls: 500, lengthMs: 60_000 }];

/** Of places in order. */
function busiest(places: number[], lengthMs: number): number {
  const within = places.map((start, index) => {
    const after = places.findIndex((place, later) => later > index && place >= start + lengthMs);
    return (after < 0 ? places.length : after) - index;
  });
  return Math.max(...within);
}

describe("the pace of a company", () => {
  test("ten calls leave at once, the eleventh a second later", () => {
    const pacing = createPacing(() => 0, WINDOWS);
    expect(Array.from({ length: 11 }, () => pacing.reserve())).toEqual([...Array.from({ length: 10 }, () => 0), 1_000]);
  });

  test("no second holds more than 10 calls and no minute more than 500, however they arrive", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 520, maxLength: 700 }), (gaps) => {
        let at = 0;
        const pacing = createPacing(() => at, WINDOWS);
        const places = gaps.map((gap) => (at += gap) + pacing.reserve());
        expect(busiest(places, 1_000)).toBeLessThanOrEqual(10);
        expect(busiest(places, 60_000)).toBeLessThanOrEqual(500);
      }),
      { numRuns: 10 },
    );
  });

  test("calls that reached Intuit late count from then, so a busy machine does not send eleven into one second", () => {
    let at = 0;
    const pacing = createPacing(() => at, WINDOWS);
    for (let count = 0; count < 10; count += 1) {
      pacing.reserve();
      at += 90;
      pacing.answered();
    }
    // At 900 ms: the first call arrived at 90 ms at the latest, so the eleventh may leave at 1,090.
    expect(pacing.reserve()).toBe(190);
  });

  test("after a 429 nothing leaves during the pause, and then at a lower pace", () => {
    let at = 0;
    const pacing = createPacing(() => at, WINDOWS);
    pacing.throttled(60_000);
    expect(pacing.pausedForMs()).toBe(60_000);
    expect(pacing.reserve()).toBe(60_000);
    at = 120_000;
    expect(pacing.pausedForMs()).toBe(0);
    expect(Array.from({ length: 9 }, () => pacing.reserve())).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1_000]);
  });

  test("ten quiet minutes bring the whole pace back", () => {
    let at = 0;
    const pacing = createPacing(() => at, WINDOWS);
    pacing.throttled(60_000);
    at = 600_000;
    expect(Array.from({ length: 10 }, () => pacing.reserve())).toEqual(Array.from({ length: 10 }, () => 0));
  });

  test("many 429 in a row still leave a fifth of the pace", () => {
    let at = 0;
    const pacing = createPacing(() => at, WINDOWS);
    for (let count = 0; count < 50; count += 1) pacing.throttled(1_000);
    at = 10_000;
    expect([pacing.reserve(), pacing.reserve(), pacing.reserve()]).toEqual([0, 0, 1_000]);
  });

  test("a worker at full pace and a preview that announces itself stay below Intuit's second and minute, whenever it begins and however long it takes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 120_000 }), fc.integer({ min: 1, max: 200 }), (beginsAt, calls) => {
        let at = 0;
        const worker = createPacing(() => at, PACE_WINDOWS, () => at, SHARED_PACE_WINDOWS);
        const looking = createPacing(() => at, LOOKING_PACE_WINDOWS);
        const seen: number[] = [];
        let left = calls;
        let nextLook = beginsAt + PACE_CHANGE_MS;
        let endedAt = Number.POSITIVE_INFINITY;
        // The worker never rests: each of its calls leaves as soon as its pace lets it, and it learns with each whether somebody looks.
        for (let leaves = 0; at < 200_000; ) {
          if (left > 0 && nextLook <= leaves) {
            at = nextLook;
            nextLook = at + looking.reserve();
            seen.push(nextLook);
            left -= 1;
            if (left === 0) endedAt = nextLook;
            continue;
          }
          at = leaves;
          worker.share(at >= beginsAt && at < endedAt + PACE_CHANGE_MS);
          leaves = at + worker.reserve();
          seen.push(leaves);
        }
        const inOrder = seen.toSorted((a, b) => a - b);
        expect(busiest(inOrder, 1_000)).toBeLessThanOrEqual(10);
        expect(busiest(inOrder, 60_000)).toBeLessThanOrEqual(500);
      }),
      { numRuns: 5 },
    );
  });
});
