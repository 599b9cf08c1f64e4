import { describe, expect, it } from "vitest";
import { ITEM_TYPES } from "../books/books.ts";
import { parseMoney } from "../money/money.ts";
import type { Order } from "../order/order.ts";
import { readingOf } from "../rules/reading.ts";
import type { Row } from "../rules/rule.ts";
import { rowHolds, TODAY } from "../rules/testing/evaluate.ts";
import { FIELD_EXAMPLES } from "../rules/testing/examples.ts";
import { lineWith, orderWith } from "../rules/testing/orders.ts";
import { dayOf } from "./day.ts";
import { fixRow } from "./fix-row.ts";

const fixed = (row: Row, order: Order) =>
  fixRow(row, readingOf(order, { timeZone: "America/New_York", itemType: (line) => ITEM_TYPES.find((type) => line.title === `an item of type ${type}`) ?? null }), dayOf(TODAY));
const EXAMPLES = Object.entries(FIELD_EXAMPLES).flatMap(([field, { type, name, cases }]) => cases.map((each) => ({ field, type, ...(name !== undefined && { name }), ...each })));

describe("making a condition hold", () => {
  it.each(EXAMPLES)("is found or refused with a reason: $field $op $value", ({ type, field, name, op, value, matching, other }) => {
    const row: Row = { field, ...(name !== undefined && { name }), op, value };
    const fix = fixed(row, other);
    if (op === "is_not_empty") return expect(fix).toEqual({ ok: false, failure: "no_value" });
    if (op === "does_not_equal" && type !== "yes_no") return expect(fix).toEqual({ ok: false, failure: "only_this" });
    if (!fix.ok) throw new Error(fix.failure);
    expect(rowHolds(fix.value.row, other)).toBe(true);
    // What held before holds still; of a yes and a no only one can.
    if (fix.value.how === "instead" && type !== "yes_no") expect(rowHolds(fix.value.row, matching)).toBe(true);
  });

  const lines = (...quantities: number[]): Order => orderWith({ lines: quantities.map((quantity, index) => lineWith({ id: `l${index}`, quantity, sku: `SKU-${quantity}`, unitPrice: parseMoney("USD", `${quantity}.50`) })) });
  it.each<[Row, object]>([
    [{ field: "line.quantity", op: "at_least", value: 9 }, { how: "instead", row: { field: "line.quantity", op: "at_least", value: "5" } }],
    [{ field: "line.quantity", op: "at_least", value: 9, every: true }, { how: "instead", row: { op: "at_least", value: "2", every: true } }],
    [{ field: "line.quantity", op: "less_than", value: 1, every: true }, { how: "instead", row: { op: "at_most", value: "5" } }],
    [{ field: "line.price", op: "between", value: [3, 4], every: true }, { how: "instead", row: { value: ["2.50", "5.50"] } }],
    [{ field: "line.price", op: "between", value: [3, 4] }, { how: "instead", row: { value: ["2.50", "4.00"] } }],
    [{ field: "line.sku", op: "is_one_of", value: ["SKU-2"], every: true }, { how: "instead", row: { value: ["SKU-2", "SKU-5"] } }],
    [{ field: "line.sku", op: "starts_with", value: "TEE" }, { how: "besides", row: { op: "equals", value: "SKU-2" } }],
    [{ field: "line.sku", op: "starts_with", value: "TEE", every: true }, { how: "besides", row: { op: "is_one_of", value: ["SKU-2", "SKU-5"], every: true } }],
    [{ field: "order.createdDate", op: "in_the_last", value: 1 }, { how: "instead", row: { value: "5" } }],
    [{ field: "order.createdDate", op: "before", value: "2026-11-02" }, { how: "instead", row: { value: "2026-11-03" } }],
    [{ field: "order.createdDate", op: "after", value: "2026-11-02" }, { how: "instead", row: { value: "2026-11-01" } }],
    [{ field: "order.note", op: "contains", value: "gift" }, { how: "besides", row: { op: "is_empty" } }],
  ])("of several lines, days and missing texts: %j", (row, fix) => {
    const order = { ...lines(2, 5), note: null, createdAt: TODAY.subtract({ days: 4 }).toZonedDateTime("America/New_York").toInstant() };
    expect(fixed(row, order)).toMatchObject({ ok: true, value: fix });
  });

  it("is refused where nothing can be said", () => {
    const taxed = orderWith({ lines: [lineWith({ id: "a", taxable: true }), lineWith({ id: "b", taxable: false })] });
    expect(fixed({ field: "line.taxable", op: "is_yes", every: true }, taxed)).toEqual({ ok: false, failure: "lines_differ" });
    expect(fixed({ field: "line.sku", op: "equals", value: "x" }, orderWith({ lines: [] }))).toEqual({ ok: false, failure: "no_lines" });
    expect(fixed({ field: "order.fulfilledDate", op: "before", value: "2026-11-02" }, orderWith({ fulfilments: [] }))).toEqual({ ok: false, failure: "no_value" });
    const later = orderWith({ createdAt: TODAY.add({ days: 2 }).toZonedDateTime("America/New_York").toInstant() });
    expect(fixed({ field: "order.createdDate", op: "in_the_last", value: 3 }, later)).toEqual({ ok: false, failure: "to_come" });
    expect(fixed({ field: "order.note", op: "equals", value: "x" }, orderWith({ note: "y".repeat(600) }))).toEqual({ ok: false, failure: "too_long" });
  });
});
