/** Payments: unapplied credit of the customer until there is an invoice; they cannot be attached to an estimate (05 §1.7). */
import type { PaymentDocument } from "#app/domain/documents/document.ts";
import { type DocumentKind, refKey } from "#app/domain/documents/kind.ts";
import { equals, isZero } from "#app/domain/money/money.ts";
import type { LedgerDocument, References } from "#app/pipeline/ports/ledger.ts";
import { LENGTHS } from "../limits.ts";
import { toWireAmount } from "../wire-amount.ts";
import { paymentSchema } from "../wire-schemas.ts";
import { noteText } from "../wire-text.ts";
import { headOf, isVoided, linkOf, moneyOf } from "./ledger-document.ts";
import { type CompanyCurrency, currencyRef, type Existing, identifyingText, present, ref, sparse, UnmappableError, wireDate } from "./wire-body.ts";

export function createPayment(document: PaymentDocument, references: References, company: CompanyCurrency): Record<string, unknown> {
  const lines = linesOf(document, references);
  return present({
    CustomerRef: ref(references.customerId),
    TxnDate: wireDate(document.date),
    TotalAmt: toWireAmount(document.total),
    CurrencyRef: currencyRef(document.total, company),
    ...moneyFields(document),
    PrivateNote: noteText(document.memo, document.marker),
    Line: lines.length > 0 ? lines : undefined,
  });
}

/** For `update` and `apply` alike: amount and applications belong together, QuickBooks takes all lines or none, and an empty list frees the payment. */
export const updatePayment = (document: PaymentDocument, references: References, existing: Existing): Record<string, unknown> => ({
  ...sparse(existing),
  CustomerRef: ref(references.customerId),
  TotalAmt: toWireAmount(document.total),
  ...(document.becomes && { TxnDate: wireDate(document.date), ...moneyFields(document) }),
  Line: linesOf(document, references),
});

/** Where the money came from and where it went: chosen at creation, and once more where a rule's payment becomes the real one. */
const moneyFields = (document: PaymentDocument): Record<string, unknown> => present({
  PaymentRefNum: identifyingText(document.reference, LENGTHS.paymentRefNum),
  PaymentMethodRef: document.methodId === undefined ? undefined : ref(document.methodId),
  DepositToAccountRef: document.deposit === null ? undefined : ref(document.deposit.id),
});

/** A payment as it was read, less what it covers of one invoice. Lines are sent all or none, so links that cannot be sent again are refused. */
export function withoutApplication(payment: LedgerDocument, invoiceId: string): Record<string, unknown> {
  const others = payment.links.filter((link) => link.kind !== "invoice" || link.id !== invoiceId);
  return {
    ...sparse(payment),
    CustomerRef: ref(payment.customerId),
    TotalAmt: toWireAmount(payment.total),
    Line: others.map(({ kind, id, amount }) => {
      const type = kind === "other" ? undefined : LINKABLE[kind];
      if (type === undefined || amount === null) throw new UnmappableError(`payment ${payment.id} covers something that is not known here`);
      return { Amount: toWireAmount(amount), LinkedTxn: [{ TxnId: id, TxnType: type }] };
    }),
  };
}

function linesOf(document: PaymentDocument, references: References): Record<string, unknown>[] {
  return document.applications.map(({ to, amount }) => {
    const id = references.documents.get(refKey(to));
    const type = LINKABLE[to.kind];
    if (type === undefined || id === undefined) throw new UnmappableError(`a payment cannot be applied to ${refKey(to)}`);
    return { Amount: toWireAmount(amount), LinkedTxn: [{ TxnId: id, TxnType: type }] };
  });
}

/** What a payment's line calls what it covers, and the credit it spends on that (05 §1.7). */
const LINKABLE: Partial<Record<DocumentKind, string>> = { invoice: "Invoice", credit_memo: "CreditMemo", customer_refund: "Expense" };

export function readPayment(row: unknown, homeCurrency: string): LedgerDocument {
  const wire = paymentSchema.parse(row);
  const money = moneyOf(wire, homeCurrency);
  const head = headOf(wire, homeCurrency);
  const unapplied = money(wire.UnappliedAmt);
  const appliedStatus = isZero(unapplied) ? "applied" : equals(unapplied, head.total) ? "unapplied" : "partly_applied";
  return {
    kind: "payment",
    entity: "Payment",
    ...head,
    number: null,
    balance: unapplied,
    tax: null,
    status: isVoided(wire) ? "voided" : appliedStatus,
    reference: wire.PaymentRefNum ?? null,
    links: (wire.Line ?? []).flatMap((line) => (line.LinkedTxn ?? []).map((link) => linkOf(link, money(line.Amount)))),
    deposit: wire.DepositToAccountRef?.value,
  };
}
