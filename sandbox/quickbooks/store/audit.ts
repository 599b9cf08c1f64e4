/** The audit history of transactions: who did what, when. Written with every row, kept when the row is gone; no rules here. */
import type { AuditEntry, Books } from "../company/state.ts";
import { assign } from "../company/state.ts";
import type { JsonObject } from "../wire/json.ts";
import { idOf, textOf } from "../wire/json.ts";

/** Changes with every write, so they say nothing. */
const SILENT = new Set(["SyncToken", "MetaData", "sparse"]);

/** Notes what happened to a row; lists (they have no date) keep no history. `after` undefined: it was deleted. */
export function recordChange(books: Books, entity: string, after: JsonObject | undefined, before: JsonObject | undefined): void {
  const row = after ?? before;
  if (!row || textOf(row, "TxnDate") === undefined) return;
  const key = `${entity}:${idOf(row)}`;
  const number = textOf(row, "DocNumber") ?? textOf(row, "PaymentRefNum");
  const entry: AuditEntry = {
    at: books.now.toString(),
    by: books.by,
    what: whatHappened(after, before),
    fields: after && before ? changedFields(after, before) : [],
    ...(number === undefined ? {} : { number }),
  };
  assign(books, books.state.audit, key, [...(books.state.audit[key] ?? []), entry]);
}

/** QuickBooks has no flag for it: a void document is worth nothing and says so in its memo (recorded: void-invoice-2). */
export function isVoid(row: JsonObject): boolean {
  return row.TotalAmt === 0 && (textOf(row, "PrivateNote") ?? "").startsWith("Voided");
}

function whatHappened(after: JsonObject | undefined, before: JsonObject | undefined): AuditEntry["what"] {
  if (!after) return "deleted";
  if (!before) return "created";
  return isVoid(after) && !isVoid(before) ? "voided" : "changed";
}

function changedFields(after: JsonObject, before: JsonObject): string[] {
  const names = Object.keys({ ...before, ...after }).filter((name) => !SILENT.has(name));
  return names.filter((name) => JSON.stringify(after[name]) !== JSON.stringify(before[name]));
}
