/** How a person brings payments to the bank and takes them back out, through the same write path as the API. */
import { withIds } from "../company/references-by-name.ts";
import type { Books } from "../company/state.ts";
import { deposit } from "../entities/deposit.ts";
import { payment } from "../entities/payment.ts";
import { depositOf } from "../rules/deposited.ts";
import type { JsonObject } from "../wire/json.ts";
import { objectsOf } from "../wire/json.ts";
import { businessError } from "../wire/refusals.ts";
import { createEntity, deleteEntity, readEntity, updateEntity } from "../write/write-entity.ts";

const OPTIONS = { allowDuplicateDocNumber: false };

type Brought = { payments: readonly string[]; account: string; date?: string | undefined };

/** Throws QuickBooksFault where QuickBooks would refuse, UnknownName for an account the chart does not have. */
export function depositPayments(books: Books, { payments, account, date }: Brought): JsonObject {
  const DepositToAccountRef = { name: account };
  const lines = payments.map((id) => ({
    Amount: readEntity(books, payment, id).TotalAmt,
    LinkedTxn: [{ TxnId: id, TxnType: "Payment", TxnLineId: "0" }],
  }));
  const draft = { DepositToAccountRef, Line: lines, ...(date === undefined ? {} : { TxnDate: date }) };
  return createEntity(books, deposit, withIds(books, draft), OPTIONS);
}

/** Answers the payments as they are now. */
export function undepositPayments(books: Books, payments: readonly string[]): JsonObject {
  for (const id of payments) takeOut(books, id);
  return { Payment: payments.map((id) => readEntity(books, payment, id)) };
}

function takeOut(books: Books, paymentId: string): void {
  const depositId = depositOf(readEntity(books, payment, paymentId));
  if (depositId === undefined) throw businessError(`Payment ${paymentId} is in no deposit`);
  const { Id, SyncToken, ...row } = readEntity(books, deposit, depositId);
  const left = objectsOf(row, "Line").filter((line) => !objectsOf(line, "LinkedTxn").some(({ TxnId }) => TxnId === paymentId));
  if (left.length === 0) deleteEntity(books, deposit, { Id, SyncToken });
  else updateEntity(books, deposit, { Id, SyncToken, sparse: true, Line: left }, OPTIONS);
}
