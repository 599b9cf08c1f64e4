/** Which item of a refused document was made inactive: asked only once the ledger said that something the document names is gone. It never looks for another item in its place. */
import type { BookItem } from "#app/domain/books/books.ts";
import { itemLines, type PlannedDocument } from "#app/domain/documents/document.ts";
import { itemInactive } from "#app/domain/issues/catalogue.ts";
import type { Issue } from "#app/domain/issues/issue.ts";
import { type Result, success } from "#app/domain/result.ts";
import type { DrainContext } from "../context.ts";
import type { Fault } from "../ports/fault.ts";
import type { Execution } from "./execution.ts";

/** Null: every item is there. */
export async function inactiveItem({ ledger }: DrainContext, { books }: Execution, document: PlannedDocument): Promise<Result<Issue | null, Fault>> {
  const items = itemLines(document).flatMap(({ item }): BookItem[] => [books.items.get(item)].flatMap((each) => each ?? [])).filter(({ id }) => id !== null);
  if (items.length === 0) return success(null);
  const found = await ledger.findItems({ skus: items.flatMap(({ key }) => (key.startsWith("sku:") ? [key.slice("sku:".length)] : [])), names: items.map(({ name }) => name) });
  if (!found.ok) return found;
  const active = new Set(found.value.map(({ id }) => id));
  const gone = items.find(({ id }) => id !== null && !active.has(id));
  return success(gone ? itemInactive(gone.key, gone.name) : null);
}
