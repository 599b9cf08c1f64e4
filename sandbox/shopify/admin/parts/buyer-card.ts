/** Who bought, and where it goes. */
import { displayName } from "../../orders/customers.ts";
import type { AddressRecord, OrderRecord } from "../../state/order-record.ts";
import type { ShopState } from "../../state/shop-state.ts";
import type { Html } from "../html.ts";
import { html } from "../html.ts";
import { count } from "./figures.ts";

export function buyerCard(order: OrderRecord, shop: ShopState): Html {
  const customer = shop.customers.find(({ id }) => id === order.customerId);
  if (!customer) return html`<section class="card"><h2>Customer</h2><p class="muted">No customer</p></section>`;
  const orders = shop.orders.filter(({ customerId }) => customerId === customer.id).length;
  return html`<section class="card" aria-labelledby="buyer">
    <h2 id="buyer">Customer</h2>
    <p>${displayName(customer)}<br><span class="muted">${count(orders, "order")}</span></p>
    ${customer.email === null ? null : html`<p class="break">${customer.email}</p>`}
    <h3>Shipping address</h3>${address(order.shippingAddress)}
  </section>`;
}

function address(place: AddressRecord | null): Html {
  if (!place) return html`<p class="muted">None</p>`;
  const town = [place.city, place.provinceCode, place.zip].filter(Boolean).join(" ");
  const rows = [place.name, place.company, place.address1, place.address2, town, place.country].filter((row): row is string => Boolean(row));
  return html`<address>${rows.map((row) => html`${row}<br>`)}</address>`;
}
