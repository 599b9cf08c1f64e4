/** QuickBooks' automation puts a credit memo on open invoices by a payment of 0 (05, 8.3), oldest invoice first. */
import type { Books } from "../company/state.ts";
import { findRow, insertRow } from "../store/rows.ts";
import type { JsonObject } from "../wire/json.ts";
import { idOf, refOf } from "../wire/json.ts";
import { serverDate } from "../wire/timestamps.ts";
import { amountOf, amountOr0 } from "./amounts.ts";
import { oldestOpen, settleLinked } from "./applications.ts";

export function applyCreditMemo(books: Books, memo: JsonObject): void {
  let left = amountOr0(books, memo, "RemainingCredit");
  const lines: JsonObject[] = [];
  for (const id of oldestOpen(books, "Invoice", refOf(memo, "CustomerRef") ?? "")) {
    const open = amountOr0(books, findRow(books, "Invoice", id) ?? {}, "Balance");
    const amount = left < open ? left : open;
    if (amount <= 0n) continue;
    lines.push({ Amount: amountOf(books, amount), LinkedTxn: [{ TxnId: id, TxnType: "Invoice" }] });
    left -= amount;
  }
  if (lines.length === 0) return;
  const spent = amountOf(books, amountOr0(books, memo, "RemainingCredit") - left);
  const payment = insertRow(books, "Payment", "Transaction", {
    TxnDate: serverDate(books.now), CustomerRef: memo.CustomerRef, CurrencyRef: memo.CurrencyRef, ExchangeRate: memo.ExchangeRate,
    DepositToAccountRef: { value: books.state.roles.undeposited }, ProcessPayment: false, TotalAmt: 0, UnappliedAmt: 0, LinkedTxn: [],
    Line: [...lines, { Amount: spent, LinkedTxn: [{ TxnId: idOf(memo), TxnType: "CreditMemo" }] }],
  });
  settleLinked(books, idOf(payment), payment, undefined);
}
