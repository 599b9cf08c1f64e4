/** The facts from which an order's status follows (design page 01, "order status"), read from Shopify's words. */
import { isPositive, smaller, subtract } from "#app/domain/money/money.ts";
import type { PaymentWord, StatusFacts } from "#app/domain/order/status.ts";
import { amountsIn } from "./amounts.ts";
import type { OrderSnapshot } from "./snapshot.ts";

export function statusFacts(order: OrderSnapshot): StatusFacts {
  const display = order.displayFulfillmentStatus;
  const lines = order.lineItems;
  const toShip = lines.reduce((units, line) => units + Math.min(line.unfulfilledQuantity, line.currentQuantity), 0);
  return {
    cancelled: order.cancelledAt !== null,
    paymentWord: paymentWord(order),
    // A sale over the counter is FULFILLED without any fulfilment.
    somethingShipped: display === "FULFILLED" || display === "PARTIALLY_FULFILLED" || order.fulfillments.some(({ status }) => status === "SUCCESS"),
    unfulfilledQuantity: display === "FULFILLED" ? 0 : toShip,
    remainingQuantity: lines.reduce((units, line) => units + line.currentQuantity, 0),
  };
}

/** Shopify's OrderDisplayFinancialStatus. Refunds do not change the payment word, so for them it follows from what was received. */
function paymentWord(order: OrderSnapshot): PaymentWord {
  switch (order.displayFinancialStatus) {
    case "AUTHORIZED":
      return "authorized";
    case "PAID":
      return "paid";
    case "PARTIALLY_PAID":
      return "partially_paid";
    case "PENDING":
    case "VOIDED":
    case "EXPIRED":
      return "pending";
    default:
      return receivedWord(order);
  }
}

/** REFUNDED, PARTIALLY_REFUNDED, and where Shopify says nothing. An amount given back without a line may count as outstanding again, though the order was paid in full. */
function receivedWord(order: OrderSnapshot): PaymentWord {
  const amount = amountsIn(order.currencyCode);
  const received = amount(order.totalReceivedSet);
  const open = smaller(amount(order.totalOutstandingSet), subtract(amount(order.currentTotalPriceSet), received));
  if (!isPositive(open)) return "paid";
  return isPositive(received) ? "partially_paid" : "pending";
}
