/** A planned payment, its intent and the ledger's answer to it, for tests of what is stored; never used by the app. */
import { createHash } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import type { PaymentDocument } from "#app/domain/documents/document.ts";
import { money } from "#app/domain/money/money.ts";
import { aspectsOf } from "#app/domain/plan/aspects.ts";
import type { LedgerDocument } from "#app/pipeline/ports/ledger.ts";
import type { Instant, Intent } from "#app/pipeline/ports/repositories.ts";

export const instant = (text: string): Instant => Temporal.Instant.from(`2026-11-23T${text}Z`);

export function payment(minor: bigint, part = "txn-1"): PaymentDocument {
  return {
    kind: "payment", part, number: null, date: Temporal.PlainDate.from("2026-11-20"), currency: "USD", total: money("USD", minor),
    legs: [
      { account: { id: "35", name: "Shopify Clearing" }, side: "debit", amount: money("USD", minor) },
      { account: { id: "84", name: "Accounts Receivable" }, side: "credit", amount: money("USD", minor) },
    ],
    memo: "Order #1001", marker: `tieout:order-1:payment:${part}`, deposit: { id: "35", name: "Shopify Clearing" }, reference: part, gatewayName: "Visa", applications: [],
  };
}

export function intentFor(orderId: string, document: PaymentDocument, changes: Partial<Intent> = {}): Intent {
  const payload = { TotalAmt: document.total.minor.toString() };
  const revision = changes.revision ?? 0;
  return {
    orderId, document, payload, revision, postingId: null, op: "create", aspects: aspectsOf(document),
    requestId: `${orderId}/${document.part}/${revision}`,
    payloadHash: createHash("sha256").update(JSON.stringify(payload)).digest("hex"),
    lookUp: { kind: "payment", number: null, reference: document.reference, customerId: "7", date: document.date, marker: document.marker },
    ...changes,
  };
}

export function echoOf(document: PaymentDocument, changes: Partial<LedgerDocument> = {}): LedgerDocument {
  return {
    kind: "payment", entity: "Payment", id: "501", syncToken: "0", number: null, date: document.date, customerId: "7", total: document.total, balance: document.total,
    tax: null, status: "open", memo: `${document.memo} ${document.marker}`, reference: document.reference, createdAt: null, links: [], ...changes,
  };
}
