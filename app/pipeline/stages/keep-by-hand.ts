/** Keep by hand (story A26): an invoice takes over what a bookkeeper put on its sales order, and waits where she changed what it comes to. It never takes over another price. */
import type { CustomFieldValue, InvoiceDocument, KeptByHand, PlannedDocument, SalesOrderDocument, SalesReceiptDocument } from "#app/domain/documents/document.ts";
import { refKey } from "#app/domain/documents/kind.ts";
import { salesOrderDiffers } from "#app/domain/issues/catalogue.ts";
import { equals } from "#app/domain/money/money.ts";
import { failure, type Result, success } from "#app/domain/result.ts";
import type { DrainContext } from "../context.ts";
import type { Fault } from "../ports/fault.ts";
import type { HandWritten, LedgerDocument } from "../ports/ledger.ts";
import type { Execution } from "./execution.ts";

/** The invoice as it is to be made. Where the sales order's SyncToken is the one we know, nothing more is read. */
export async function keepByHand({ ledger }: DrainContext, execution: Execution, document: InvoiceDocument): Promise<Result<InvoiceDocument, Fault>> {
  const known = document.salesOrder && execution.known.get(refKey(document.salesOrder));
  if (!known || !execution.before.has(known.postingId)) return success(document);
  const wasEdited = document.salesOrder !== null && execution.editedByHand.has(refKey(document.salesOrder));
  const listed = wasEdited ? null : await execution.salesOrders();
  if (listed && !listed.ok) return listed;
  if (listed?.value.get(known.id)?.syncToken === known.syncToken) return success(document);
  const read = await ledger.read("sales_order", known.id);
  if (!read.ok) return read;
  const held = read.value;
  // Gone or voided: what to do about that is known where the ledger refuses the link.
  if (!held || held.status === "voided" || (!wasEdited && held.syncToken === known.syncToken)) return success(document);
  const planned = document.salesOrderTotal ?? document.total;
  if (!equals(held.total, planned)) return failure({ kind: "needs_input", issue: salesOrderDiffers(execution.order.name, planned, held.total) });
  // In memory only: should the invoice not come about now, the next run has to find the difference again.
  execution.known.set(refKey(document.salesOrder ?? document), { ...known, syncToken: held.syncToken });
  const kept = keptOf(execution, document, held);
  return success(kept ? { ...document, kept } : document);
}

type Classed = SalesOrderDocument | InvoiceDocument | SalesReceiptDocument;

export const isClassed = (document: PlannedDocument): document is Classed => document.kind === "sales_order" || document.kind === "invoice" || document.kind === "sales_receipt";

/** An update replaces the lines as a whole, and what a person put on them with it. `held`: as just read. */
export const withHandClasses = ({ items }: Pick<Execution, "items">, document: Classed, { byHand }: LedgerDocument): Classed =>
  ({ ...document, lineClasses: lineClasses(document, items, byHand?.lines ?? []) });

/**
 * The same before an update goes out: of a sales order that is known to be edited; of an invoice or receipt wherever the company has classes on lines,
 * since they got theirs from a sales order or are classed by people when they exist.
 */
export async function keepClasses({ ledger }: DrainContext, execution: Execution, document: Classed): Promise<Result<Classed, Fault>> {
  const known = execution.known.get(refKey(document));
  const mayHave = document.kind === "sales_order" ? execution.editedByHand.has(refKey(document)) : (execution.books.company.tracking?.classesOn.lines ?? false);
  if (!known || !mayHave) return success(document);
  const read = await ledger.read(document.kind, known.id);
  if (!read.ok) return read;
  return success(read.value ? withHandClasses(execution, document, read.value) : document);
}

function keptOf({ items }: Execution, document: InvoiceDocument, { memo, byHand }: LedgerDocument): KeptByHand | null {
  const { classId = null, lines = [], customFields = [] } = byHand ?? {};
  const kept = { memo: memoByHand(document, memo), classId, lineClasses: lineClasses(document, items, lines), customFields: fieldsByHand(document, customFields) };
  return kept.memo !== null || classId !== null || kept.lineClasses.some((each) => each !== null) || kept.customFields.length > 0 ? kept : null;
}

/** Our own memo, whatever QuickBooks did to its spaces, is none by hand. The sales order's marker must not get onto the invoice. */
function memoByHand({ memo }: InvoiceDocument, held: string): string | null {
  const text = held.replace(/\[tieout [^\]]*\]/g, "").trim();
  const plain = (words: string): string => words.replace(/\s+/g, " ").trim();
  return text === "" || plain(text) === plain(memo) ? null : text;
}

/** The class of the first line that is not taken yet and has the same item and amount. */
function lineClasses({ lines }: Pick<Classed, "lines">, items: Execution["items"], held: HandWritten["lines"]): (string | null)[] {
  const left = [...held];
  return lines.map(({ item, amount }) => {
    const itemId = item === null ? null : items.get(item);
    const at = left.findIndex((line) => line.itemId === itemId && equals(line.amount, amount));
    return at < 0 ? null : (left.splice(at, 1)[0]?.classId ?? null);
  });
}

const fieldsByHand = ({ customFields: ours = [] }: InvoiceDocument, held: readonly CustomFieldValue[]): CustomFieldValue[] =>
  held.filter(({ id, value }) => !ours.some((field) => field.id === id && field.value === value));
