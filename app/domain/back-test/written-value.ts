/** What an order has, as a person would write it into a condition. Pure; what is written compares as what was read. */
import type { Field, FieldValue } from "../rules/fields/field.ts";
import { writeMillionths } from "../rules/values/decimal.ts";
import { foldText } from "../rules/values/text.ts";
import type { Comparable } from "../rules/values/value-type.ts";

/** One text for each of its members; empty where there is no value. */
export function writtenValue({ members, shown }: FieldValue, field: Pick<Field, "type">): string[] {
  if (field.type === "text") return members.length === 0 ? [] : [shown];
  if (field.type !== "set") return members.map((member) => writtenMember(member, field));
  // In the letters of the order where it can be told apart again.
  const apart = shown.split(", ");
  return apart.length === members.length && apart.every((each, index) => foldText(each) === members[index]) ? apart : members.map(String);
}

export function writtenMember(member: Comparable, { type }: Pick<Field, "type">): string {
  if (typeof member === "bigint") return writeMillionths(member, type === "money" ? 2 : 0);
  return typeof member === "boolean" ? (member ? "yes" : "no") : member;
}
