import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { parseNumbers } from "./numbers.ts";
import { parseRunAsk } from "./selection.ts";

const TODAY = Temporal.PlainDate.from("2026-11-25");
const said = (typed: object): unknown => {
  const parsed = parseRunAsk(typed, TODAY);
  return parsed.ok ? parsed.value : parsed.failure;
};

describe("pasted order numbers", () => {
  it.each([
    ["#1001", ["1001"]],
    ["1001, #1002;1003\n#1001", ["1001", "1002", "1003"]],
    ["1001-1003", ["1001", "1002", "1003"]],
    ["#1001 – #1003", ["1001", "1002", "1003"]],
    ["1001 to 1002\t1005..1006", ["1001", "1002", "1005", "1006"]],
    ["T-1001-US #B2B/7", ["T-1001-US", "B2B/7"]],
  ])("%j", (text, numbers) => {
    expect(parseNumbers(text)).toEqual({ ok: true, value: numbers });
  });

  it.each([
    [" ,; \n", "Type or paste at least one order number."],
    ["1003-1001", "The range 1003-1001 runs backwards; write the lower number first."],
    ["1001 <b>", '"<b>" is no order number.'],
    ["1-99999999", "These are 99,999,999 numbers; at most 2,000 go into one run. For more, choose a date range."],
    [Array.from({ length: 10_000 }, (_, index) => `#${index + 1}`).join("\n"), "These are 10,000 numbers; at most 2,000 go into one run. For more, choose a date range."],
    [Array.from({ length: 10_000 }, (_, index) => `#A-LONG-PREFIX-${index + 1}-OF-THE-SHOP`).join("\n"), "These are 10,000 numbers; at most 2,000 go into one run. For more, choose a date range."],
    ["1".repeat(1_000_001), "This is too much text; at most 2,000 numbers go into one run. For more, choose a date range."],
  ])("refused: %.20j", (text, sentence) => {
    expect(parseNumbers(text)).toEqual({ ok: false, failure: sentence });
  });
});

it("a sheet's empty cells between two numbers cost no time", () => {
  const text = `1001${" \t\r\n".repeat(200_000)}1002`;
  const startedAt = performance.now();
  expect(parseNumbers(text)).toEqual({ ok: true, value: ["1001", "1002"] });
  expect(performance.now() - startedAt).toBeLessThan(1_000);
});

describe("what a run is asked to do", () => {
  it.each([
    [{ by: "range", from: "2026-11-01", to: "2026-11-02" }, { selection: { kind: "range", from: "2026-11-01", to: "2026-11-02" }, statuses: null, anyway: false }],
    [{ by: "range", from: "2026-11-25", to: "2026-12-31" }, { selection: { kind: "range", from: "2026-11-25", to: "2026-12-31" }, statuses: null, anyway: false }],
    [{ by: "numbers", numbers: "#7", ownStatuses: true, statuses: ["paid", "pending", "nonsense"], anyway: true }, { selection: { kind: "numbers", numbers: ["7"] }, statuses: ["pending", "paid"], anyway: true }],
    [{ by: "range", from: "2026-11-03", to: "2026-11-02" }, "The range ends on 2026-11-02, before it begins on 2026-11-03."],
    [{ by: "range", from: "2026-11-26", to: "2026-11-27" }, "The range begins on 2026-11-26; in your shop it is 2026-11-25 today, so there are no orders yet."],
    [{ by: "range", from: "2026-02-31", to: "2026-11-02" }, "Give both days of the range as year-month-day, such as 2026-11-01."],
    [{ by: "range" }, "Give both days of the range as year-month-day, such as 2026-11-01."],
    [{ by: "numbers", numbers: "" }, "Type or paste at least one order number."],
    [{ by: "numbers", numbers: "1", ownStatuses: true }, "Choose at least one order status for this run, or use those of your settings."],
    [{ by: "everything" }, "Choose a date range or order numbers."],
    [null, "Choose a date range or order numbers."],
  ])("%j", (typed, outcome) => {
    expect(said(typed as object)).toEqual(outcome);
  });
});
