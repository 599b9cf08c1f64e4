/** Changes one condition so that an order with this value passes it, and says nothing else. */
import type { EditedGroup, EditedRow } from "./view.ts";

type Member = EditedRow | EditedGroup;

export const withFix = (members: readonly Member[], id: string, actual: string): Member[] =>
  members.map((member) => ("rows" in member ? { ...member, rows: member.rows.map((row) => (row.id === id ? fixed(row, actual) : row)) } : member.id === id ? fixed(member, actual) : member));

function fixed(row: EditedRow, actual: string): EditedRow {
  const without = row.values.filter((value) => value.trim().toLowerCase() !== actual.toLowerCase());
  switch (row.op) {
    case "equals":
      return { ...row, op: "is_one_of", values: [...without.filter((value) => value !== ""), actual] };
    case "is_one_of":
      return { ...row, values: [...row.values, actual] };
    case "is_none_of":
      return without.length > 0 ? { ...row, values: without } : { ...row, op: "is_not_empty", values: [] };
    case "does_not_equal":
      return { ...row, op: "is_not_empty", values: [] };
    case "greater_than":
    case "at_least":
      return { ...row, op: "at_least", values: [actual] };
    case "less_than":
    case "at_most":
      return { ...row, op: "at_most", values: [actual] };
    case "is_yes":
      return { ...row, op: "is_no", values: [] };
    case "is_no":
      return { ...row, op: "is_yes", values: [] };
    default:
      return row;
  }
}
