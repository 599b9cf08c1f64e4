/** The documents of a simulated company as plain facts, each with the order its memo names. */
import type { JsonObject } from "#sandbox/quickbooks/wire/json.ts";
import { objectsOf, refOf, textOf } from "#sandbox/quickbooks/wire/json.ts";
import { ENTITIES, type Entity } from "./story.ts";

export type BookDocument = {
  entity: Entity;
  id: string;
  number: string | null;
  live: boolean;
  total: bigint;
  /** Invoices. */
  balance: bigint;
  /** Payments. */
  unapplied: bigint;
  status: string | null;
  /** Of payments: the transaction. */
  reference: string | null;
  depositAccountId: string | null;
  customerMemo: string | null;
  /** Shop and order that the memo's address names. */
  origin: { domain: string; orderId: string } | null;
};

export const documentKey = ({ entity, id }: Pick<BookDocument, "entity" | "id">): string => `${entity}:${id}`;

export function documentsInBooks(rowsOf: (entity: string) => readonly JsonObject[]): BookDocument[] {
  return ENTITIES.flatMap((entity) => rowsOf(entity).map((row) => documentOf(entity, row)));
}

const ADDRESS = /https:\/\/([a-z0-9-]+\.myshopify\.com)\/admin\/orders\/(\d+)/;

function documentOf(entity: Entity, row: JsonObject): BookDocument {
  const note = textOf(row, "PrivateNote") ?? "";
  const [, domain, orderId] = ADDRESS.exec(note) ?? [];
  const memo = row["CustomerMemo"];
  return {
    entity,
    id: textOf(row, "Id") ?? "",
    number: textOf(row, "DocNumber") ?? null,
    live: !note.startsWith("Voided"),
    total: minor(row, "TotalAmt"),
    balance: minor(row, "Balance"),
    unapplied: minor(row, "UnappliedAmt"),
    status: textOf(row, "TxnStatus") ?? null,
    reference: textOf(row, "PaymentRefNum") ?? null,
    depositAccountId: refOf(row, "DepositToAccountRef") ?? null,
    customerMemo: typeof memo === "object" && memo !== null && "value" in memo && typeof memo.value === "string" ? memo.value : null,
    origin: domain !== undefined && orderId !== undefined ? { domain, orderId } : null,
  };
}

/** Amounts travel as JSON numbers of at most two decimals. */
function minor(row: JsonObject, name: string): bigint {
  const value = row[name];
  return typeof value === "number" ? BigInt(Math.round(value * 100)) : 0n;
}

export const linksOf = (row: JsonObject): JsonObject[] => objectsOf(row, "LinkedTxn");
