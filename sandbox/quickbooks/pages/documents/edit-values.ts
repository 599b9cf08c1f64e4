/** What the edit form holds: read from a row when it is opened, from the browser when it comes back. Texts, as people type them. */
import { companyDigits } from "../../company/digits.ts";
import type { Books } from "../../company/state.ts";
import { amountOr0 } from "../../rules/amounts.ts";
import { applicationsOf } from "../../rules/applications.ts";
import { listRows } from "../../store/rows.ts";
import { printMinor } from "../../wire/decimal.ts";
import type { Json, JsonObject } from "../../wire/json.ts";
import { asText, idOf, objectOf, objectsOf, refOf, textOf } from "../../wire/json.ts";

export type LineValues = { description: string; quantity: string; price: string; amount: string; removed: boolean };

export type EditValues = {
  /** Of the version the person saw. */
  syncToken: string;
  date: string;
  number: string;
  message: string;
  memo: string;
  classId: string;
  status: string;
  tax: string;
  /** By line id. */
  lines: Record<string, LineValues>;
  /** Of a payment: what was received, where it went, what it pays by invoice id. */
  total: string;
  depositTo: string;
  applied: Record<string, string>;
};

export function valuesOfRow(books: Books, row: JsonObject): EditValues {
  return {
    syncToken: textOf(row, "SyncToken") ?? "",
    date: textOf(row, "TxnDate") ?? "",
    number: textOf(row, "DocNumber") ?? textOf(row, "PaymentRefNum") ?? "",
    message: textOf(objectOf(row, "CustomerMemo"), "value") ?? "",
    memo: textOf(row, "PrivateNote") ?? "",
    classId: refOf(row, "ClassRef") ?? "",
    status: textOf(row, "TxnStatus") ?? "",
    tax: amountText(books, objectOf(row, "TxnTaxDetail").TotalTax),
    lines: Object.fromEntries(editableLines(row).map((line) => [lineKey(line), valuesOfLine(books, line)])),
    total: amountText(books, row.TotalAmt),
    depositTo: refOf(row, "DepositToAccountRef") ?? "",
    applied: appliedTexts(books, row),
  };
}

/** The same from the form; a field that was not there counts as unchanged. */
export function valuesOfForm(books: Books, row: JsonObject, form: URLSearchParams): EditValues {
  const before = valuesOfRow(books, row);
  const read = (name: string, otherwise: string): string => (form.get(name) ?? otherwise).trim();
  const lines = Object.entries(before.lines).map(([key, line]): [string, LineValues] => [
    key,
    {
      description: read(`line-${key}-description`, line.description),
      quantity: read(`line-${key}-quantity`, line.quantity),
      price: read(`line-${key}-price`, line.price),
      amount: read(`line-${key}-amount`, line.amount),
      removed: form.has(`line-${key}-removed`),
    },
  ]);
  const texts = (["syncToken", "date", "number", "message", "memo", "classId", "status", "tax", "total", "depositTo"] as const).map(
    (name) => [name, read(name, before[name])] as const,
  );
  return {
    ...before,
    ...Object.fromEntries(texts),
    lines: Object.fromEntries(lines),
    applied: Object.fromEntries(Object.entries(before.applied).map(([id, amount]) => [id, read(`applied-${id}`, amount)])),
  };
}

/** The subtotal is QuickBooks' own line. */
export function editableLines(row: JsonObject): JsonObject[] {
  return objectsOf(row, "Line").filter((line) => line.DetailType !== "SubTotalLineDetail" && textOf(line, "Id") !== undefined);
}

export function lineKey(line: JsonObject): string {
  return idOf(line);
}

/** The customer's invoices that are open or paid by this payment, with what it pays of each. */
function appliedTexts(books: Books, row: JsonObject): Record<string, string> {
  if (row.UnappliedAmt === undefined) return {};
  const applied = applicationsOf(books, row);
  const digits = companyDigits(books);
  const invoices = listRows(books, "Invoice").filter(
    (invoice) => applied.has(idOf(invoice)) || (refOf(invoice, "CustomerRef") === refOf(row, "CustomerRef") && amountOr0(books, invoice, "Balance") > 0n),
  );
  return Object.fromEntries(invoices.map((invoice) => [idOf(invoice), printMinor(applied.get(idOf(invoice)) ?? 0n, digits)]));
}

function valuesOfLine(books: Books, line: JsonObject): LineValues {
  const detail = objectOf(line, "SalesItemLineDetail");
  return {
    description: textOf(line, "Description") ?? "",
    quantity: asText(detail.Qty),
    price: asText(detail.UnitPrice),
    amount: amountText(books, line.Amount),
    removed: false,
  };
}

function amountText(books: Books, value: Json | undefined): string {
  return typeof value === "number" ? value.toFixed(companyDigits(books)) : "";
}
