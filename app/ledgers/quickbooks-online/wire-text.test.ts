import { describe, expect, test } from "vitest";
import { cut, emailText, lineText, nameText, noteText, plainText } from "./wire-text.ts";

describe("texts for QuickBooks", () => {
  test("a name loses colons, tabs, line breaks and control characters", () => {
    expect(nameText("Acme:\tNorth\r\nEast\u0000\u0007", 100)).toBe("Acme North East");
  });

  test("a cut never splits a character outside the basic plane", () => {
    expect(cut("ab😀", 3)).toBe("ab");
    expect(cut("ab😀", 4)).toBe("ab😀");
  });

  test("half a surrogate pair is taken out", () => {
    expect(plainText("a\ud83db", 10)).toBe("ab");
  });

  test("a description keeps its line breaks, an address line does not", () => {
    expect(plainText("one\r\ntwo", 100)).toBe("one\ntwo");
    expect(lineText("one\r\ntwo", 100)).toBe("one two");
  });

  test("a note of the greatest length still ends with its whole marker", () => {
    const note = noteText("x".repeat(5_000), "[tieout:s/1/invoice/1]");
    expect(note).toHaveLength(4_000);
    expect(note.endsWith("\n[tieout:s/1/invoice/1]")).toBe(true);
  });

  test.each([
    ["ada@example.com", "ada@example.com"], [" ada@example.com ", "ada@example.com"], ["ada", null], ["a b@example.com", null], [null, null],
    [`${"a".repeat(100)}@example.com`, null],
  ])("e-mail %j becomes %j", (given, wanted) => {
    expect(emailText(given)).toBe(wanted);
  });
});
