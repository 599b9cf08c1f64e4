/** "Orders like this one": a rule whose conditions are what tells an order apart, for a person to take away from. */
import { fieldUse } from "#app/domain/rules/field-use.ts";
import type { Reading } from "#app/domain/rules/reading.ts";
import type { EditedRow, EditedRule } from "./view.ts";

/** What people mean by "like this one"; numbers, dates and names would find this order alone. */
const TELLING = ["order.paymentMethod", "order.sourceName", "order.status", "order.shippingCountry", "order.tags"];

export function ruleLikeOrder(reading: Reading): EditedRule {
  const members = TELLING.flatMap((key, index): EditedRow[] => {
    const use = fieldUse(key, undefined);
    if (!use.ok) return [];
    const [value] = reading.asked(use.value);
    if (!value || value.members.length === 0) return [];
    const text = use.value.field.type === "set" ? (value.shown.split(", ")[0] ?? "") : String(value.members[0]);
    return [{ id: `r${index}`, field: key, name: "", op: "equals", values: [text], every: false }];
  });
  return { title: "", enabled: true, note: "", unless: false, joined: "all", members, actions: [{ id: "a1", action: "", results: {} }] };
}
