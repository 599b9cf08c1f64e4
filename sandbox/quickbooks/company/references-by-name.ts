/** References that a script's author gives by name, because he cannot know ids. What is not there is refused or made, as the caller says. */
import type { Books } from "../company/state.ts";
import { listRows } from "../store/rows.ts";
import type { Json, JsonObject } from "../wire/json.ts";
import { idOf, isObject, textOf } from "../wire/json.ts";

/** A name that the company does not have; the message says which. */
export class UnknownName extends Error {}

/** The entity that a reference property points at. Accounts: every property that ends with AccountRef. */
const NAMED_BY: Record<string, string> = {
  CustomerRef: "Customer",
  VendorRef: "Vendor",
  PrefVendorRef: "Vendor",
  ItemRef: "Item",
  ClassRef: "Class",
  DepartmentRef: "Department",
  TaxCodeRef: "TaxCode",
  SalesTermRef: "Term",
  TermRef: "Term",
  PaymentMethodRef: "PaymentMethod",
};

/** The id of what is missing, or throws. */
type WhenMissing = (entity: string, name: string, property: string) => string;

export const refuseMissing: WhenMissing = (_entity, name, property) => {
  throw new UnknownName(`${property} names "${name}", which the company does not have`);
};

/** The row with an id in every reference, at any depth, that has a name and no value. */
export function withIds(books: Books, row: JsonObject, missing: WhenMissing = refuseMissing): JsonObject {
  return Object.fromEntries(Object.entries(row).map(([property, value]) => [property, resolved(books, property, value, missing)]));
}

/** Undefined when no row of the entity has this name. */
export function idByName(books: Books, entity: string, name: string): string | undefined {
  const row = listRows(books, entity).find((candidate) => [candidate.DisplayName, candidate.Name].includes(name));
  return row && idOf(row);
}

function resolved(books: Books, property: string, value: Json | undefined, missing: WhenMissing): Json | undefined {
  if (Array.isArray(value)) return value.map((entry) => resolved(books, "", entry, missing) ?? null);
  if (!isObject(value)) return value;
  const entity = NAMED_BY[property] ?? (property.endsWith("AccountRef") ? "Account" : undefined);
  const name = value.value === undefined ? textOf(value, "name") : undefined;
  if (entity === undefined || name === undefined) return withIds(books, value, missing);
  return { value: idByName(books, entity, name) ?? missing(entity, name, property) };
}
