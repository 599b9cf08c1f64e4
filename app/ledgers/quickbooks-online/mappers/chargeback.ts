/**
 * Chargebacks: an expense that the deposit account pays, and, for what came back, a bank deposit on it whose lines are the same expense accounts. Neither names a
 * receivable; the customer stands on the expense as whom it is about.
 */
import type { ChargebackDocument, ChargebackReversalDocument } from "#app/domain/documents/document.ts";
import type { LedgerDocument, References } from "#app/pipeline/ports/ledger.ts";
import { LENGTHS } from "../limits.ts";
import { toWireAmount } from "../wire-amount.ts";
import { bankDepositSchema, purchaseSchema } from "../wire-schemas.ts";
import { noteText } from "../wire-text.ts";
import { headOf, isVoided } from "./ledger-document.ts";
import { type CompanyCurrency, currencyRef, type Existing, identifyingText, present, ref, sparse, wireDate } from "./wire-body.ts";

type Body = Record<string, unknown>;

const expense = ({ deposit, expenses }: ChargebackDocument, { customerId }: References): Body => ({
  PaymentType: "Cash",
  AccountRef: ref(deposit.id),
  EntityRef: { value: customerId, type: "Customer" },
  Line: expenses.map(({ description, account, amount }) => ({
    Amount: toWireAmount(amount), Description: description, DetailType: "AccountBasedExpenseLineDetail", AccountBasedExpenseLineDetail: { AccountRef: ref(account.id) },
  })),
});

const reversal = ({ deposit, expenses }: ChargebackReversalDocument): Body => ({
  DepositToAccountRef: ref(deposit.id),
  Line: expenses.map(({ description, account, amount }) => ({ Amount: toWireAmount(amount), Description: description, DetailType: "DepositLineDetail", DepositLineDetail: { AccountRef: ref(account.id) } })),
});

const head = ({ date, total, memo, marker }: ChargebackDocument | ChargebackReversalDocument, company: CompanyCurrency): Body =>
  ({ TxnDate: wireDate(date), CurrencyRef: currencyRef(total, company), PrivateNote: noteText(memo, marker) });

export const createChargeback = (document: ChargebackDocument, references: References, company: CompanyCurrency): Body =>
  present({ ...expense(document, references), ...head(document, company), DocNumber: identifyingText(document.number, LENGTHS.docNumber) });

export const updateChargeback = (document: ChargebackDocument, references: References, existing: Existing): Body => ({ ...sparse(existing), ...expense(document, references) });

export const createChargebackReversal = (document: ChargebackReversalDocument, company: CompanyCurrency): Body => present({ ...reversal(document), ...head(document, company) });

export const updateChargebackReversal = (document: ChargebackReversalDocument, existing: Existing): Body => ({ ...sparse(existing), ...reversal(document) });

export function readChargeback(row: unknown, homeCurrency: string): LedgerDocument {
  const wire = purchaseSchema.parse(row);
  return { kind: "chargeback", entity: "Purchase", ...headOf({ ...wire, CustomerRef: wire.EntityRef ?? { value: "" } }, homeCurrency), ...settled(wire), number: wire.DocNumber ?? null };
}

export function readChargebackReversal(row: unknown, homeCurrency: string): LedgerDocument {
  const wire = bankDepositSchema.parse(row);
  return { kind: "chargeback_reversal", entity: "Deposit", ...headOf({ ...wire, CustomerRef: { value: "" } }, homeCurrency), ...settled(wire), number: null };
}

/** Nothing covers them and they cover nothing. */
const settled = (wire: Parameters<typeof isVoided>[0]): Pick<LedgerDocument, "balance" | "tax" | "status" | "reference" | "links"> =>
  ({ balance: null, tax: null, status: isVoided(wire) ? "voided" : "paid", reference: null, links: [] });
