/** Which item of a refused document was made inactive: asked only once the ledger said that something the document names is gone. It never looks for another item in its place. */
import type { ItemKey } from "#app/domain/books/books.ts";
import { idInKey } from "#app/domain/books/item-key.ts";
import { itemLines, type PlannedDocument } from "#app/domain/documents/document.ts";
import { itemInactive } from "#app/domain/issues/catalogue.ts";
import type { Issue } from "#app/domain/issues/issue.ts";
import { type Result, success } from "#app/domain/result.ts";
import type { DrainContext } from "../context.ts";
import type { Fault } from "../ports/fault.ts";
import type { Execution } from "./execution.ts";

/** Null: every item is there. */
export async function inactiveItem({ ledger }: DrainContext, { books }: Execution, document: PlannedDocument): Promise<Result<Issue | null, Fault>> {
  const named = itemLines(document).flatMap(({ item: key, description }): { key: ItemKey; id: string; name: string }[] => {
    const { id = idInKey(key), name = description } = books.items.get(key) ?? {};
    return id === null ? [] : [{ key, id, name }];
  });
  if (named.length === 0) return success(null);
  const found = await ledger.findItems({ skus: [], names: [], ids: named.map(({ id }) => id) });
  if (!found.ok) return found;
  const active = new Set(found.value.map(({ id }) => id));
  const gone = named.find(({ id }) => !active.has(id));
  return success(gone ? itemInactive(gone.key, gone.name) : null);
}
