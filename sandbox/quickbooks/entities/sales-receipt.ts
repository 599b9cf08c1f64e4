/** Sales receipts: a sale whose money is there already. They never touch receivables. */
import { requireDepositAccount } from "../rules/deposit-account.ts";
import { depositLinks, requireNotDeposited, requireSameMoney } from "../rules/deposited.ts";
import { linkedEstimates, requireLinkable, updateEstimates } from "../rules/estimate-link.ts";
import { completeSalesForm, salesPostings, voidedForm } from "../rules/sales-form.ts";
import { touchRow } from "../store/rows.ts";
import { asText, idOf, objectsOf, refOf } from "../wire/json.ts";
import { cannotLink, requiredMissing } from "../wire/refusals.ts";
import type { EntityDefinition } from "./definition.ts";
import { SALES_FORM_FIELDS, SALES_FORM_READ_ONLY, TRANSACTION_FILTERS } from "./sales-form-fields.ts";
import { known, text } from "./shape.ts";

export const salesReceipt: EntityDefinition = {
  name: "SalesReceipt",
  fields: { ...SALES_FORM_FIELDS, PaymentRefNum: text(21), ...known("TxnStatus SalesReceiptEx LessCIS") },
  readOnly: SALES_FORM_READ_ONLY,
  idSpace: "Transaction",
  filterable: [...TRANSACTION_FILTERS, "CustomerRef", "PaymentRefNum", "PaymentMethodRef", "DepositToAccountRef", "ShipDate"],
  kind: "transaction",
  voidBy: "include",
  complete(books, draft, before, options) {
    if (objectsOf(draft, "Line").length === 0) throw requiredMissing("Line");
    const form = completeSalesForm(books, "SalesReceipt", { DepositToAccountRef: { value: books.state.roles.undeposited }, ...draft }, before, options);
    requireDepositAccount(books, form, "a sales receipt");
    const estimates = linkedEstimates(form);
    for (const { TxnType } of objectsOf(form, "LinkedTxn")) if (TxnType !== "Estimate" && TxnType !== "Deposit") throw cannotLink(`a sales receipt cannot link a ${asText(TxnType)}`);
    for (const id of estimates) requireLinkable(books, form, id);
    requireSameMoney(books, form, before);
    return { ...form, LinkedTxn: [...estimates.map((id) => ({ TxnId: id, TxnType: "Estimate" })), ...depositLinks(before)], Balance: 0 };
  },
  postings: (books, row) => salesPostings(books, row, { accountId: refOf(row, "DepositToAccountRef") ?? "" }),
  afterWrite(books, row, before) {
    updateEstimates(books, { entity: "SalesReceipt", id: idOf(row) }, linkedEstimates(row), linkedEstimates(before ?? {}));
    touchRow(books, "Customer", refOf(row, "CustomerRef") ?? "");
  },
  beforeDelete(books, row) {
    requireNotDeposited(row);
    updateEstimates(books, { entity: "SalesReceipt", id: idOf(row) }, [], linkedEstimates(row));
  },
  voided(_books, row) {
    requireNotDeposited(row);
    return voidedForm(row);
  },
};
