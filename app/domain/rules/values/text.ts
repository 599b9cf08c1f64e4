/** Text: trimmed, case-insensitive, Unicode NFC; blank text is no value. */
import { failure, success, type Result } from "../../result.ts";
import { RULE_LIMITS } from "../rule.ts";
import type { Comparable, ValueTypeRules } from "./value-type.ts";

/** The form in which two texts are compared. Folded after lower-casing too, since lower-casing may decompose letters (`İ`). */
export const foldText = (text: string): string => text.trim().normalize("NFC").toLowerCase().normalize("NFC");

/** Numbers are taken as the text they are written as, because imported rules write order numbers and SKUs without quotes. */
export function parseText(raw: unknown): Result<Comparable, string> {
  if (typeof raw !== "string" && typeof raw !== "number") return failure("the value must be text");
  const folded = foldText(String(raw));
  if (folded === "") return failure("the value must not be blank");
  if (folded.length > RULE_LIMITS.textLength) return failure(`the value must have at most ${RULE_LIMITS.textLength} characters`);
  return success(folded);
}

export const textMembers = (texts: readonly string[]): string[] => texts.map(foldText).filter((text) => text !== "");

export const text: ValueTypeRules<string> = {
  members: (actual) => textMembers([actual]),
  show: (actual) => actual.trim(),
  parse: parseText,
};
