/** What would make one condition hold for an order that it keeps out: the condition changed as little as possible, or another one beside it of which one is enough. Pure; must never offer what the engine itself does not find to hold. */
import { Temporal } from "temporal-polyfill";
import { failure, success, type Result } from "../result.ts";
import { compileRow, holds } from "../rules/compile-row.ts";
import type { Field, FieldValue } from "../rules/fields/field.ts";
import { fieldUse } from "../rules/field-use.ts";
import { OPERATOR_BY_KEY } from "../rules/operators/index.ts";
import { compareSigns, type Day } from "../rules/operators/operator.ts";
import type { Reading } from "../rules/reading.ts";
import type { Row } from "../rules/rule.ts";
import { VALUE_TYPES } from "../rules/values/index.ts";
import type { Comparable } from "../rules/values/value-type.ts";
import { writtenMember, writtenValue } from "./written-value.ts";

/** `besides`: a second condition, of which and the first one is enough. */
export type RowFix = { how: "instead" | "besides"; row: Row };

/** Why there is none. `only_this`: nothing else would be left of the condition; `lines_differ`: no one answer fits all lines. */
export type NoFix = "no_value" | "only_this" | "lines_differ" | "no_lines" | "to_come" | "too_long";

export function fixRow(row: Row, reading: Reading, day: Day): Result<RowFix, NoFix> {
  const use = fieldUse(row.field, row.name);
  if (!use.ok) return failure("no_value");
  const values = reading.asked(use.value);
  if (values.length === 0) return failure("no_lines");
  const every = row.every === true;
  const has = values.filter(({ members }) => members.length > 0);
  const fix = candidate({ row, field: use.value.field, day, every, values, has });
  if (!fix.ok) return fix;
  const compiled = compileRow(fix.value.row);
  if (!compiled.ok) return failure("too_long");
  if (holds(compiled.value, values, day)) return fix;
  return failure(has.length < values.length ? "no_value" : "lines_differ");
}

/** `values`: the order's one, or one of each line; `has`: those that are there. */
type Asked = { row: Row; field: Field; day: Day; every: boolean; values: readonly FieldValue[]; has: readonly FieldValue[] };

function candidate(asked: Asked): Result<RowFix, NoFix> {
  const { row, field, has, values } = asked;
  const operator = OPERATOR_BY_KEY.get(row.op);
  const isTextual = field.type === "text" || field.type === "set";
  if (row.op === "is_not_empty" || isAny(row.value)) return failure("no_value");
  // Of nothing nothing can be said but that it is nothing.
  if (has.length === 0) return isTextual ? success({ how: "besides", row: changed(row, { op: "is_empty" }) }) : failure("no_value");
  if (field.type === "yes_no") return instead(row, { op: has[0]?.members[0] === true ? "is_yes" : "is_no" });
  if (operator?.kind === "comparison" && operator.operands !== "none" && BOUNDS[row.op] !== undefined) return BOUNDS[row.op]?.(asked, extent(has)) ?? failure("no_value");
  switch (row.op) {
    case "equals":
    case "is_one_of":
    case "any_of_its_is":
      return instead(row, { op: row.op === "equals" ? "is_one_of" : row.op, value: [...operands(row), ...missing(asked)] });
    case "does_not_equal":
    case "is_none_of": {
      const own = new Set<Comparable | null>(values.flatMap(({ members }) => members));
      const left = operands(row).filter((each) => !own.has(parsed(each, field)));
      return left.length === 0 ? failure("only_this") : instead(row, { value: left });
    }
    default: {
      const also = wanted(asked);
      return success({ how: "besides", row: changed(row, also.length === 1 ? { op: "equals", value: also[0] } : { op: "is_one_of", value: also }) });
    }
  }
}

/** Bounds that move until the order is inside; of any line the nearest, of every line the farthest. */
const BOUNDS: Readonly<Record<string, (asked: Asked, extent: Extent) => Result<RowFix, NoFix>>> = {
  greater_than: ({ row, field, every }, { least, most }) => instead(row, { op: "at_least", value: writtenMember(every ? least : most, field) }),
  at_least: ({ row, field, every }, { least, most }) => instead(row, { value: writtenMember(every ? least : most, field) }),
  less_than: ({ row, field, every }, { least, most }) => instead(row, { op: "at_most", value: writtenMember(every ? most : least, field) }),
  at_most: ({ row, field, every }, { least, most }) => instead(row, { value: writtenMember(every ? most : least, field) }),
  before: ({ row, every }, { least, most }) => instead(row, { value: dayOf(every ? most : least).add({ days: 1 }).toString() }),
  after: ({ row, every }, { least, most }) => instead(row, { value: dayOf(every ? least : most).subtract({ days: 1 }).toString() }),
  between: ({ row, field, every, has }) => {
    const [low, high] = operands(row);
    const nearest = every ? membersOf(has) : membersOf(has).slice(0, 1);
    const all = [parsed(low, field), parsed(high, field), ...nearest].filter((each) => each !== null).sort(compareSigns);
    const [first, last] = [all[0], all.at(-1)];
    return first === undefined || last === undefined ? failure("no_value") : instead(row, { value: [first, last].map((each) => writtenMember(each, field)) });
  },
  in_the_last: ({ row, day, every, has }) => {
    const past = membersOf(has).filter((member) => typeof member === "string" && member <= day.iso).sort(compareSigns);
    const one = every ? past[0] : past.at(-1);
    return one === undefined ? failure("to_come") : instead(row, { value: String(dayOf(one).until(Temporal.PlainDate.from(day.iso), { largestUnit: "days" }).days + 1) });
  },
};

type Extent = { least: Comparable; most: Comparable };

function extent(has: readonly FieldValue[]): Extent {
  const sorted = membersOf(has).sort(compareSigns);
  return { least: sorted[0] ?? "", most: sorted.at(-1) ?? "" };
}

/** What the condition has to take as well: one value, or for every line one of each. */
function wanted({ every, has, field }: Asked): string[] {
  const known = new Map<string, string>();
  for (const value of every ? has : has.slice(0, 1)) {
    const [first] = writtenValue(value, field);
    if (first !== undefined) known.set(first.toLowerCase(), first);
  }
  return [...known.values()];
}

function missing(asked: Asked): string[] {
  const known = new Set(operands(asked.row).map((each) => parsed(each, asked.field)));
  return wanted(asked).filter((each) => !known.has(parsed(each, asked.field)));
}

const instead = (row: Row, change: Partial<Row>): Result<RowFix, NoFix> => success({ how: "instead", row: changed(row, change) });

/** Without the old value where the new comparison takes none. */
function changed({ value, ...row }: Row, change: Partial<Row>): Row {
  const op = OPERATOR_BY_KEY.get(change.op ?? row.op);
  const takesValue = op?.kind === "comparison" && op.operands !== "none";
  return { ...row, ...change, ...(takesValue && { value: change.value ?? value }) };
}

const membersOf = (values: readonly FieldValue[]): Comparable[] => values.flatMap(({ members }) => members);
const operands = ({ value }: Row): unknown[] => (Array.isArray(value) ? value : [value]);
const isAny = (value: unknown): boolean => (Array.isArray(value) ? value : [value]).some((each) => typeof each === "string" && each.trim() === "*");
const dayOf = (member: Comparable): Temporal.PlainDate => Temporal.PlainDate.from(String(member));

/** Null for what is no value of this kind. */
function parsed(raw: unknown, { type, choices }: Field): Comparable | null {
  const comparable = VALUE_TYPES[type].parse(raw, choices);
  return comparable.ok ? comparable.value : null;
}
