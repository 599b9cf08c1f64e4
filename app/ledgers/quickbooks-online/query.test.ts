import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inGroups, quoted, selectStatement } from "./query.ts";

describe("QuickBooks' query language", () => {
  test.each([
    ["Amy's Bird Sanctuary", String.raw`'Amy\'s Bird Sanctuary'`],
    ["ends in a backslash\\", String.raw`'ends in a backslash\\'`],
    [String.raw`\' OR Id = '1`, String.raw`'\\\' OR Id = \'1'`],
    ["two\nlines", "'two lines'"],
  ])("%j is quoted as %s", (value, text) => {
    expect(quoted(value)).toBe(text);
  });

  test("no value can end its own quotes", () => {
    fc.assert(fc.property(fc.string(), (value) => /^'(?:[^'\\]|\\.)*'$/s.test(quoted(value))));
  });

  test("a statement names its conditions and its page", () => {
    expect(selectStatement("Invoice", [{ field: "CustomerRef", equals: "24" }, { field: "TxnDate", equals: "2026-11-02" }], 2)).toBe(
      "SELECT * FROM Invoice WHERE CustomerRef = '24' AND TxnDate = '2026-11-02' STARTPOSITION 2001 MAXRESULTS 1000",
    );
    expect(selectStatement("Item", [{ field: "Sku", isOneOf: ["A", "B"] }])).toBe(
      "SELECT * FROM Item WHERE Sku IN ('A', 'B') STARTPOSITION 1 MAXRESULTS 1000",
    );
  });

  test("values are grouped by number and by length, each once", () => {
    expect(inGroups(["a", "b", "a", ""])).toEqual([["a", "b"]]);
    expect(inGroups(Array.from({ length: 120 }, (_, index) => `v${index}`)).map((group) => group.length)).toEqual([50, 50, 20]);
    expect(inGroups(Array.from({ length: 30 }, (_, index) => `${index}`.padEnd(100, "x"))).map((group) => group.length)).toEqual([19, 11]);
  });
});
