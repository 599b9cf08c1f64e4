/** OrderTransaction. */
import type { OrderRecord, TransactionRecord } from "../../state/order-record.ts";
import { bagView } from "./money-view.ts";
import type { View } from "./view-context.ts";
import { gid } from "./view-context.ts";

export function transactionView(transaction: TransactionRecord, order: OrderRecord): View {
  const { id, kind, status, test, gateway, formattedGateway, manual, amount, rounding, paymentId, createdAt, processedAt } = transaction;
  return {
    __typename: "OrderTransaction",
    id: gid("OrderTransaction", id),
    kind,
    status,
    test,
    gateway,
    formattedGateway,
    manualPaymentGateway: manual,
    amountSet: bagView(amount, order),
    amountRoundingSet: rounding && bagView(rounding, order),
    paymentId,
    paymentDetails: transaction.cardBrand ? { __typename: "CardPaymentDetails", company: transaction.cardBrand } : null,
    createdAt,
    processedAt,
    fees: [],
    receiptJson: "{}",
    parentTransaction: () => parentView(transaction, order),
  };
}

function parentView({ parentId }: TransactionRecord, order: OrderRecord): View | null {
  const parent = order.transactions.find((other) => other.id === parentId);
  return parent ? transactionView(parent, order) : null;
}
