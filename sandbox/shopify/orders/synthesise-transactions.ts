/** The payments an order file without transactions must have had, judged by its financial status alone. */
import type { Bag } from "../money/bag.ts";
import type { OrderRecord, TransactionKind, TransactionRecord } from "../state/order-record.ts";
import type { ShopState } from "../state/shop-state.ts";
import { parseBag } from "../money/bag.ts";
import { newTransaction } from "./transactions.ts";

export type StatedPayment = {
  /** REST word, lower case. */
  status: "pending" | "authorized" | "partially_paid" | "paid" | "partially_refunded" | "refunded" | "voided" | "expired";
  received: Bag;
  gateway: string;
  rounding: Bag | null;
};

const KINDS: Record<StatedPayment["status"], readonly TransactionKind[]> = {
  pending: [],
  authorized: ["AUTHORIZATION"],
  expired: ["AUTHORIZATION"],
  voided: ["AUTHORIZATION", "VOID"],
  partially_paid: ["SALE"],
  paid: ["SALE"],
  partially_refunded: ["SALE"],
  refunded: ["SALE"],
};

/** One successful transaction per kind, each the child of the one before; none for an amount of zero. */
export function synthesiseTransactions(shop: ShopState, order: OrderRecord, payment: StatedPayment): TransactionRecord[] {
  if (parseBag(payment.received, order).shop === 0n) return [];
  const made: TransactionRecord[] = [];
  for (const kind of KINDS[payment.status]) {
    const parent = made.at(-1);
    made.push(
      newTransaction(shop, {
        kind,
        gateway: payment.gateway,
        amount: payment.received,
        rounding: kind === "SALE" ? payment.rounding : null,
        at: order.processedAt,
        test: order.test,
        ...(parent && { parentId: parent.id }),
      }),
    );
  }
  return made;
}
