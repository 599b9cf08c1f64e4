import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { currencyDigits, multiplyToMinor, parseDecimal, percentOf, printMinor, toMinor, wireAmount } from "./decimal.ts";

const decimal = (text: string) => parseDecimal(text) ?? { units: 0n, scale: 0 };

describe("exact decimals", () => {
  it("survive the way to the wire and back for every amount of up to 15 digits", () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 15n) + 1n, 10n ** 15n - 1n), fc.constantFrom(0, 2), (minor, digits) => {
        const overTheWire: unknown = JSON.parse(JSON.stringify(wireAmount(minor, digits)));
        expect(toMinor(Number(overTheWire), digits)).toBe(minor);
        expect(toMinor(printMinor(minor, digits), digits)).toBe(minor);
      }),
    );
  });

  it.each([
    [0.1, 2, 10n],
    [45.7, 2, 4570n],
    [-7.05, 2, -705n],
    [100, 0, 100n],
    ["300.00", 2, 30_000n],
    [1.005, 2, undefined],
    [1.5, 0, undefined],
    [1e21, 2, undefined],
    ["x", 2, undefined],
    [null, 2, undefined],
  ])("read %j with %i decimals as %s", (value, digits, minor) => {
    expect(toMinor(value, digits)).toBe(minor);
  });

  it.each([
    ["3", "3.3333", 1000n],
    ["3", "3.333", 1000n],
    ["-2", "1.125", -225n],
    ["1", "0.005", 1n],
    ["-1", "0.005", -1n],
    ["2", "20", 4000n],
  ])("multiply %s × %s to the cent, halves away from zero", (quantity, price, minor) => {
    expect(multiplyToMinor(decimal(quantity), decimal(price), 2)).toBe(minor);
  });

  it("take a percentage, halves away from zero", () => {
    expect(percentOf(999n, decimal("8.5"))).toBe(85n);
    expect(percentOf(10_000n, decimal("9.975"))).toBe(998n);
  });

  it("print signs and leading zeros", () => {
    expect([printMinor(-5n, 2), printMinor(5n, 0), printMinor(12_345n, 2)]).toEqual(["-0.05", "5", "123.45"]);
  });

  it("know which currencies have no decimals", () => {
    expect([currencyDigits("JPY"), currencyDigits("USD"), currencyDigits("KWD")]).toEqual([0, 2, 2]);
  });
});
