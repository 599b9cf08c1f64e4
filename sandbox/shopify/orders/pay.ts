/** Takes money for an order: captures an open authorisation, or makes a sale. Must never take more than Shopify would. */
import type { MinorBag } from "../money/bag.ts";
import { formatBag } from "../money/bag.ts";
import type { OrderRecord, TransactionRecord } from "../state/order-record.ts";
import type { ShopState } from "../state/shop-state.ts";
import { gatewayNamed } from "./gateways.ts";
import { orderAmount } from "./order-amount.ts";
import { ShopifyActionError } from "./order-errors.ts";
import { capturable, openAuthorizations, paymentTotals } from "./payment-totals.ts";
import { newTransaction } from "./transactions.ts";

export type PayInput = { amount?: string | undefined; gateway?: string | undefined };

const DEFAULT_GATEWAY = "shopify_payments";

/**
 * `amount` in shop currency, default what is outstanding; `gateway` default that of the open authorisation, else Shopify Payments.
 * A gateway other than the authorisation's makes a sale. Throws ShopifyActionError when nothing, or less, is outstanding.
 */
export function pay(shop: ShopState, order: OrderRecord, input: PayInput, at: string): TransactionRecord {
  const amount = amountToPay(order, input.amount);
  const wanted = input.gateway === undefined ? undefined : gatewayNamed(input.gateway).gateway;
  const authorization = openAuthorizations(order).find(({ gateway }) => wanted === undefined || gateway === wanted);
  if (authorization && capturable(order, authorization).shop < amount.shop) {
    throw new ShopifyActionError(`order ${order.name}: more than the authorised amount cannot be captured`);
  }
  const transaction = newTransaction(shop, {
    kind: authorization ? "CAPTURE" : "SALE",
    gateway: authorization?.gateway ?? wanted ?? DEFAULT_GATEWAY,
    amount: formatBag(amount, order),
    at,
    ...(authorization && { parentId: authorization.id }),
  });
  order.transactions.push(transaction);
  order.stated.financialStatus = null;
  return transaction;
}

function amountToPay(order: OrderRecord, asked: string | undefined): MinorBag {
  const { outstanding } = paymentTotals(order);
  if (outstanding.shop <= 0n) throw new ShopifyActionError(`order ${order.name}: nothing is outstanding`);
  if (asked === undefined) return outstanding;
  const amount = orderAmount(order, asked, "paid");
  if (amount.shop > outstanding.shop) throw new ShopifyActionError(`order ${order.name}: ${asked} is more than is outstanding`);
  return amount;
}
