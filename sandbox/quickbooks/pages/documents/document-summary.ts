/** A transaction in one line, the same way for every kind: number, date, who, how much, how it stands. */
import type { Books } from "../../company/state.ts";
import { findEntity } from "../../entities/registry.ts";
import { isVoid } from "../../store/audit.ts";
import { findRow } from "../../store/rows.ts";
import { amountOr0 } from "../../rules/amounts.ts";
import type { JsonObject } from "../../wire/json.ts";
import { idOf, isObject, objectOf, textOf } from "../../wire/json.ts";
import { serverDate } from "../../wire/timestamps.ts";
import type { Status } from "../html/badge.ts";
import { wordsOf } from "./document-words.ts";

export type DocumentSummary = {
  entity: string;
  id: string;
  number: string | undefined;
  /** "Estimate 1001"; "Payment id 7" where it has no number. */
  title: string;
  date: string | undefined;
  /** Customer or vendor. */
  party: { entity: "Customer" | "Vendor"; id: string; name: string } | undefined;
  row: JsonObject;
  status: Status;
};

export function documentAddress(books: Books, entity: string, id: string): string {
  return `/company/${books.state.realmId}/documents/${entity}/${id}`;
}

/** Undefined when there is no such transaction (any more). */
export function summaryOf(books: Books, entity: string, id: string): DocumentSummary | undefined {
  const definition = findEntity(entity);
  const stored = definition?.kind === "transaction" ? findRow(books, definition.name, id) : undefined;
  if (!definition || !stored) return undefined;
  const row = definition.render ? definition.render(books, stored) : stored;
  const number = numberOf(row);
  return {
    entity: definition.name,
    id,
    number,
    title: titleOf(definition.name, number, id),
    date: textOf(row, "TxnDate"),
    party: partyOf(row),
    row,
    status: statusOf(books, row),
  };
}

export function titleOf(entity: string, number: string | undefined, id: string): string {
  return `${wordsOf(entity).singular} ${number ?? `id ${id}`}`;
}

export function numberOrId(document: DocumentSummary): string {
  return document.number ?? `id ${idOf(document.row)}`;
}

/** The document's own number, or a payment's reference. */
export function numberOf(row: JsonObject): string | undefined {
  return textOf(row, "DocNumber") ?? textOf(row, "PaymentRefNum");
}

export function partyOf(row: JsonObject): DocumentSummary["party"] {
  for (const entity of ["Customer", "Vendor"] as const) {
    const reference = row[`${entity}Ref`];
    const id = isObject(reference) ? textOf(reference, "value") : undefined;
    if (id !== undefined) return { entity, id, name: textOf(objectOf(row, `${entity}Ref`), "name") ?? id };
  }
  // An expense names in one property whom it went to, customer or vendor.
  const receiver = objectOf(row, "EntityRef");
  const id = textOf(receiver, "value");
  return id === undefined ? undefined : { entity: receiver.type === "Customer" ? "Customer" : "Vendor", id, name: textOf(receiver, "name") ?? id };
}

/** The words of QuickBooks' own lists. */
function statusOf(books: Books, row: JsonObject): Status {
  if (isVoid(row)) return { word: "Voided", tone: "quiet" };
  const own = textOf(row, "TxnStatus") ?? textOf(row, "POStatus");
  if (own !== undefined) return { word: own, tone: own === "Pending" || own === "Open" || own === "Accepted" ? "open" : "quiet" };
  const total = amountOr0(books, row, "TotalAmt");
  const credit = row.UnappliedAmt === undefined ? "RemainingCredit" : "UnappliedAmt";
  if (row[credit] !== undefined) {
    const left = amountOr0(books, row, credit);
    if (left === 0n) return { word: "Applied", tone: "good" };
    return { word: left === total ? "Unapplied" : "Partly applied", tone: "open" };
  }
  if (row.Balance === undefined) return { word: "Recorded", tone: "good" };
  const due = amountOr0(books, row, "Balance");
  if (due === 0n) return { word: "Paid", tone: "good" };
  if ((textOf(row, "DueDate") ?? "9999") < serverDate(books.now)) return { word: "Overdue", tone: "late" };
  return { word: due < total ? "Partly paid" : "Open", tone: "open" };
}
