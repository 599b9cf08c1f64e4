/** From what a person typed to the update that QuickBooks gets: only what differs from the row, amounts exact. */
import { companyDigits } from "../../company/digits.ts";
import type { Books } from "../../company/state.ts";
import { multiplyToMinor, parseDecimal, wireAmount } from "../../wire/decimal.ts";
import type { Json, JsonObject } from "../../wire/json.ts";
import { objectOf, objectsOf } from "../../wire/json.ts";
import type { EditValues, LineValues } from "./edit-values.ts";
import { editableLines, lineKey, valuesOfRow } from "./edit-values.ts";

/** Thrown for text that is no number, with the words to show. */
export class NotANumber extends Error {}

/** An empty patch when nothing was changed. */
export function patchOf(books: Books, row: JsonObject, values: EditValues): JsonObject {
  const before = valuesOfRow(books, row);
  const patch: JsonObject = {};
  const set = (isChanged: boolean, property: string, value: () => Json): void => {
    if (isChanged) patch[property] = value();
  };
  const isPayment = row.UnappliedAmt !== undefined;
  set(values.date !== before.date, "TxnDate", () => values.date);
  set(values.number !== before.number, isPayment ? "PaymentRefNum" : "DocNumber", () => values.number || null);
  set(values.memo !== before.memo, "PrivateNote", () => values.memo || null);
  set(values.message !== before.message, "CustomerMemo", () => (values.message ? { value: values.message } : null));
  set(values.classId !== before.classId, "ClassRef", () => (values.classId ? { value: values.classId } : null));
  set(values.status !== before.status, "TxnStatus", () => values.status);
  set(values.tax !== before.tax, "TxnTaxDetail", () => ({ ...objectOf(row, "TxnTaxDetail"), TotalTax: number("Sales tax", values.tax) }));
  if (isPayment) {
    set(values.total !== before.total, "TotalAmt", () => number("Amount received", values.total));
    set(values.depositTo !== before.depositTo, "DepositToAccountRef", () => ({ value: values.depositTo }));
    set(!isSame(values.applied, before.applied), "Line", () => [...appliedLines(values.applied), ...linesOfOthers(row)]);
  } else {
    set(!isSame(values.lines, before.lines), "Line", () => salesLines(books, row, values, before));
  }
  return patch;
}

function salesLines(books: Books, row: JsonObject, values: EditValues, before: EditValues): JsonObject[] {
  return editableLines(row).flatMap((line) => {
    const key = lineKey(line);
    const [now, old] = [values.lines[key], before.lines[key]];
    if (!now || !old || isSame(now, old)) return [line];
    return now.removed ? [] : [changedLine(books, line, now, old)];
  });
}

/** A line with a rate is worth quantity × rate; others are worth what is typed. */
function changedLine(books: Books, line: JsonObject, now: LineValues, old: LineValues): JsonObject {
  const described = { ...line, Description: now.description || null };
  const detail = objectOf(line, "SalesItemLineDetail");
  if (old.quantity === "" || old.price === "") {
    return now.amount === old.amount ? described : { ...described, Amount: number("Amount", now.amount), ...withoutPercent(line) };
  }
  if (now.quantity === old.quantity && now.price === old.price) return described;
  const [quantity, price] = [number("Quantity", now.quantity), number("Rate", now.price)];
  const [exactQuantity, exactPrice] = [parseDecimal(quantity), parseDecimal(price)];
  if (!exactQuantity || !exactPrice) throw new NotANumber("Quantity and rate must be numbers.");
  const digits = companyDigits(books);
  const amount = wireAmount(multiplyToMinor(exactQuantity, exactPrice, digits), digits);
  return { ...described, Amount: amount, SalesItemLineDetail: { ...detail, Qty: quantity, UnitPrice: price } };
}

/** A discount whose amount is typed is no percentage any more. */
function withoutPercent(line: JsonObject): JsonObject {
  const detail = objectOf(line, "DiscountLineDetail");
  if (detail.PercentBased !== true) return {};
  return { DiscountLineDetail: { ...detail, PercentBased: false, DiscountPercent: undefined } };
}

/** An amount of nothing takes the payment off the invoice. */
function appliedLines(applied: Record<string, string>): JsonObject[] {
  return Object.entries(applied).flatMap(([TxnId, text]) => {
    const Amount = text === "" ? 0 : number("Applied amount", text);
    return Amount === 0 ? [] : [{ Amount, LinkedTxn: [{ TxnId, TxnType: "Invoice" }] }];
  });
}

/** Credit memos and expenses are not on the form; what the payment does with them stays. */
const linesOfOthers = (row: JsonObject): JsonObject[] => objectsOf(row, "Line").filter((line) => objectsOf(line, "LinkedTxn").some(({ TxnType }) => TxnType !== "Invoice"));

function number(label: string, text: string): number {
  if (!/^-?\d{1,12}(\.\d{1,7})?$/.test(text)) throw new NotANumber(`${label}: “${text}” is not a number such as 12.50.`);
  return Number(text);
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
