/** How a person brings payments and receipts to the bank and takes them back out, through the same write path as the API. */
import { withIds } from "../company/references-by-name.ts";
import type { Books } from "../company/state.ts";
import { deposit } from "../entities/deposit.ts";
import { depositLineOf, depositOf, findDepositable } from "../rules/deposited.ts";
import type { JsonObject } from "../wire/json.ts";
import { objectsOf } from "../wire/json.ts";
import { businessError } from "../wire/refusals.ts";
import { createEntity, deleteEntity, readEntity, updateEntity } from "../write/write-entity.ts";

const OPTIONS = { allowDuplicateDocNumber: false };

type Brought = { payments: readonly string[]; account: string; date?: string | undefined };

/** Throws QuickBooksFault where QuickBooks would refuse, UnknownName for an account the chart does not have. */
export function depositPayments(books: Books, { payments, account, date }: Brought): JsonObject {
  const DepositToAccountRef = { name: account };
  const draft = { DepositToAccountRef, Line: payments.map((id) => depositLineOf(books, id)), ...(date === undefined ? {} : { TxnDate: date }) };
  return createEntity(books, deposit, withIds(books, draft), OPTIONS);
}

/** Answers them as they are now, by entity. */
export function undepositPayments(books: Books, payments: readonly string[]): JsonObject {
  for (const id of payments) takeOut(books, id);
  const now = payments.flatMap((id) => findDepositable(books, id) ?? []);
  return Object.fromEntries(Object.entries(Object.groupBy(now, ({ entity }) => entity)).map(([entity, found]) => [entity, found.map(({ row }) => row)]));
}

function takeOut(books: Books, paymentId: string): void {
  const found = findDepositable(books, paymentId);
  const depositId = found && depositOf(found.row);
  if (depositId === undefined) throw businessError(`${found?.entity ?? "Transaction"} ${paymentId} is in no deposit`);
  const { Id, SyncToken, ...row } = readEntity(books, deposit, depositId);
  const left = objectsOf(row, "Line").filter((line) => !objectsOf(line, "LinkedTxn").some(({ TxnId }) => TxnId === paymentId));
  if (left.length === 0) deleteEntity(books, deposit, { Id, SyncToken });
  else updateEntity(books, deposit, { Id, SyncToken, sparse: true, Line: left }, OPTIONS);
}
