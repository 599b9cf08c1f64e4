/** A document that somebody else made: a person by hand, or another app. Customers and items it names are made where they are missing. */
import { addItem } from "../company/create-company.ts";
import { withIds, refuseMissing } from "../company/references-by-name.ts";
import type { Books } from "../company/state.ts";
import { customer } from "../entities/customer.ts";
import type { EntityDefinition } from "../entities/definition.ts";
import type { JsonObject } from "../wire/json.ts";
import { idOf } from "../wire/json.ts";
import { createEntity } from "../write/write-entity.ts";

const OPTIONS = { allowDuplicateDocNumber: false };

/** Throws QuickBooksFault where QuickBooks would refuse, UnknownName for a name of anything else than a customer or an item. */
export function createForeign(books: Books, definition: EntityDefinition, value: JsonObject): JsonObject {
  const row = withIds(books, value, (entity, name, property) => {
    switch (entity) {
      case "Customer":
        return idOf(createEntity(books, customer, { DisplayName: name }, OPTIONS));
      case "Item":
        return idOf(addItem(books, { Name: name }));
      default:
        return refuseMissing(entity, name, property);
    }
  });
  return createEntity(books, definition, row, OPTIONS);
}
