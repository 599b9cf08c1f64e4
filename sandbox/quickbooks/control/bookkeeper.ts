/** The bookkeeper's hand (design page 09): changes a person makes in QuickBooks itself, through the API's own write path but not in its log. */
import { z } from "zod";
import { setPreferences } from "../company/preferences.ts";
import type { Books } from "../company/state.ts";
import { findEntity } from "../entities/registry.ts";
import type { JsonObject } from "../wire/json.ts";
import { isObject, textOf } from "../wire/json.ts";
import { deleteEntity, readEntity, updateEntity, voidEntity } from "../write/write-entity.ts";

/** The words of design page 01 for what QuickBooks calls otherwise; QuickBooks' own names work as well. */
const ENTITY_OF_KIND: Record<string, string> = {
  sales_order: "Estimate",
  invoice: "Invoice",
  payment: "Payment",
};

const objectSchema = z.custom<JsonObject>(isObject, "an object is expected");

export const bookkeeperActionSchema = z.discriminatedUnion("action", [
  z.strictObject({ action: z.literal("delete"), kind: z.string(), id: z.string() }),
  z.strictObject({ action: z.literal("void"), kind: z.string(), id: z.string() }),
  z.strictObject({ action: z.literal("edit"), kind: z.string(), id: z.string(), patch: objectSchema }),
  z.strictObject({ action: z.literal("setPreferences"), value: objectSchema }),
  z.strictObject({ action: z.literal("closeBooks"), value: z.iso.date() }),
]);

export type BookkeeperAction = z.infer<typeof bookkeeperActionSchema>;

/** What QuickBooks answers; throws QuickBooksFault where it refuses a person, too. */
export function actAsBookkeeper(books: Books, action: BookkeeperAction): JsonObject {
  switch (action.action) {
    case "setPreferences":
      setPreferences(books, action.value);
      return readRow(books, "Preferences", "1");
    case "closeBooks":
      setPreferences(books, { "AccountingInfoPrefs.BookCloseDate": action.value });
      return readRow(books, "Preferences", "1");
    case "delete":
      return deleteEntity(books, definitionOf(action.kind), current(books, action.kind, action.id));
    case "void":
      return voidEntity(books, definitionOf(action.kind), current(books, action.kind, action.id));
    case "edit": {
      const patch = { ...action.patch, ...current(books, action.kind, action.id), sparse: true };
      return updateEntity(books, definitionOf(action.kind), patch, { allowDuplicateDocNumber: true });
    }
  }
}

function current(books: Books, kind: string, id: string): JsonObject {
  const row = readRow(books, kind, id);
  return { Id: id, SyncToken: textOf(row, "SyncToken") };
}

function readRow(books: Books, kind: string, id: string): JsonObject {
  return readEntity(books, definitionOf(kind), id);
}

function definitionOf(kind: string): NonNullable<ReturnType<typeof findEntity>> {
  const definition = findEntity(ENTITY_OF_KIND[kind] ?? kind);
  if (!definition) throw new Error(`the simulated QuickBooks has no documents of kind ${kind}`);
  return definition;
}
