/** Customer refunds: an expense on receivables, which a payment of the customer links (design page 03, "The customer refund's body"). */
import type { CustomerRefundDocument } from "#app/domain/documents/document.ts";
import { zero } from "#app/domain/money/money.ts";
import type { LedgerDocument, References } from "#app/pipeline/ports/ledger.ts";
import { LENGTHS } from "../limits.ts";
import { toWireAmount } from "../wire-amount.ts";
import { purchaseSchema } from "../wire-schemas.ts";
import { noteText } from "../wire-text.ts";
import { headOf, isVoided, linkOf } from "./ledger-document.ts";
import { type CompanyCurrency, currencyRef, type Existing, identifyingText, present, ref, sparse, wireDate } from "./wire-body.ts";

export const createCustomerRefund = (document: CustomerRefundDocument, references: References, company: CompanyCurrency): Record<string, unknown> =>
  present({
    PaymentType: "Cash",
    AccountRef: ref(document.deposit.id),
    EntityRef: customer(references),
    TxnDate: wireDate(document.date),
    DocNumber: identifyingText(document.number, LENGTHS.docNumber),
    CurrencyRef: currencyRef(document.total, company),
    PrivateNote: noteText(document.memo, document.marker),
    Line: [line(document, references)],
  });

export const updateCustomerRefund = (document: CustomerRefundDocument, references: References, existing: Existing): Record<string, unknown> => ({
  ...sparse(existing),
  PaymentType: "Cash",
  AccountRef: ref(document.deposit.id),
  EntityRef: customer(references),
  Line: [line(document, references)],
});

const customer = ({ customerId }: References): { value: string; type: "Customer" } => ({ value: customerId, type: "Customer" });

const line = ({ total, receivable }: CustomerRefundDocument, { customerId }: References): Record<string, unknown> => ({
  Amount: toWireAmount(total),
  DetailType: "AccountBasedExpenseLineDetail",
  AccountBasedExpenseLineDetail: { AccountRef: ref(receivable.id), CustomerRef: ref(customerId) },
});

export function readCustomerRefund(row: unknown, homeCurrency: string): LedgerDocument {
  const wire = purchaseSchema.parse(row);
  const head = headOf({ ...wire, CustomerRef: wire.EntityRef ?? { value: "" } }, homeCurrency);
  return {
    kind: "customer_refund",
    entity: "Purchase",
    ...head,
    number: wire.DocNumber ?? null,
    balance: zero(head.total.currency),
    tax: null,
    status: isVoided(wire) ? "voided" : "paid",
    reference: null,
    links: (wire.LinkedTxn ?? []).map((link) => linkOf(link, null)),
    deposit: wire.AccountRef?.value,
  };
}
