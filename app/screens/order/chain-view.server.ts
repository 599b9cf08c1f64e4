/** An order's documents as a picture: a column per kind, with a place kept for what is still to come. */
import { DOCUMENT_KINDS } from "#app/domain/documents/kind.ts";
import type { DocumentRow } from "#app/pipeline/ports/shop-desk.ts";
import type { Format } from "../format.server.ts";
import type { StatusView } from "../shared-views.ts";
import { DOCUMENT_WORDS, LEDGER_ENTITY_WORDS } from "../words.en.ts";
import type { NextEvent } from "./next-events.server.ts";
import type { ChainBox, ChainColumn } from "./view.ts";
import { CHAIN_WORDS, DOCUMENT_STATUS_WORDS as WORDS } from "./words.ts";

export function chainView(documents: readonly DocumentRow[], events: readonly NextEvent[], format: Format): ChainColumn[] {
  return DOCUMENT_KINDS.flatMap((kind): ChainColumn[] => {
    const present = documents.filter((document) => document.kind === kind).map((document) => box(document, format));
    const coming = events.filter((event) => event.kind === kind).map(({ when }): ChainBox => ({ title: DOCUMENT_WORDS[kind].one, coming: when }));
    const boxes = [...present, ...coming];
    return boxes.length === 0 ? [] : [{ kind, boxes }];
  });
}

function box(document: DocumentRow, format: Format): ChainBox {
  const { kind, number, total, date, url, entity } = document;
  const title = isSpending(document) ? CHAIN_WORDS.spending : kind in DOCUMENT_WORDS ? DOCUMENT_WORDS[kind as keyof typeof DOCUMENT_WORDS].one : kind;
  return {
    title: number === null ? title : `${title} ${number}`,
    total: format.money(total),
    date: date === null ? null : format.day(date),
    status: statusOf(document),
    balance: balanceOf(document, format),
    link: url === null || entity === null ? null : { label: CHAIN_WORDS.open(LEDGER_ENTITY_WORDS[entity] ?? entity, number), url },
  };
}

/** A payment of 0 by which a credit memo pays: no money came in. */
const isSpending = ({ kind, total }: DocumentRow): boolean => kind === "payment" && total.minor === 0n;

function statusOf({ state, kind, status, balance, total }: DocumentRow): StatusView {
  switch (state) {
    case "intended":
      return WORDS.intended;
    case "sent":
      return WORDS.sent;
    case "unknown":
      return WORDS.unknown;
    case "rejected":
      return WORDS.rejected;
    case "undone":
      return WORDS.undone;
  }
  if (status === "voided") return WORDS.voided;
  if (kind === "sales_order" || kind === "purchase_order") return status === "closed" ? WORDS.closed : status === "billed" ? WORDS.billed : status === "emailed" ? WORDS.emailed : WORDS.open;
  const open = balance?.minor ?? 0n;
  if (kind === "refund_receipt" || kind === "customer_refund") return WORDS.givenBack;
  if (kind === "chargeback") return WORDS.charged;
  if (kind === "chargeback_reversal") return WORDS.cameBack;
  if (kind === "credit_memo") return open === 0n ? WORDS.creditUsed : WORDS.creditLeft;
  if (kind === "payment") return open === 0n ? WORDS.applied : WORDS.unapplied;
  if (open <= 0n) return WORDS.paid;
  return open < total.minor ? WORDS.partlyPaid : WORDS.open;
}

const BALANCE_WORDS: Readonly<Record<string, (amount: string) => string>> = {
  invoice: CHAIN_WORDS.balance, sales_receipt: CHAIN_WORDS.balance, payment: CHAIN_WORDS.unapplied, credit_memo: CHAIN_WORDS.creditLeft,
};

/** A sales order has none, nor has money that went back; of what is not in the books none is known. */
function balanceOf({ state, kind, balance }: DocumentRow, format: Format): string | null {
  if (state !== "posted" || balance === null) return null;
  const words = BALANCE_WORDS[kind];
  return words === undefined ? null : words(format.money(balance));
}
