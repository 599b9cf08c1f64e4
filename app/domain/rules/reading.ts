/** What an order has for each field that rules ask for: read at most once per order, however many rules ask. Pure. */
import type { Order, OrderLine } from "../order/order.ts";
import type { FieldUse } from "./field-use.ts";
import type { FieldContext, FieldValue } from "./fields/field.ts";
import { linesInForce } from "./fields/lines-in-force.ts";

export type Reading = {
  order: Order;
  /** What rows ask: the order's one value, or one of each line that is in force. */
  asked(use: FieldUse): readonly FieldValue[];
  /** Of one line, whether it is in force or not; the order's own value for a field of the order. */
  ofLine(use: FieldUse, line: OrderLine): FieldValue;
};

export function readingOf(order: Order, context: FieldContext): Reading {
  const asked = new Map<FieldUse, readonly FieldValue[]>();
  const perLine = new Map<FieldUse, Map<OrderLine, FieldValue>>();
  const inForce = linesInForce(order);

  const ofLine = (use: FieldUse, line: OrderLine): FieldValue => {
    const { field, name } = use;
    if (field.level === "order") return ofOrder(use);
    const known = perLine.get(use) ?? new Map<OrderLine, FieldValue>();
    perLine.set(use, known);
    const value = known.get(line) ?? field.read(line, context, name);
    known.set(line, value);
    return value;
  };
  const ofOrder = (use: FieldUse): FieldValue => read(use)[0] ?? { members: [], shown: "" };
  const read = (use: FieldUse): readonly FieldValue[] => {
    const known = asked.get(use);
    if (known) return known;
    const { field, name } = use;
    const values = field.level === "order" ? [field.read(order, context, name)] : inForce.map((line) => field.read(line, context, name));
    asked.set(use, values);
    return values;
  };
  return { order, asked: read, ofLine };
}
