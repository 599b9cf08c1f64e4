/** "Orders like this one": what an order has that others may have too, each as a condition with how many of the latest orders share it; what mostly tells orders apart is chosen already. */
import type { BackTest } from "#app/domain/back-test/back-test.ts";
import { tryRule } from "#app/domain/back-test/try-rule.ts";
import { writtenValue } from "#app/domain/back-test/written-value.ts";
import { fieldUse } from "#app/domain/rules/field-use.ts";
import type { Reading } from "#app/domain/rules/reading.ts";
import { rowPhrase } from "#app/domain/rules/row-phrase.ts";
import type { Format } from "../format.server.ts";
import { ruleRow } from "./edited-rule.server.ts";
import type { EditedRow, EditedRule, LikeFact } from "./view.ts";
import { WORDS } from "./words.ts";

/** What people mean by "like this one"; numbers, dates and names would find this order alone. */
const TELLING: readonly string[] = ["order.paymentMethod", "order.sourceName", "order.status", "order.shippingCountry", "order.tags"];
const OFFERED: readonly string[] = [
  ...TELLING, "order.customerTags", "order.company", "order.discountCodes", "order.shippingMethod", "order.location", "order.currency", "order.total", "line.vendor", "line.productType", "line.sku",
];
/** Of one field, such as the SKUs of a long order. */
const MOST_OF_A_FIELD = 4;

export function ruleLikeOrder(backTest: BackTest, reading: Reading, format: Format): { rule: EditedRule; like: LikeFact[] } {
  const rows = OFFERED.flatMap((key) => rowsOf(key, reading));
  const firstOfField = new Set(TELLING.flatMap((key) => rows.find(({ field }) => field === key) ?? []));
  const total = format.count(backTest.orders.length);
  const like = rows.map((row): LikeFact => {
    const condition = ruleRow(row);
    const { matched } = tryRule(backTest, { title: "", enabled: true, when: { all: [condition] }, then: [] });
    return { row, words: rowPhrase(condition), shared: WORDS.like.shared(format.count(matched.length), total) };
  });
  return { rule: { title: "", enabled: true, note: "", unless: false, joined: "all", members: rows.filter((row) => firstOfField.has(row)), actions: [{ id: "a1", action: "", results: {} }] }, like };
}

function rowsOf(key: string, reading: Reading): EditedRow[] {
  const use = fieldUse(key, undefined);
  if (!use.ok) return [];
  const { field } = use.value;
  // Compared without case, so of two ways to write one value the latter stands for both.
  const values = new Map(reading.asked(use.value).flatMap((value) => writtenValue(value, field)).map((each) => [each.toLowerCase(), each]));
  return [...values.values()].slice(0, MOST_OF_A_FIELD).map((value, index) => ({ id: `${key}-${index}`, field: key, name: "", op: field.type === "money" ? "at_least" : "equals", values: [value], every: false }));
}
