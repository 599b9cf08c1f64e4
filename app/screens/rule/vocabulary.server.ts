/** Everything that rules can say, from the engine's own registries: a new field, comparison or action is in the editor without anybody thinking of it. */
import type { ShopBackTest } from "#app/pipeline/ports/rule-desk.ts";
import { shopValues } from "#app/domain/back-test/shop-values.ts";
import { ACTION_GROUPS } from "#app/domain/rules/actions/action.ts";
import { ACTIONS } from "#app/domain/rules/actions/index.ts";
import { FIELD_GROUPS } from "#app/domain/rules/fields/field.ts";
import { FIELDS } from "#app/domain/rules/fields/index.ts";
import { OPERATORS, operatorsFor } from "#app/domain/rules/operators/index.ts";
import { counted, type Format } from "../format.server.ts";
import type { Choice, Suggestions, Vocabulary } from "./view.ts";

const YES_NO: Choice[] = [{ value: "yes", label: "Yes" }, { value: "no", label: "No" }];

export const vocabulary = (): Vocabulary => ({
  fields: FIELDS.map(({ key, label, help, group, type, level, choices, parameter }) => ({
    key, label, help, group: FIELD_GROUPS[group], type, isOfLine: level === "line", parameter, comparisons: operatorsFor(type).map((operator) => operator.key),
    choices: type === "yes_no" ? YES_NO : choices.map((choice) => ({ value: choice, label: inWords(choice) })),
  })),
  comparisons: OPERATORS.map((operator) => ({ key: operator.key, label: operator.label, operands: operator.kind === "comparison" ? operator.operands : "none" })),
  actions: ACTIONS.map(({ key, label, help, group, level, parameters }) => ({
    key, label, help, group: ACTION_GROUPS[group], isOfLines: level === "line",
    parameters: parameters.map(({ name, label: words, help: about, kind, required, sources, choices }) => ({ name, label: words, help: about, kind, required, sources: [...sources], choices: [...choices] })),
  })),
});

const inWords = (choice: string): string => choice.replaceAll("_", " ").replace(/^./, (first) => first.toUpperCase());

export function suggestions({ backTest, names }: Pick<ShopBackTest, "backTest" | "names">, format: Format): Suggestions {
  return {
    values: Object.fromEntries(FIELDS.flatMap((field) => {
      const values = shopValues(backTest, field);
      return values.length === 0 ? [] : [[field.key, values.map(({ value, orders }) => ({ value, label: value, count: counted(format, orders, "order") }))]];
    })),
    names: Object.fromEntries(Object.entries(names).map(([kind, known]) => [kind, known.map((name) => ({ value: name, label: name }))])),
  };
}
