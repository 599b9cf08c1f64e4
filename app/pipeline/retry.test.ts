import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { accountMissing } from "#app/domain/issues/catalogue.ts";
import type { Fault } from "./ports/fault.ts";
import { retryAfter, retryAt } from "./retry.ts";

const NOON = Temporal.Instant.from("2026-11-23T12:00:00Z");
const FOR_A_PERSON: Fault = { kind: "needs_input", issue: accountMissing("income") };

function at(fault: Fault, now: Temporal.Instant, shop: string): Temporal.Instant {
  const retry = retryAfter(fault, 0);
  if (!retry) throw new Error("expected a retry");
  return retryAt(fault, retry, now, shop);
}
const times = (shop: string, ...seconds: number[]) => new Set(seconds.map((each) => at(FOR_A_PERSON, NOON.add({ seconds: each }), shop).toString()));

describe("orders that wait for a person", () => {
  test("look at most a quarter of an hour later, whenever they began to wait", () => {
    for (let minutes = 0; minutes < 60; minutes += 1) {
      const now = NOON.add({ minutes });
      const wait = now.until(at(FOR_A_PERSON, now, "shop")).total("minutes");
      expect(wait).toBeGreaterThan(0);
      expect(wait).toBeLessThanOrEqual(15);
    }
  });

  test("look together within a shop, so that hundreds cost one reading of the company, and apart from other shops", () => {
    const everySecond = Array.from({ length: 900 }, (_, second) => second);
    expect(times("one", ...everySecond).size).toBe(2);
    const first = (shop: string): string => at(FOR_A_PERSON, NOON, shop).toString();
    expect(new Set(["one", "two", "three", "four"].map(first)).size).toBe(4);
  });

  test("what passes by itself is tried again after its own time", () => {
    expect(at({ kind: "throttled", retryAfterMs: 5_000 }, NOON, "shop").toString()).toBe("2026-11-23T12:00:05Z");
    expect(at({ kind: "transient", detail: "" }, NOON, "shop").toString()).toBe("2026-11-23T12:00:02Z");
  });
});
