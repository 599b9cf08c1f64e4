/** The name parts that customers and vendors share. */
import type { JsonObject } from "../wire/json.ts";
import { textOf } from "../wire/json.ts";
import { requiredMissing } from "../wire/refusals.ts";
import { NAME_FORBIDS } from "./common-fields.ts";
import type { Fields } from "./shape.ts";
import { BOOLEAN, text } from "./shape.ts";

const NAME_PARTS = ["Title", "GivenName", "MiddleName", "FamilyName", "Suffix"] as const;

export const PERSON_FIELDS: Fields = {
  DisplayName: text(500, NAME_FORBIDS),
  Title: text(16, NAME_FORBIDS),
  GivenName: text(100, NAME_FORBIDS),
  MiddleName: text(100, NAME_FORBIDS),
  FamilyName: text(100, NAME_FORBIDS),
  Suffix: text(16, NAME_FORBIDS),
  CompanyName: text(100, NAME_FORBIDS),
  FullyQualifiedName: text(),
  PrintOnCheckName: text(110),
  Active: BOOLEAN,
};

/** The display name, or the name parts joined when none was sent; 2020 when there is neither (field constraints: conditionally required). */
export function displayNameOf(row: JsonObject): string {
  const given = textOf(row, "DisplayName")?.trim();
  if (given) return given;
  const parts = NAME_PARTS.map((part) => textOf(row, part)?.trim()).filter((part) => part);
  if (parts.length === 0) throw requiredMissing("DisplayName");
  return parts.join(" ");
}
