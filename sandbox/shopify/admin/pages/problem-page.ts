/** Pages for what does not exist, inside the shop where there is one. */
import type { HttpAnswer } from "../../../http/server.ts";
import { htmlReply } from "../../../http/replies.ts";
import { shopAddress } from "../addresses.ts";
import type { AdminBackend, PageRequest } from "../backend.ts";
import { html } from "../html.ts";
import { documentOf, pageReply } from "./layout.ts";

export function notFoundPage(request: PageRequest, what: string): HttpAnswer {
  const content = html`<section class="card empty">
    <h1>${what} does not exist</h1>
    <p>It may have been in an earlier run of the sandbox.</p>
    <a class="button" href="${shopAddress(request.shop, "/orders")}">Back to orders</a>
  </section>`;
  return pageReply(request, { title: "Not found", at: "orders", content, status: 404 });
}

export function noSuchShopPage({ shops }: AdminBackend): HttpAnswer {
  const known = shops().map((shop) => html`<li><a href="${shopAddress(shop, "/orders")}">${shop.name}</a></li>`);
  const body = html`<main class="alone card"><h1>No such shop</h1>${known.length === 0 ? html`<p>This sandbox has no shops yet.</p>` : html`<p>This sandbox has:</p><ul>${known}</ul>`}</main>`;
  return htmlReply(404, documentOf("No such shop", body).text);
}
