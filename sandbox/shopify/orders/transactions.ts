/** Makes transaction records; must never decide whether a payment is allowed. */
import type { Bag } from "../money/bag.ts";
import type { OrderRecord, TransactionKind, TransactionRecord } from "../state/order-record.ts";
import type { ShopState } from "../state/shop-state.ts";
import { takeId } from "../state/shop-state.ts";
import { gatewayNamed } from "./gateways.ts";

export type NewTransaction = {
  kind: TransactionKind;
  gateway: string;
  amount: Bag;
  at: string;
  parentId?: string;
  rounding?: Bag | null;
  test?: boolean;
};

/** A successful transaction with a fresh id. */
export function newTransaction(shop: ShopState, input: NewTransaction): TransactionRecord {
  const id = takeId(shop);
  return {
    id,
    kind: input.kind,
    status: "SUCCESS",
    test: input.test ?? false,
    ...gatewayNamed(input.gateway),
    parentId: input.parentId ?? null,
    amount: input.amount,
    rounding: input.rounding ?? null,
    paymentId: `r${id}`,
    createdAt: input.at,
    processedAt: input.at,
  };
}

/** Gateways in the order in which they were first used. */
export function gatewayNames(order: OrderRecord): string[] {
  return [...new Set(order.transactions.filter(({ kind }) => kind !== "REFUND").map(({ gateway }) => gateway))];
}
