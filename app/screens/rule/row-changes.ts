/** A condition with another field, or compared in another way; what it was compared with stays where it still fits. */
import type { ComparisonView, EditedRow, FieldView, Vocabulary } from "./view.ts";

export const fieldOf = ({ fields }: Vocabulary, { field }: EditedRow): FieldView | undefined => fields.find(({ key }) => key === field);

/** In the order in which they are offered. */
export const comparisonsOf = ({ comparisons }: Vocabulary, field: FieldView | undefined): ComparisonView[] => (field?.comparisons ?? []).flatMap((key) => comparisons.find((each) => each.key === key) ?? []);

export function withField(vocabulary: Vocabulary, row: EditedRow, key: string): EditedRow {
  const before = fieldOf(vocabulary, row);
  const chosen = vocabulary.fields.find((each) => each.key === key);
  if (chosen === undefined || key === row.field) return row;
  const op = chosen.comparisons.includes(row.op) ? row.op : (chosen.comparisons[0] ?? "");
  return { ...row, field: key, op, name: "", values: chosen.type === before?.type && chosen.choices.length === 0 ? row.values : [], every: chosen.isOfLine && row.every };
}

export function withComparison({ comparisons }: Vocabulary, row: EditedRow, op: string): EditedRow {
  const operands = comparisons.find(({ key }) => key === op)?.operands ?? "none";
  const count = { none: 0, one: 1, range: 2, many: row.values.length }[operands];
  return { ...row, op, values: row.values.slice(0, count) };
}
