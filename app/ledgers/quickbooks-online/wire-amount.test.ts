import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { money, MoneyError } from "#app/domain/money/money.ts";
import { fromWireAmount, toWireAmount } from "./wire-amount.ts";

describe("amounts on QuickBooks' wire", () => {
  test("every amount of up to 15 digits survives the way to JSON text and back", () => {
    fc.assert(
      fc.property(fc.constantFrom("USD", "JPY", "KWD"), fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n }), (currency, minor) => {
        const wire: unknown = JSON.parse(JSON.stringify(toWireAmount(money(currency, minor))));
        expect(fromWireAmount(currency, Number(wire))).toEqual(money(currency, minor));
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    ["USD", 1990n, "19.9"], ["USD", -5n, "-0.05"], ["USD", 30n, "0.3"], ["JPY", 1200n, "1200"], ["KWD", 1234n, "1.234"], ["USD", 0n, "0"],
  ])("%s %s is written as %s", (currency, minor, text) => {
    expect(JSON.stringify(toWireAmount(money(currency, minor)))).toBe(text);
  });

  test("an amount of 16 digits is refused instead of rounded", () => {
    expect(() => toWireAmount(money("USD", 10n ** 15n))).toThrow(MoneyError);
  });

  test("a fraction of a cent in QuickBooks' answer is refused instead of rounded", () => {
    expect(() => fromWireAmount("USD", 1.005)).toThrow(MoneyError);
  });
});
