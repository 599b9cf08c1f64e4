/** Bank deposits: money of payments and receipts moves from where they were booked to the bank, with other lines such as fees (05, 1.9). */
import type { Books } from "../company/state.ts";
import { amountOf, amountOr0, requireAmount } from "../rules/amounts.ts";
import { documentCurrency } from "../rules/document-currency.ts";
import { depositedDocuments, findDepositable, requireDepositable, updateDeposited } from "../rules/deposited.ts";
import type { JsonObject } from "../wire/json.ts";
import { idOf, isObject, objectOf, objectsOf, refOf, textOf } from "../wire/json.ts";
import { businessError, requiredMissing } from "../wire/refusals.ts";
import { serverDate } from "../wire/timestamps.ts";
import { ENTITY_FIELDS, LINKED_TXNS, REFERENCE } from "./common-fields.ts";
import type { EntityDefinition } from "./definition.ts";
import { requireActive, resolveReferences } from "./references.ts";
import { TRANSACTION_FILTERS } from "./sales-form-fields.ts";
import { ANY, DATE, NUMBER, choice, known, list, object, text } from "./shape.ts";

const BANK_ACCOUNT_TYPES = ["Bank", "Other Current Asset"];

const DETAIL = object("DepositLineDetail", {
  AccountRef: REFERENCE,
  Entity: REFERENCE,
  ClassRef: REFERENCE,
  PaymentMethodRef: REFERENCE,
  CheckNum: text(21),
  ...known("TxnType TaxCodeRef TaxApplicableOn DepositLineDetailEx"),
});

export const deposit: EntityDefinition = {
  name: "Deposit",
  fields: {
    ...ENTITY_FIELDS,
    DocNumber: text(21),
    TxnDate: DATE,
    DepositToAccountRef: REFERENCE,
    CurrencyRef: REFERENCE,
    DepartmentRef: REFERENCE,
    PrivateNote: text(4000),
    ExchangeRate: NUMBER,
    CashBack: ANY,
    Line: list(
      object("Line", {
        ...{ Id: text(), LineNum: NUMBER, Amount: NUMBER, Description: text(4000), LinkedTxn: LINKED_TXNS, LineEx: ANY },
        ...{ DetailType: choice("DepositLineDetail"), DepositLineDetail: DETAIL },
      }),
    ),
    ...known("TxnSubType TxnStatus LinkedTxn TxnTaxDetail TxnSource TaxFormType TaxFormNum TransactionLocationType Tag TxnApprovalInfo"),
    ...known("RecurDataRef RecurringInfo ProjectRef TotalCostAmount HomeTotalCostAmount GlobalTaxCalculation TotalAmt HomeTotalAmt DepositEx"),
  },
  readOnly: ["TotalAmt", "HomeTotalAmt", "LinkedTxn", "RecurDataRef"],
  idSpace: "Transaction",
  filterable: [...TRANSACTION_FILTERS, "DepositToAccountRef"],
  kind: "transaction",
  complete(books, draft, before) {
    const currency = documentCurrency(books, draft, undefined);
    const lines = objectsOf(draft, "Line");
    if (lines.length === 0) throw requiredMissing("Line");
    if (isObject(draft.CashBack)) throw businessError("Cash back is not simulated");
    requireBank(books, draft);
    for (const line of lines) requireLine(books, line, before && idOf(before));
    const documents = depositedDocuments(draft);
    if (new Set(documents).size < documents.length) throw businessError("A payment or receipt can be deposited once only");
    const total = lines.reduce((sum, line) => sum + requireAmount(books, line, "Amount"), 0n);
    if (total < 0n) throw businessError("Transaction amount must be 0 or greater.");
    const resolved = resolveReferences(books, draft, { DepositToAccountRef: "Account", DepartmentRef: "Department" });
    return { TxnDate: serverDate(books.now), ...resolved, ...currency, Line: lines, TotalAmt: amountOf(books, total) };
  },
  postings(books, row) {
    const lines = objectsOf(row, "Line").map((line) => ({ accountId: sourceOf(books, line), minor: -requireAmount(books, line, "Amount") }));
    return [{ accountId: refOf(row, "DepositToAccountRef") ?? "", minor: amountOr0(books, row, "TotalAmt") }, ...lines];
  },
  afterWrite(books, row, before) {
    updateDeposited(books, idOf(row), depositedDocuments(row), depositedDocuments(before ?? {}));
  },
  beforeDelete(books, row) {
    updateDeposited(books, idOf(row), [], depositedDocuments(row));
  },
};

function requireBank(books: Books, draft: JsonObject): void {
  const id = refOf(draft, "DepositToAccountRef");
  if (id === undefined) throw requiredMissing("DepositToAccountRef");
  if (!BANK_ACCOUNT_TYPES.includes(textOf(requireActive(books, "Account", id), "AccountType") ?? "")) {
    throw businessError("Money is deposited to a bank or other current asset account");
  }
}

/** Either a payment or receipt, or an account, such as the fees that the payout lacks. */
function requireLine(books: Books, line: JsonObject, depositId: string | undefined): void {
  if (line.DetailType === undefined) return requireDepositable(books, line, depositId);
  const account = refOf(objectOf(line, "DepositLineDetail"), "AccountRef");
  if (account === undefined) throw requiredMissing("DepositLineDetail.AccountRef");
  requireActive(books, "Account", account);
  requireAmount(books, line, "Amount");
}

/** Where the money of a line comes from: its account, or the one its payment or receipt was booked on. */
function sourceOf(books: Books, line: JsonObject): string {
  const account = refOf(objectOf(line, "DepositLineDetail"), "AccountRef");
  const [link] = objectsOf(line, "LinkedTxn");
  const document = findDepositable(books, link ? (textOf(link, "TxnId") ?? "") : "")?.row ?? {};
  return account ?? refOf(document, "DepositToAccountRef") ?? "";
}
