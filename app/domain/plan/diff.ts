/** Diff: the operations that turn what is posted into the plan, in the order in which they depend on each other. An unchanged order gives none. */
import type { PlannedDocument } from "../documents/document.ts";
import { type DocumentRef, refKey } from "../documents/kind.ts";
import { aspectsOf } from "./aspects.ts";
import type { Operation, PostedDocument, UndoneDocument } from "./operation.ts";

export type DiffInput = {
  planned: readonly PlannedDocument[];
  posted: readonly PostedDocument[];
  /** Taken away by a person: made again only when a person asks (law 6). */
  undone: readonly UndoneDocument[];
  askedByPerson: boolean;
};

export type Difference = { operations: Operation[]; heldBack: DocumentRef[] };

export function diff({ planned, posted, undone, askedByPerson }: DiffInput): Difference {
  const live = new Map(posted.map((document) => [refKey(document), document]));
  const gone = new Set(undone.map(refKey));
  const operations: Operation[] = [];
  const heldBack: DocumentRef[] = [];

  for (const document of planned) {
    const existing = live.get(refKey(document));
    if (existing) {
      operations.push(...changes(document, existing));
    } else if (gone.has(refKey(document)) && !askedByPerson) {
      heldBack.push({ kind: document.kind, part: document.part });
    } else {
      operations.push({ op: "create", document: asCreated(document) });
      if (document.kind === "sales_order" && document.standing === "closed") operations.push({ op: "close", document, posted: null });
    }
  }
  return { operations: closeAfterInvoice(operations), heldBack };
}

/** QuickBooks refuses a link to a closed estimate (05, error 620), so a sales order is made open even when its invoice follows at once. */
function asCreated(document: PlannedDocument): PlannedDocument {
  return document.kind === "sales_order" && document.standing === "closed" ? { ...document, standing: "accepted" } : document;
}

function changes(document: PlannedDocument, existing: PostedDocument): Operation[] {
  const wanted = aspectsOf(document);
  const changed = (name: keyof typeof wanted): boolean => wanted[name] !== existing.aspects[name];
  const operations: Operation[] = [];
  switch (document.kind) {
    case "sales_order": {
      // A closed sales order is history: its invoice carries every later change.
      if (existing.aspects.standing === "closed") break;
      const closing = document.standing === "closed" && changed("standing");
      if (changed("lines") || (changed("standing") && !closing)) operations.push({ op: "update", document: asCreated(document), posted: existing });
      if (closing) operations.push({ op: "close", document, posted: existing });
      break;
    }
    case "invoice":
      if (changed("lines")) operations.push({ op: "update", document, posted: existing });
      break;
    case "payment":
      if (changed("lines")) operations.push({ op: "update", document, posted: existing });
      else if (changed("applications")) operations.push({ op: "apply", document, posted: existing });
      break;
  }
  return operations;
}

/** The invoice's link usually closes the sales order, so closing comes after the invoice. */
function closeAfterInvoice(operations: Operation[]): Operation[] {
  const isClose = (operation: Operation): boolean => operation.op === "close";
  const invoiceAt = operations.findLastIndex((operation) => operation.document.kind === "invoice");
  const closes = operations.filter(isClose);
  const rest = operations.filter((operation) => !isClose(operation));
  const at = invoiceAt < 0 ? rest.length : rest.findLastIndex((operation) => operation.document.kind === "invoice") + 1;
  return [...rest.slice(0, at), ...closes, ...rest.slice(at)];
}
