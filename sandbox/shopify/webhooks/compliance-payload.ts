/** The bodies of the three privacy webhooks, about the shop's latest customer (shapes: Shopify's compliance documentation, see design page 06). */
import type { ShopState } from "../state/shop-state.ts";

export function compliancePayload(topic: "customers/data_request" | "customers/redact" | "shop/redact", shop: ShopState): Record<string, unknown> {
  const about = { shop_id: Number(shop.id), shop_domain: shop.domain };
  if (topic === "shop/redact") return about;
  const customer = shop.customers.at(-1);
  const orders = shop.orders.filter(({ customerId }) => customer !== undefined && customerId === customer.id).map(({ id }) => Number(id));
  const person = { customer: { id: Number(customer?.id ?? 0), email: customer?.email ?? null, phone: customer?.phone ?? null } };
  return topic === "customers/redact" ? { ...about, ...person, orders_to_redact: orders } : { ...about, ...person, orders_requested: orders, data_request: { id: Number(shop.nextId) } };
}
