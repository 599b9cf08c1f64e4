/** The sample catalogue. */
import type { HttpAnswer } from "../../../http/server.ts";
import type { ProductRecord } from "../../state/shop-state.ts";
import type { PageRequest } from "../backend.ts";
import type { Html } from "../html.ts";
import { html } from "../html.ts";
import { count, money } from "../parts/figures.ts";
import { pageReply } from "./layout.ts";

export function productsPage(request: PageRequest): HttpAnswer {
  const { products, currency } = request.shop;
  return pageReply(request, {
    title: "Products",
    at: "products",
    content: html`<div class="page-head"><h1>Products</h1><p class="muted">${count(products.length, "article")}</p></div>
      <section class="card card-flush">
        ${products.length === 0
          ? html`<div class="empty"><h2>No products</h2><p>This shop was created without a catalogue.</p></div>`
          : html`<table class="table table-products">
              <caption class="visually-hidden">Products</caption>
              <thead><tr><th>Product</th><th>SKU</th><th>Vendor</th><th>Type</th><th class="number">Price</th><th class="number">Cost</th><th>Taxed</th></tr></thead>
              <tbody>${products.map((product) => row(product, currency))}</tbody>
            </table>`}
      </section>`,
  });
}

function row({ title, sku, vendor, productType, price, unitCost, taxable }: ProductRecord, currency: string): Html {
  return html`<tr>
    <td class="cell-name">${title}</td>
    <td>${sku}</td>
    <td>${vendor}</td>
    <td class="muted">${productType}</td>
    <td class="number">${money(price, currency)}</td>
    <td class="number muted">${unitCost === null ? "–" : money(unitCost, currency)}</td>
    <td>${taxable ? "Yes" : "No"}</td>
  </tr>`;
}
