import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amountText, millionths, sameAmount, wireAmount } from "./amount.ts";

describe("amounts of a result", () => {
  it.each([["10", "10.00"], ["-0.5", "-0.50"], ["1.234", "1.234"], ["0", "0.00"], ["1200.0", "1200.00"]])("%s is written %s", (given, written) => {
    expect(amountText(millionths(given))).toBe(written);
  });

  it("are equal however they are written", () => {
    expect(sameAmount("10", "10.00")).toBe(true);
    expect(sameAmount("10.00", "10.01")).toBe(false);
  });

  it("survive QuickBooks' JSON numbers to the last of fifteen digits", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), (cents) => {
        const text = amountText(cents * 10_000n);
        expect(wireAmount(Number(text))).toBe(text);
      }),
    );
  });

  it("refuse what is no amount", () => {
    expect(() => millionths("1e3")).toThrow('"1e3" is not a decimal amount');
  });
});
