/** What a person does to customers in QuickBooks: merging two of them, making one inactive or active again. Goes past the API, which can do no merge. */
import { UnknownName } from "../company/references-by-name.ts";
import type { Books } from "../company/state.ts";
import { findEntity } from "../entities/registry.ts";
import { post } from "../store/ledger.ts";
import { listRows, replaceRow } from "../store/rows.ts";
import { updateEntity } from "../write/write-entity.ts";
import type { Json, JsonObject } from "../wire/json.ts";
import { idOf, isObject, textOf } from "../wire/json.ts";

/** Every document of `name` goes over to `into`; `name` is left inactive. Answers the one that stays. */
export function mergeCustomers(books: Books, { name, into }: { name: string; into: string }): JsonObject {
  const [gone, stays] = [customerNamed(books, name), customerNamed(books, into)];
  for (const entity of Object.keys(books.state.tables)) {
    if (findEntity(entity)?.kind !== "transaction") continue;
    for (const row of listRows(books, entity)) {
      const moved = renamed(row, idOf(gone), { value: idOf(stays), name: textOf(stays, "DisplayName") ?? "" });
      if (JSON.stringify(moved) !== JSON.stringify(row)) replaceRow(books, entity, moved);
    }
  }
  for (const [transaction, entries] of Object.entries(books.state.ledger.entries)) {
    if (!entries.some(({ customerId }) => customerId === idOf(gone))) continue;
    post(books, transaction, entries.map(({ minor, customerMinor, customerId, ...entry }) => ({
      ...entry, minor: BigInt(minor), ...(customerMinor === undefined ? {} : { customerMinor: BigInt(customerMinor) }),
      ...(customerId === undefined ? {} : { customerId: customerId === idOf(gone) ? idOf(stays) : customerId }),
    })));
  }
  setActive(books, { name, active: false });
  return stays;
}

export function setActive(books: Books, { name, active }: { name: string; active: boolean }): JsonObject {
  const row = customerNamed(books, name);
  const definition = findEntity("Customer");
  if (!definition) throw new Error("the simulated QuickBooks has no customers");
  // Made active again a customer has the name that she had.
  return updateEntity(books, definition, { Id: idOf(row), SyncToken: textOf(row, "SyncToken") ?? "0", sparse: true, Active: active, DisplayName: name }, { allowDuplicateDocNumber: false });
}

/** An inactive one is found by the name it had. */
function customerNamed(books: Books, name: string): JsonObject {
  const row = listRows(books, "Customer").find((each) => [name, `${name} (deleted)`].includes(textOf(each, "DisplayName") ?? ""));
  if (!row) throw new UnknownName(`the company has no customer "${name}"`);
  return row;
}

/** References to a customer have her id under one of these names, at any depth. */
const NAMES_CUSTOMER: readonly string[] = ["CustomerRef", "EntityRef"];

function renamed(row: JsonObject, from: string, to: JsonObject): JsonObject {
  const inside = (value: Json | undefined): Json | undefined => (Array.isArray(value) ? value.map((each) => inside(each) ?? null) : isObject(value) ? renamed(value, from, to) : value);
  return Object.fromEntries(Object.entries(row).map(([property, value]) =>
    [property, NAMES_CUSTOMER.includes(property) && isObject(value) && value.value === from ? { ...value, ...to } : inside(value)]));
}
