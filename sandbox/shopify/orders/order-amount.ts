/** An amount that a person or a script writes for one order, in shop currency. */
import type { MinorBag } from "../money/bag.ts";
import { parseBag } from "../money/bag.ts";
import type { OrderRecord } from "../state/order-record.ts";
import { ShopifyActionError } from "./order-errors.ts";

/** Throws ShopifyActionError for what is no amount above zero, and for orders in two currencies: there the other side is not known. */
export function orderAmount(order: OrderRecord, written: string, what: string): MinorBag {
  if (order.currency !== order.presentmentCurrency) {
    throw new ShopifyActionError(`order ${order.name}: part of an order in two currencies cannot be ${what} here`);
  }
  const amount = parsed(order, written);
  if (amount.shop <= 0n) throw new ShopifyActionError(`order ${order.name}: the amount to be ${what} must be above zero`);
  return amount;
}

function parsed(order: OrderRecord, written: string): MinorBag {
  try {
    return parseBag({ shop: written, presentment: written }, order);
  } catch (error) {
    if (error instanceof RangeError) throw new ShopifyActionError(`order ${order.name}: ${error.message}`);
    throw error;
  }
}
