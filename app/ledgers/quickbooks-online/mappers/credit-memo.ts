/** Credit memos: a sale taken back, as credit of the customer's; a payment spends it (05 §1.8). */
import type { CreditMemoDocument } from "#app/domain/documents/document.ts";
import { equals, isZero } from "#app/domain/money/money.ts";
import type { LedgerDocument, References } from "#app/pipeline/ports/ledger.ts";
import { creditMemoSchema } from "../wire-schemas.ts";
import { headOf, isVoided, linkOf, moneyOf } from "./ledger-document.ts";
import { salesFigures, salesHeader } from "./sales-form.ts";
import type { CompanyCurrency } from "./wire-body.ts";

export const createCreditMemo = (document: CreditMemoDocument, references: References, company: CompanyCurrency): Record<string, unknown> => ({
  ...salesHeader(document, references, company),
  ...salesFigures(document, references),
});

export function readCreditMemo(row: unknown, homeCurrency: string): LedgerDocument {
  const wire = creditMemoSchema.parse(row);
  const money = moneyOf(wire, homeCurrency);
  const head = headOf(wire, homeCurrency);
  const left = money(wire.RemainingCredit);
  return {
    kind: "credit_memo",
    entity: "CreditMemo",
    ...head,
    number: wire.DocNumber ?? null,
    balance: left,
    tax: money(wire.TxnTaxDetail?.TotalTax ?? 0),
    status: isVoided(wire) ? "voided" : isZero(left) ? "applied" : equals(left, head.total) ? "unapplied" : "partly_applied",
    reference: null,
    links: (wire.LinkedTxn ?? []).map((link) => linkOf(link, null)),
  };
}
