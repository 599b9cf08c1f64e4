/** Creating an order by hand: filled in so that it can be created at once, and changed in any part. */
import type { HttpAnswer } from "../../../http/server.ts";
import { displayName } from "../../orders/customers.ts";
import type { ProductRecord, ShopState } from "../../state/shop-state.ts";
import { shopAddress } from "../addresses.ts";
import type { PageRequest } from "../backend.ts";
import type { Content, Html } from "../html.ts";
import { html } from "../html.ts";
import { amountField, choiceField, quantityField, textField } from "../parts/fields.ts";
import { money } from "../parts/figures.ts";
import { icon } from "../parts/icons.ts";
import { PAYMENT_METHODS } from "../parts/payment-methods.ts";
import { pageReply } from "./layout.ts";

const PAYMENTS = [
  { value: "paid", text: "Paid" },
  { value: "pending", text: "Payment pending" },
  { value: "authorized", text: "Authorized, to be captured" },
];
/** New York's, as a figure that people recognise. */
const DEFAULT_TAX = "8.875";
const DEFAULT_SHIPPING = "7.90";

export function newOrderPage(request: PageRequest): HttpAnswer {
  const { shop } = request;
  const orders = shopAddress(shop, "/orders");
  if (shop.products.length === 0) return pageReply(request, { title: "Create order", at: "orders", content: nothingToOrder(orders) });
  return pageReply(request, {
    title: "Create order",
    at: "orders",
    scripts: ["new-order.js"],
    content: html`<form method="post" action="${orders}" data-new-order data-currency="${shop.currency}"${shop.taxesIncluded ? html` data-taxes-included` : null}>
      <div class="page-head">
        <div class="page-title"><a class="back" href="${orders}" aria-label="Back to orders">${icon("back")}</a><h1>Create order</h1></div>
        <button class="button button-primary" data-submit>Create order</button>
      </div>
      <div class="columns">
        <div class="stack">
          ${card("Items", [html`<div class="articles" data-articles>${article(shop)}</div>`, html`<button type="button" class="button" data-add-article>${icon("plus")}Add another item</button>`])}
          ${card("Discount, shipping and tax", chargeFields(shop))}
        </div>
        <div class="stack">
          ${card("Total", html`<p class="total" data-total aria-live="polite">–</p>`)}
          ${card("Payment", [
            choiceField({ name: "payment", label: "Status", options: PAYMENTS, value: "paid" }),
            choiceField({ name: "gateway", label: "Paid through", options: PAYMENT_METHODS, value: "shopify_payments" }),
          ])}
          ${card("Customer", customerFields(shop))}
          ${card("Notes", [textField({ name: "note", label: "Note", placeholder: "Optional" }), textField({ name: "tags", label: "Tags", placeholder: "Separated by commas" })])}
        </div>
      </div>
    </form>`,
  });
}

function card(title: string, content: Content): Html {
  return html`<section class="card"><h2>${title}</h2>${content}</section>`;
}

function nothingToOrder(orders: string): Html {
  return html`<section class="card empty"><h1>Create order</h1><p>This shop has no articles to order.</p><a class="button" href="${orders}">Back to orders</a></section>`;
}

function chargeFields(shop: ShopState): Html {
  const { currency, taxesIncluded } = shop;
  return html`<div class="field-row">
      ${textField({ name: "code", label: "Discount code", placeholder: "None" })}
      ${textField({ name: "discount", label: "Discount", placeholder: "10% or 5.00" })}
    </div>
    <div class="field-row">
      ${amountField({ name: "shipping", label: "Shipping", value: defaultAmount(shop, DEFAULT_SHIPPING), currency })}
      ${amountField({ name: "tip", label: "Tip", currency, placeholder: "None" })}
    </div>
    <div class="field-row">
      ${textField({ name: "tax-name", label: "Tax", value: taxesIncluded ? "VAT" : "Sales tax" })}
      ${textField({ name: "tax", label: "Rate in %", value: taxesIncluded ? "20" : DEFAULT_TAX, hint: taxesIncluded ? "Included in the prices." : "On taxable items, added on top." })}
    </div>`;
}

function article({ products, currency }: ShopState): Html {
  const option = ({ sku, title, price, taxable }: ProductRecord): Html =>
    html`<option value="${sku}" data-price="${price}"${taxable ? html` data-taxable` : null}>${title} · ${money(price, currency)}</option>`;
  return html`<div class="article" data-article>
    <select name="sku" aria-label="Article">${products.map(option)}</select>
    ${quantityField({ name: "quantity", label: "Quantity", value: 1, min: 1 })}
    <button type="button" class="button-plain" data-remove-article aria-label="Remove this item">✕</button>
  </div>`;
}

function customerFields({ customers }: ShopState): Html {
  const known = customers.map((customer) => ({ value: customer.id, text: displayName(customer) })).sort((a, b) => a.text.localeCompare(b.text));
  const options = [...known, { value: "new", text: "New customer …" }, { value: "none", text: "No customer" }];
  return html`${choiceField({ name: "customer", label: "Customer", options, value: options[0]?.value ?? "new" })}
    <div data-new-customer hidden>${textField({ name: "name", label: "Name" })}${textField({ name: "email", label: "E-mail", kind: "email" })}</div>`;
}

/** A currency without decimals gets whole units. */
function defaultAmount({ products }: ShopState, amount: string): string {
  return products.every(({ price }) => !price.includes(".")) ? String(Math.round(Number(amount))) : amount;
}
