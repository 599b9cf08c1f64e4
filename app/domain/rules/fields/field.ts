/** What a rule can look at. A field reads the canonical order and what it is told of the world, and nothing else. */
import type { ItemType } from "../../books/books.ts";
import type { Order, OrderLine } from "../../order/order.ts";
import { VALUE_TYPES } from "../values/index.ts";
import type { Actuals, Comparable, ValueType } from "../values/value-type.ts";

/** What evaluation knows besides the order. `timeZone` is the shop's IANA time zone; `itemType` says what a line's item is in the books, null where that is not known. */
export type FieldContext = { timeZone: string; itemType: (line: OrderLine) => ItemType | null };

/** One value as compared and as shown; no members means "no value". */
export type FieldValue = { members: readonly Comparable[]; shown: string };

export const FIELD_GROUPS = {
  order: "Order", dates: "Dates", amounts: "Amounts", payment: "Payment", customer: "Customer", addresses: "Addresses", shipping: "Shipping", lines: "Order lines",
} as const;
export type FieldGroup = keyof typeof FIELD_GROUPS;

type Described<Type extends ValueType> = {
  /** Stable: stored in rules. */
  key: string;
  label: string;
  /** One sentence for people who wonder what it looks at; empty where the label says it all. */
  help: string;
  group: FieldGroup;
  type: Type;
  /** The closed list of a choice; empty for every other type. */
  choices: readonly string[];
  /** Only for fields that ask for a name, such as that of an attribute: rows hold it in `name`. */
  parameter: { label: string; help: string } | null;
};

type OrderField = Described<ValueType> & { level: "order"; read(order: Order, context: FieldContext, name: string): FieldValue };
type LineField = Described<ValueType> & { level: "line"; read(line: OrderLine, context: FieldContext, name: string): FieldValue };
export type Field = OrderField | LineField;

type Definition<Subject, Type extends ValueType> = Pick<Described<Type>, "key" | "label" | "group" | "type"> &
  Partial<Pick<Described<Type>, "help" | "choices" | "parameter">> & {
    /** Null when there is no value. */
    read(subject: Subject, context: FieldContext, name: string): Actuals[Type] | null;
  };

export const NO_VALUE = "no value";

function toValue<Type extends ValueType>(type: Type, actual: Actuals[Type] | null): FieldValue {
  const members = actual === null ? [] : VALUE_TYPES[type].members(actual);
  return { members, shown: actual === null || members.length === 0 ? NO_VALUE : VALUE_TYPES[type].show(actual) };
}

const DESCRIBED = { help: "", choices: [], parameter: null } as const;

export const orderField = <Type extends ValueType>({ read, ...field }: Definition<Order, Type>): Field =>
  ({ ...DESCRIBED, ...field, level: "order", read: (order, context, name) => toValue(field.type, read(order, context, name)) });

export const lineField = <Type extends ValueType>({ read, ...field }: Definition<OrderLine, Type>): Field =>
  ({ ...DESCRIBED, ...field, level: "line", read: (line, context, name) => toValue(field.type, read(line, context, name)) });
