import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createPacing } from "./pacing.ts";

const WINDOWS = [{ calls: 10, lengthMs: 1_000 }, { calls: 500, lengthMs: 60_000 }];

function busiest(places: number[], lengthMs: number): number {
  return Math.max(...places.map((start) => places.filter((place) => place >= start && place < start + lengthMs).length));
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
});
