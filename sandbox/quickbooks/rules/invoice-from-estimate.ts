/** The invoice a person makes from an estimate with one click in QuickBooks (story A28 of 03): a draft, nothing is written here. */
import type { Books } from "../company/state.ts";
import { listRows } from "../store/rows.ts";
import type { JsonObject } from "../wire/json.ts";
import { idOf, objectsOf, textOf, without } from "../wire/json.ts";

/** What the form takes over; the number, the date and the status are the invoice's own. */
const COPIED = [
  ...["CustomerRef", "CurrencyRef", "ClassRef", "DepartmentRef", "SalesTermRef", "ShipMethodRef", "CustomerMemo", "PrivateNote"],
  ...["BillAddr", "ShipAddr", "ShipFromAddr", "BillEmail", "GlobalTaxCalculation", "ApplyTaxAfterDiscount", "TxnTaxDetail"],
];

/** QuickBooks starts counting here in a new company. */
const FIRST_NUMBER = 1001n;

/** Header and lines link the estimate, as invoices made in QuickBooks' own pages do (05, 1.6). */
export function invoiceDraft(estimate: JsonObject, own: { docNumber?: string | undefined; date?: string | undefined }): JsonObject {
  const link = { TxnId: idOf(estimate), TxnType: "Estimate" };
  const copied = Object.fromEntries(COPIED.flatMap((name) => (estimate[name] === undefined ? [] : [[name, estimate[name]]])));
  const lines = objectsOf(estimate, "Line").filter((line) => line.DetailType !== "SubTotalLineDetail");
  return {
    ...copied,
    ...(own.docNumber ? { DocNumber: own.docNumber } : {}),
    ...(own.date ? { TxnDate: own.date } : {}),
    Line: lines.map((line) => ({ ...without(line, ["Id", "LineNum"]), LinkedTxn: [{ ...link, TxnLineId: textOf(line, "Id") }] })),
    LinkedTxn: [link],
  };
}

/** What QuickBooks writes into the number field of a new form: the highest number so far and one. */
export function proposedNumber(books: Books, entity: string): string {
  const numbers = listRows(books, entity).flatMap((row) => {
    const number = textOf(row, "DocNumber") ?? "";
    return /^\d{1,15}$/.test(number) ? [BigInt(number)] : [];
  });
  return numbers.reduce((highest, number) => (number >= highest ? number + 1n : highest), FIRST_NUMBER).toString();
}
