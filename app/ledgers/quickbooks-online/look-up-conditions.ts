/** By which fields documents are looked for. Only filterable fields may stand in a condition: the memo with its marker may not (05 §1.13), so the caller compares markers. */
import type { DocumentKind } from "#app/domain/documents/kind.ts";
import type { LookUp } from "#app/pipeline/ports/ledger.ts";
import type { Condition } from "./query.ts";

type Key = { field: "PaymentRefNum" | "DocNumber"; value: string };

/** A payment's reference, another document's number; null for a document without either. */
function keyOf({ kind, number, reference }: LookUp): Key | null {
  const value = kind === "payment" ? reference : number;
  return value === null ? null : { field: kind === "payment" ? "PaymentRefNum" : "DocNumber", value };
}

export function conditionsOf(wanted: LookUp): Condition[] {
  const key = keyOf(wanted);
  if (key) return [{ field: key.field, equals: key.value }];
  // An expense and a purchase order name the customer in another field, of which nothing says that it can be asked by, and a bank deposit names nobody; the caller compares markers anyway.
  if (wanted.kind === "customer_refund" || wanted.kind === "chargeback" || wanted.kind === "chargeback_reversal" || wanted.kind === "purchase_order") return [{ field: "TxnDate", equals: wanted.date.toString() }];
  return [
    { field: "CustomerRef", equals: wanted.customerId },
    { field: "TxnDate", equals: wanted.date.toString() },
  ];
}

export type GroupedLookUp = { kind: DocumentKind; field: string; values: string[] };

/** Many look-ups as one list of values per kind and field. Documents without a key are looked for by their day alone: their customer may not be known yet. */
export function groupedLookUps(wanted: readonly LookUp[]): GroupedLookUp[] {
  const groups = new Map<string, GroupedLookUp>();
  for (const each of wanted) {
    const { field, value } = keyOf(each) ?? { field: "TxnDate", value: each.date.toString() };
    const name = `${each.kind}/${field}`;
    const group = groups.get(name) ?? { kind: each.kind, field, values: [] };
    group.values.push(value);
    groups.set(name, group);
  }
  return [...groups.values()];
}
