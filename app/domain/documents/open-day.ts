/** A document to be made on a day whose books are closed: where settings say so it is dated on the first open day. What is in the books keeps its date, and the course of the order is not asked. */
import type { Temporal } from "temporal-polyfill";
import type { Books } from "../books/books.ts";
import type { Settings } from "../settings/settings.ts";
import type { PlannedDocument } from "./document.ts";
import { type DocumentRef, POSTS, refKey } from "./kind.ts";

export function onOpenDays(documents: readonly PlannedDocument[], { books: { company: { closedThrough } }, settings, existing }: { books: Pick<Books, "company">; settings: Pick<Settings, "options">; existing: readonly DocumentRef[] }): PlannedDocument[] {
  if (settings.options.closedDays === "wait" || closedThrough === null) return [...documents];
  const there = new Set(existing.map(refKey));
  return documents.map((document) => (POSTS[document.kind] && !there.has(refKey(document)) ? onOpenDay(document, closedThrough) : document));
}

function onOpenDay<Document extends PlannedDocument>(document: Document, closedThrough: Temporal.PlainDate): Document {
  const { date, memo } = document;
  if (date.toString() > closedThrough.toString()) return document;
  const real = movesMoney(document) ? { memo: `${memo} · of ${date.toString()}, when the books were closed` } : {};
  return { ...document, ...real, date: closedThrough.add({ days: 1 }), closedDay: date };
}

/** The bank has it under the day on which it moved. */
const movesMoney = (document: PlannedDocument): boolean => "deposit" in document && document.deposit !== null;
