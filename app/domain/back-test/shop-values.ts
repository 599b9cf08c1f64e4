/** The values that a shop's latest orders really have for a field, the most frequent first: what the editor suggests. Pure. */
import { fieldUse } from "../rules/field-use.ts";
import type { Field } from "../rules/fields/field.ts";
import type { BackTest } from "./back-test.ts";

export type ShopValue = { value: string; orders: number };

const SHOWN = 50;

/** Of fields that hold text: dates and amounts are not chosen from a list. */
export function shopValues({ orders }: Pick<BackTest, "orders">, field: Field): ShopValue[] {
  if ((field.type !== "text" && field.type !== "set") || field.parameter) return [];
  const use = fieldUse(field.key, undefined);
  if (!use.ok) return [];
  const counts = new Map<string, ShopValue>();
  for (const { reading } of orders) {
    const values = reading.asked(use.value).filter(({ members }) => members.length > 0).flatMap(({ shown }) => (field.type === "set" ? shown.split(", ") : [shown]));
    // Of two ways to write one value, such as a gateway's handle and its name, the latter is for people.
    for (const [key, value] of new Map(values.map((each) => [each.toLowerCase(), each]))) {
      counts.set(key, { value: counts.get(key)?.value ?? value, orders: (counts.get(key)?.orders ?? 0) + 1 });
    }
  }
  return [...counts.values()].sort((left, right) => right.orders - left.orders || (left.value < right.value ? -1 : 1)).slice(0, SHOWN);
}
