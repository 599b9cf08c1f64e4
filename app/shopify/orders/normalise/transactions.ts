/** Payments, refunds and authorisations. */
import { Temporal } from "temporal-polyfill";
import { add } from "#app/domain/money/money.ts";
import type { OrderTransaction, TransactionKind } from "#app/domain/order/order.ts";
import type { ReadAmount } from "./amounts.ts";
import type { TransactionSnapshot } from "./snapshot.ts";

/** Shopify's OrderTransactionKind. CHANGE and SUGGESTED_REFUND move no money of the order; a kind that is new to us must not either. */
const KINDS: ReadonlyMap<string, TransactionKind> = new Map<string, TransactionKind>([
  ["AUTHORIZATION", "authorization"],
  ["EMV_AUTHORIZATION", "authorization"],
  ["SALE", "sale"],
  ["CAPTURE", "capture"],
  ["REFUND", "refund"],
  ["VOID", "void"],
]);

export function orderTransaction(transaction: TransactionSnapshot, amount: ReadAmount): OrderTransaction {
  const gateway = transaction.gateway ?? "";
  return {
    id: transaction.id,
    kind: KINDS.get(transaction.kind) ?? "other",
    succeeded: transaction.status === "SUCCESS",
    gateway,
    gatewayName: transaction.formattedGateway ?? gateway,
    cardBrand: transaction.paymentDetails?.company ?? null,
    // Cash is rounded apart from the amount; together they are what changed hands, and what Order.netPaymentSet counts.
    amount: add(amount(transaction.amountSet), amount(transaction.amountRoundingSet)),
    at: Temporal.Instant.from(transaction.processedAt ?? transaction.createdAt),
  };
}
