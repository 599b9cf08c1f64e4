/** Who an order is booked on: the key we remember a customer by, and the name the books get. */
import type { Order } from "../order/order.ts";
import type { CompanyFacts, CustomerKey } from "./books.ts";
import { isForeign } from "./in-currency.ts";

/**
 * By Shopify customer, else by e-mail (where a setting says so, by e-mail first), else by the order itself: a guest without any trace gets a customer of their own.
 * A customer of the books has one currency (05 §1.1), so one who buys in a foreign currency is another one there.
 */
export function customerKey(order: Order, company: Pick<CompanyFacts, "homeCurrency" | "multiCurrency">): CustomerKey {
  const prefix = isForeign(order.currency, company) ? `${order.currency}:` : "";
  const named = order.bookAs?.customer;
  if (named !== undefined) return `${prefix}name:${cleanName(named).toLowerCase()}`;
  const email = emailKey(order);
  if (order.customer?.id && !(email && order.bookAs?.customerBy === "email")) return `${prefix}customer:${order.customer.id}`;
  return prefix + (email ?? `order:${order.id}`);
}

const emailKey = ({ email, customer }: Pick<Order, "email" | "customer">): string | null => {
  const address = (email ?? customer?.email)?.trim().toLowerCase();
  return address ? `email:${address}` : null;
};

/** `key`: by which the books' customer is known already. The same e-mail address is the same person, wherever customers are told apart by it. */
export const isSamePerson = (order: Order, key: CustomerKey): boolean =>
  order.bookAs?.customerBy === "email" || key.replace(/^[A-Z]{3}:(?=email:)/, "") === emailKey(order);

/** The names to try, in this order: the plain one, in a foreign currency one that says so, and one that nobody else has. */
export function customerNames(order: Order, company: Pick<CompanyFacts, "homeCurrency" | "multiCurrency">): string[] {
  const named = order.bookAs?.customer;
  const name = named === undefined ? customerName(order) : cleanName(named);
  const inCurrency = isForeign(order.currency, company) ? [`${name.slice(0, 94)} (${order.currency})`] : [];
  // A customer that a rule or a setting names is that one, whoever else goes by the name.
  if (named !== undefined) return [inCurrency[0] ?? name];
  return [name, ...inCurrency, suffixedCustomerName(inCurrency[0] ?? name, customerKey(order, company))];
}

/** QuickBooks: at most 100 characters to be safe, and no colon, tab or newline (05 §1.2). */
export const cleanName = (text: string): string => text.replace(/[:\t\r\n]+/g, " ").replace(/\s+/g, " ").trim().slice(0, 100).trim();

/** Name, else company, else e-mail, else order number (design page 03, "Matching"). */
export function customerName(order: Order): string {
  const { customer, billingAddress, shippingAddress } = order;
  const full = (first: string | null | undefined, last: string | null | undefined): string => [first, last].filter(Boolean).join(" ");
  const candidates = [
    full(customer?.firstName, customer?.lastName), billingAddress?.name, shippingAddress?.name,
    customer?.company, billingAddress?.company, customer?.email, order.email,
  ];
  const found = candidates.map((candidate) => cleanName(candidate ?? "")).find((candidate) => candidate !== "");
  return found ?? cleanName(`Shopify customer of order ${order.name}`);
}

/** A second customer of the same name gets a suffix that stays the same however often it is worked out. */
export function suffixedCustomerName(name: string, key: CustomerKey): string {
  const suffix = ` (Shopify ${key.slice(key.lastIndexOf("/") + 1).replace(/^([A-Z]{3}:)?(customer|email|order):/, "")})`.slice(0, 60);
  return cleanName(name.slice(0, 100 - suffix.length) + suffix);
}
