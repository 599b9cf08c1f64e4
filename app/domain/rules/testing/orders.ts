/** Orders for the tests of this folder: a paid, unshipped order of one line, without transactions, changed where a test says so. */
import type { Address, Order, OrderLine, OrderTransaction } from "../../order/order.ts";
import { sampleOrder } from "../../order/sample-order.ts";

const PLAIN = sampleOrder({ lines: [{ sku: "MUG-1", price: "10.00", quantity: 2 }], paid: ["20.00"] });

function only<Item>(items: readonly Item[]): Item {
  const [item] = items;
  if (item === undefined) throw new Error("the sample order has none");
  return item;
}

export const lineWith = (change: Partial<OrderLine> = {}): OrderLine => ({ ...only(PLAIN.lines), ...change });

export const transactionWith = (change: Partial<OrderTransaction> = {}): OrderTransaction => ({
  ...only(PLAIN.transactions),
  gateway: "paypal",
  gatewayName: "PayPal Express Checkout",
  ...change,
});

export const orderWith = (change: Partial<Order> = {}): Order => ({ ...PLAIN, gateways: [], transactions: [], ...change });

/** An order shipped to a country, the rest of its address unknown. */
export const orderShippedTo = (countryCode: string | null): Order => orderWith({ shippingAddress: addressWith({ countryCode }) });

export const addressWith = (change: Partial<Address> = {}): Address =>
  ({ name: null, company: null, line1: null, line2: null, city: null, region: null, postcode: null, countryCode: null, phone: null, ...change });
