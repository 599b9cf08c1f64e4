/** One order: what was ordered, what it costs, who bought it, what happened, and everything that can be done to it. */
import type { HttpAnswer } from "../../../http/server.ts";
import { htmlReply } from "../../../http/replies.ts";
import type { OrderRecord } from "../../state/order-record.ts";
import { appAddress, shopAddress } from "../addresses.ts";
import type { PageRequest } from "../backend.ts";
import type { Html } from "../html.ts";
import { html } from "../html.ts";
import { cancelledBadge, fulfilmentBadge, paymentBadge } from "../parts/badges.ts";
import { buyerCard } from "../parts/buyer-card.ts";
import { moment } from "../parts/figures.ts";
import { extensionDialog, moreActions, orderBlock } from "../parts/extension-places.ts";
import { icon } from "../parts/icons.ts";
import { isLive, liveRegion } from "../parts/live-region.ts";
import { linesCard } from "../parts/lines-card.ts";
import { moneyCard } from "../parts/money-card.ts";
import { orderControls } from "../parts/order-dialogs.ts";
import { timeline } from "../parts/timeline.ts";
import { pageReply } from "./layout.ts";

export function orderPage(request: PageRequest, order: OrderRecord): HttpAnswer {
  const content = orderContent(request, order);
  if (isLive(request.url)) return htmlReply(200, content.text);
  return pageReply(request, { title: order.name, at: "orders", scripts: ["extension-host.js"], content: html`${liveRegion(request.url, content)}${orderBlock(request, order)}${extensionDialog(request, "order-action")}` });
}

function orderContent({ shop, backend: { app } }: PageRequest, order: OrderRecord): Html {
  const inApp = appAddress(shop, app.apiKey, `/orders/${order.id}`);
  const { buttons, dialogs } = orderControls(order, shop);
  return html`<div class="page-head page-head-order">
      <div class="page-title">
        <a class="back" href="${shopAddress(shop, "/orders")}" aria-label="Back to orders" id="back">${icon("back")}</a>
        <div>
          <h1>${order.name}</h1> ${paymentBadge(order)} ${fulfilmentBadge(order)} ${cancelledBadge(order)}
          <p class="muted">${moment(order.createdAt, shop)}${order.test ? " · test order" : null}</p>
        </div>
      </div>
      <div class="actions">${shop.installed ? moreActions(order) : null}${buttons}</div>
    </div>
    <div class="columns">
      <div class="stack">
        ${linesCard(order)}
        ${moneyCard(order)}
        <section class="card" aria-labelledby="timeline"><h2 id="timeline">Timeline</h2>${timeline(order, shop)}</section>
      </div>
      <div class="stack">
        ${shop.installed
          ? html`<section class="card" aria-labelledby="app-card">
              <h2 id="app-card"><span class="app-mark" aria-hidden="true">${app.name.slice(0, 1)}</span>${app.name}</h2>
              <p class="muted">Adds what is missing in QuickBooks, corrects what differs, never twice.</p>
              <div class="card-actions">
                <a class="button" id="open-in-app" href="${inApp}">Open in ${app.name}</a>
              </div>
            </section>`
          : null}
        ${buyerCard(order, shop)}
        ${notesCard(order)}
      </div>
    </div>
    ${dialogs}`;
}

function notesCard({ note, tags, discountApplications, poNumber }: OrderRecord): Html {
  const codes = discountApplications.map(({ label }) => label).filter(Boolean);
  return html`<section class="card" aria-labelledby="notes">
    <h2 id="notes">Notes</h2>
    <p>${note ?? html`<span class="muted">No notes</span>`}</p>
    ${poNumber === null ? null : html`<p><span class="muted">PO number</span> ${poNumber}</p>`}
    ${codes.length === 0 ? null : html`<h3>Discounts</h3><p>${codes.join(", ")}</p>`}
    ${tags.length === 0 ? null : html`<h3>Tags</h3><p>${tags.map((tag) => html`<span class="tag">${tag}</span> `)}</p>`}
  </section>`;
}
