import { describe, expect, test } from "vitest";
import { HOSTILE_PATTERNS, hostileTexts } from "../testing/hostile-patterns.ts";
import { rowHolds } from "../testing/evaluate.ts";
import { orderWith } from "../testing/orders.ts";
import { matchesPattern, TEXT_LENGTH } from "./matches-pattern.ts";

const said = (pattern: unknown): string => {
  if (matchesPattern.kind !== "comparison" || !matchesPattern.parse) throw new Error("matches_pattern has no pattern");
  const parsed = matchesPattern.parse(pattern);
  return parsed.ok ? "" : parsed.failure;
};

const matches = (pattern: string, text: string): boolean => matchesPattern.kind === "comparison" && matchesPattern.test([pattern])(text, { iso: "2026-11-06", before: () => "" });

test("a pattern is found anywhere, whatever the case", () => {
  const order = orderWith({ name: "#WEB-1001" });
  const holds = (value: string) => rowHolds({ field: "order.name", op: "matches_pattern", value }, order);
  expect([holds("web-\\d+$"), holds("^WEB"), holds("^#web-1[0-9]{3}$"), holds("\\D1001")]).toEqual([true, false, true, true]);
});

describe("a pattern that cannot be used is answered in a sentence:", () => {
  test.each<[unknown, RegExp]>([
    ["(", /the pattern cannot be read \(.+\)/],
    ["(a)\\1", /cannot be read/],
    ["(?=a)b", /cannot be read/],
    ["a{2000}", /cannot be read/],
    ["(a{30}){30}", /too large: repeat fewer times/],
    ["a".repeat(201), /at most 200 characters/],
    [{}, /must be text/],
  ])("%s", (pattern, sentence) => {
    expect(said(pattern)).toMatch(sentence);
  });
});

test("a text longer than any of Shopify's never matches", () => {
  expect([matches("b$", `${"a".repeat(TEXT_LENGTH - 1)}b`), matches("b$", `${"a".repeat(TEXT_LENGTH)}b`)]).toEqual([true, false]);
});

describe("patterns that are known to stop other engines", () => {
  test("there are sixty of them", () => {
    expect(new Set(HOSTILE_PATTERNS).size).toBeGreaterThanOrEqual(60);
  });

  test.each(HOSTILE_PATTERNS.map((pattern) => [pattern]))("%s answers at once on 100 kB, and on the longest text that it looks at, or is refused", (pattern) => {
    if (said(pattern) !== "") return expect(said(pattern)).toMatch(/cannot be read|too large/);
    for (const text of hostileTexts(pattern).flatMap((long) => [long, long.slice(-TEXT_LENGTH)])) {
      // The best of three: what the work takes, however busy the machine is with other tests.
      const durationsMs = [0, 1, 2].map(() => {
        const startedMs = performance.now();
        matches(pattern, text);
        return performance.now() - startedMs;
      });
      expect(Math.min(...durationsMs), `${text.slice(0, 20)}…`).toBeLessThan(50);
    }
  });
});
