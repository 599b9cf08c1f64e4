/** What of the order a rule applied by, in words: "payment method PayPal, order total 20.00 USD". From the recorded trace; of older records nothing is known. */
import { FIELD_BY_KEY } from "#app/domain/rules/fields/index.ts";
import { NO_VALUE } from "#app/domain/rules/fields/field.ts";
import { lowerFirst } from "#app/domain/rules/row-phrase.ts";
import type { RecordedTrace } from "./recorded.server.ts";
import { WHY_WORDS } from "./words.ts";

export type RuleValues = ReadonlyMap<string, string>;

/** By the rule's title. */
export const ruleValues = (trace: readonly RecordedTrace[]): RuleValues =>
  new Map(trace.flatMap(({ title, held }) => (held.length === 0 ? [] : [[title, [...new Set(held.map(valueOf))].join(", ")] as const])));

function valueOf({ field, name, actual }: RecordedTrace["held"][number]): string {
  const label = lowerFirst(FIELD_BY_KEY.get(field)?.label ?? field);
  return WHY_WORDS.value(name === undefined ? label : `${label} “${name}”`, actual === NO_VALUE ? null : actual);
}
