/** Reading QuickBooks' transactions back in our words; shared by the mappers of all kinds. */
import type { DocumentKind } from "#app/domain/documents/kind.ts";
import type { Money } from "#app/domain/money/money.ts";
import type { LedgerDocument } from "#app/pipeline/ports/ledger.ts";
import { fromWireAmount } from "../wire-amount.ts";
import type { WireTransaction } from "../wire-schemas.ts";

export type Link = LedgerDocument["links"][number];

/** A payment calls an expense so; elsewhere it is a Purchase. */
const KINDS: Readonly<Record<string, DocumentKind>> = {
  Estimate: "sales_order", Invoice: "invoice", Payment: "payment", SalesReceipt: "sales_receipt", CreditMemo: "credit_memo", RefundReceipt: "refund_receipt", Expense: "customer_refund", Purchase: "customer_refund", PurchaseOrder: "purchase_order",
};

export const linkOf = (wire: { TxnId: string; TxnType: string }, amount: Money | null): Link => ({
  kind: KINDS[wire.TxnType] ?? "other",
  id: wire.TxnId,
  amount,
});

/** Amounts are read in the transaction's own currency; companies of one currency may leave it out. */
export const moneyOf = (wire: Pick<WireTransaction, "CurrencyRef">, homeCurrency: string) => (amount: number): Money =>
  fromWireAmount(wire.CurrencyRef?.value ?? homeCurrency, amount);

/** A voided transaction stays, with all amounts 0 and a note that QuickBooks starts with this word (recorded: void-invoice-2). */
export const isVoided = (wire: Pick<WireTransaction, "TotalAmt" | "PrivateNote">): boolean => wire.TotalAmt === 0 && (wire.PrivateNote ?? "").startsWith("Voided");

export function headOf(wire: WireTransaction, homeCurrency: string) {
  return {
    id: wire.Id,
    syncToken: wire.SyncToken,
    date: wire.TxnDate,
    customerId: wire.CustomerRef.value,
    total: moneyOf(wire, homeCurrency)(wire.TotalAmt),
    memo: wire.PrivateNote ?? "",
    createdAt: wire.MetaData?.CreateTime ?? null,
  };
}
