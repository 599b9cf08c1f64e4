/** What an invoice of an order posts, account by account, from the simulated shop's own amounts: debit positive, minor units. */
import { currentTip, lineAmounts, shippingAmounts } from "#sandbox/shopify/orders/current-amounts.ts";
import type { OrderRecord } from "#sandbox/shopify/state/order-record.ts";

/** Articles the companies of these worlds book elsewhere than on product income. */
export const OWN_ACCOUNTS: Readonly<Record<string, string>> = { "PRINT-HARBOUR": "Print Income" };

export const RECEIVABLE = "Accounts Receivable";

export function worthOf(order: OrderRecord): ReadonlyMap<string, bigint> {
  const worth = new Map<string, bigint>();
  const post = (account: string, minor: bigint): void => {
    worth.set(account, (worth.get(account) ?? 0n) + minor);
    worth.set(RECEIVABLE, (worth.get(RECEIVABLE) ?? 0n) - minor);
  };
  worth.set(RECEIVABLE, 0n);
  for (const line of order.lines) {
    const { gross, discount, tax } = lineAmounts(line, order);
    post(line.giftCard ? "Gift Card Liability" : (OWN_ACCOUNTS[line.sku ?? ""] ?? "Sales of Product Income"), -gross.shop);
    post("Discounts Given", discount.shop);
    post("Sales Tax Payable", -tax.shop);
  }
  for (const line of order.shippingLines) {
    const { gross, discount, tax } = shippingAmounts(line, order);
    post("Shipping Income", -gross.shop);
    post("Discounts Given", discount.shop);
    post("Sales Tax Payable", -tax.shop);
  }
  post("Tips Payable", -currentTip(order).shop);
  return worth;
}

export const totalOf = (worth: ReadonlyMap<string, bigint>): bigint => worth.get(RECEIVABLE) ?? 0n;
