import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { add, formatMoney, money, MoneyError, parseMoney, smaller, subtract, sum, times } from "./money.ts";

describe("money", () => {
  it.each([
    ["USD", "19.90", 1990n], ["USD", "-0.05", -5n], ["USD", "7", 700n], ["JPY", "1200", 1200n], ["JPY", "1200.0", 1200n], ["KWD", "1.234", 1234n], ["USD", "1.500", 150n],
  ])("reads %s %s as whole minor units", (currency, text, minor) => {
    expect(parseMoney(currency, text)).toEqual({ currency, minor });
  });

  it.each([["USD", "1.005"], ["JPY", "1.5"], ["USD", "1e3"], ["USD", ""], ["USD", "abc"], ["USD", "1,000.00"]])("refuses %s %j instead of rounding or guessing", (currency, text) => {
    expect(() => parseMoney(currency, text)).toThrow(MoneyError);
  });

  it("refuses to mix currencies", () => {
    expect(() => add(money("USD", 1n), money("EUR", 1n))).toThrow("cannot combine USD with EUR");
    expect(() => smaller(money("USD", 1n), money("EUR", 1n))).toThrow(MoneyError);
  });

  it("reads back what it writes, for every currency's decimals (law)", () => {
    fc.assert(fc.property(fc.constantFrom("USD", "JPY", "KWD"), fc.bigInt(-(10n ** 15n), 10n ** 15n), (currency, minor) => {
      expect(parseMoney(currency, formatMoney(money(currency, minor)))).toEqual({ currency, minor });
    }));
  });

  it("adds without losing a unit, in any order (law)", () => {
    fc.assert(fc.property(fc.array(fc.bigInt(-(10n ** 12n), 10n ** 12n)), (units) => {
      const amounts = units.map((minor) => money("USD", minor));
      expect(sum("USD", amounts)).toEqual(sum("USD", [...amounts].reverse()));
      const total = sum("USD", amounts);
      expect(amounts.reduce(subtract, total).minor).toBe(0n);
    }));
    expect(times(money("USD", 333n), 3)).toEqual(money("USD", 999n));
  });
});
