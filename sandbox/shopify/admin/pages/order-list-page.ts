/** The list of orders: tabs, search, pages; its rows keep themselves up to date. */
import type { HttpAnswer } from "../../../http/server.ts";
import { htmlReply } from "../../../http/replies.ts";
import { displayName } from "../../orders/customers.ts";
import { priceTotals } from "../../orders/price-totals.ts";
import type { OrderRecord } from "../../state/order-record.ts";
import type { ShopState } from "../../state/shop-state.ts";
import { orderAddress, shopAddress } from "../addresses.ts";
import type { PageRequest } from "../backend.ts";
import type { Html } from "../html.ts";
import { html } from "../html.ts";
import type { OrderFilter, OrderPage } from "../order-filter.ts";
import { filterOrders, filterQuery, readFilter, TABS } from "../order-filter.ts";
import { cancelledBadge, fulfilmentBadge, paymentBadge } from "../parts/badges.ts";
import { count, moment, money } from "../parts/figures.ts";
import { bulkBar, extensionDialog, orderGid } from "../parts/extension-places.ts";
import { icon } from "../parts/icons.ts";
import { isLive, liveRegion } from "../parts/live-region.ts";
import { pageReply } from "./layout.ts";

export function orderListPage(request: PageRequest): HttpAnswer {
  const { shop, url } = request;
  const filter = readFilter(url.searchParams);
  const rows = listOf(shop, filter);
  if (isLive(url)) return htmlReply(200, rows.text);
  const address = shopAddress(shop, "/orders");
  return pageReply(request, {
    title: "Orders",
    at: "orders",
    content: html`<div class="page-head">
        <h1>Orders</h1>
        <a class="button button-primary" href="${address}/new">${icon("plus")}Create order</a>
      </div>
      <section class="card card-flush">
        <div class="list-tools">
          <nav class="tabs" aria-label="Filter orders">
            ${TABS.map(({ key, label }) => html`<a href="${address}${filterQuery({ ...filter, tab: key, page: 1 })}"${key === filter.tab ? html` aria-current="true"` : null}>${label}</a>`)}
          </nav>
          <form class="search" role="search" action="${address}">
            ${filter.tab === "all" ? null : html`<input type="hidden" name="tab" value="${filter.tab}">`}
            ${icon("search")}<input type="search" name="q" value="${filter.words}" placeholder="Order, customer or article" aria-label="Search orders">
          </form>
        </div>
        ${shop.installed ? bulkBar() : null}
        ${liveRegion(url, rows)}
      </section>${extensionDialog(request, "orders-bulk-action")}`,
    scripts: ["extension-host.js", "order-selection.js"],
  });
}

function listOf(shop: ShopState, filter: OrderFilter): Html {
  const page = filterOrders(shop, filter);
  if (page.total === 0) return empty(shop, filter);
  return html`<table class="table">
      <caption class="visually-hidden">Orders, newest first</caption>
      <thead><tr><th class="cell-choice"><span class="visually-hidden">Choose</span></th><th>Order</th><th>Date</th><th>Customer</th><th class="number">Total</th><th>Payment</th><th>Fulfillment</th><th>Items</th></tr></thead>
      <tbody>${page.orders.map((order) => row(order, shop))}</tbody>
    </table>
    ${pager(shop, filter, page)}`;
}

function row(order: OrderRecord, shop: ShopState): Html {
  const customer = shop.customers.find(({ id }) => id === order.customerId);
  const units = order.lines.reduce((sum, line) => sum + line.currentQuantity, 0);
  return html`<tr class="${order.cancelledAt === null ? "" : "row-cancelled"}">
    <td class="cell-choice"><input type="checkbox" data-chooses="${orderGid(order)}" aria-label="Choose order ${order.name}"></td>
    <td class="cell-name"><a href="${orderAddress(shop, order.id)}">${order.name}</a></td>
    <td class="cell-date">${moment(order.createdAt, shop)}</td>
    <td class="cell-customer">${customer ? displayName(customer) : html`<span class="muted">No customer</span>`}</td>
    <td class="number cell-total">${money(priceTotals(order).currentTotalPrice.shop, order.currency)}</td>
    <td class="cell-state">${paymentBadge(order)} ${cancelledBadge(order)}</td>
    <td class="cell-state">${fulfilmentBadge(order)}</td>
    <td class="cell-items muted">${count(units, "item")}</td>
  </tr>`;
}

function empty(shop: ShopState, { tab, words }: OrderFilter): Html {
  if (tab !== "all" || words !== "") {
    return html`<div class="empty"><h2>No orders match</h2><p>Try other words or another tab.</p><a class="button" href="${shopAddress(shop, "/orders")}">Show all orders</a></div>`;
  }
  return html`<div class="empty"><h2>No orders yet</h2><p>Create one to see what happens to it in QuickBooks.</p><a class="button button-primary" href="${shopAddress(shop, "/orders/new")}">Create order</a></div>`;
}

function pager(shop: ShopState, filter: OrderFilter, { page, pages, total }: OrderPage): Html {
  const address = (to: number): string => shopAddress(shop, `/orders${filterQuery({ ...filter, page: to })}`);
  const link = (to: number, text: string): Html => (to < 1 || to > pages ? html`<span class="button" aria-disabled="true">${text}</span>` : html`<a class="button" href="${address(to)}" id="page-${text}">${text}</a>`);
  return html`<nav class="pager" aria-label="Pages">
    ${link(page - 1, "Previous")}<span class="muted">${count(total, "order")} · page ${page} of ${pages}</span>${link(page + 1, "Next")}
  </nav>`;
}
