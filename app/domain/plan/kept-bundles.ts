/**
 * What a bundle held when an order of it first came into the books stays with the order: a bundle that is put together anew in QuickBooks, or another price there,
 * changes nothing that was posted, and what comes back is what was sold (law 6, decision 061). Documents of earlier releases have no bundles.
 */
import { z } from "zod";
import type { BookItem, Books, BundleComponent, ItemKey } from "../books/books.ts";
import { bundleRecord, bundleRecordSchema, componentsOf } from "../books/bundle-record.ts";
import { isItemKey, productItemKey } from "../books/item-key.ts";
import { isSalesForm, type PlannedDocument } from "../documents/document.ts";
import type { Order } from "../order/order.ts";
import type { ExistingDocument } from "./course.ts";

const keptSchema = z.record(z.string(), bundleRecordSchema);

/** By the bundle's item key: of each what the order's first document says. */
function keptBundles(existing: readonly ExistingDocument[]): Map<ItemKey, BundleComponent[]> {
  const rank = ({ kind, part }: ExistingDocument): number => (kind === "sales_order" ? 0 : part === "1" ? 1 : 2);
  const kept = new Map<ItemKey, BundleComponent[]>();
  for (const { aspects } of existing.toSorted((a, b) => rank(a) - rank(b))) {
    if (aspects?.bundles === undefined) continue;
    for (const [key, record] of Object.entries(keptSchema.parse(JSON.parse(aspects.bundles)))) if (isItemKey(key) && !kept.has(key)) kept.set(key, componentsOf(record));
  }
  return kept;
}

/** The books as the order's documents in them have its bundles. Whether a component counts stock, and how it is bought, is asked of today. */
export function withKeptBundles(books: Books, existing: readonly ExistingDocument[]): Books {
  if (!existing.some(({ aspects }) => aspects?.bundles !== undefined)) return books;
  const kept = keptBundles(existing);
  const items = new Map(books.items);
  for (const [key, components] of kept) {
    const bundle = items.get(key);
    if (!bundle) continue;
    const asNow = components.map((component): BundleComponent => ({ ...component, item: component.item && withTodays(component.item, books) }));
    items.set(key, { ...bundle, components: asNow, isGone: undefined });
    for (const { item } of asNow) if (item) items.set(item.key, item);
  }
  return { ...books, items };
}

function withTodays(item: BookItem, { items }: Pick<Books, "items">): BookItem {
  const now = items.get(item.key);
  return now ? { ...item, type: now.type, purchase: now.purchase } : item;
}

/** The document with what its bundles hold; one without bundles as it is. */
export function noteBundles(document: PlannedDocument, { lines }: Pick<Order, "lines">, { items }: Pick<Books, "items">): PlannedDocument {
  const keys = bundlesOn(document, lines);
  if (keys.length === 0) return document;
  const held = [...new Set(keys)].flatMap((key) => {
    const components = items.get(key)?.components;
    return components ? [[key, bundleRecord(components)] as const] : [];
  });
  return held.length === 0 ? document : { ...document, bundles: JSON.stringify(Object.fromEntries(held)) };
}

function bundlesOn(document: PlannedDocument, lines: Order["lines"]): ItemKey[] {
  if (document.kind !== "purchase_order") return isSalesForm(document) ? document.lines.flatMap(({ partOf }) => partOf?.bundle ?? []) : [];
  const ordered = new Set(document.lines.flatMap(({ lineId, perBundle }) => (perBundle === undefined ? [] : [lineId])));
  return ordered.size === 0 ? [] : lines.filter(({ id }) => ordered.has(id)).map(productItemKey);
}
