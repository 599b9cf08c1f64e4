/** Gives an order another customer, as orderCustomerSet does: from then on it is that customer's, with her e-mail address. Money, lines and addresses stay. */
import type { OrderRecord } from "../state/order-record.ts";
import type { ShopState } from "../state/shop-state.ts";
import { rememberCustomer, splitName } from "./customers.ts";

export type SetCustomerInput = { name: string; email: string };

export function setCustomer(shop: ShopState, order: OrderRecord, { name, email }: SetCustomerInput): void {
  const customer = rememberCustomer(shop, { ...splitName(name), email });
  order.customerId = customer.id;
  order.email = customer.email;
}
