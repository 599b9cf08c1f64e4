/** Turns the form of a new order into the order a checkout would have written. */
import type { Draft } from "../../orders/compose-order.ts";
import { composeOrder } from "../../orders/compose-order.ts";
import type { InlineOrder } from "../../orders/inline-order-schema.ts";
import type { ShopState } from "../../state/shop-state.ts";
import { FormError } from "./form-error.ts";
import { amount, percentage, text, wholeNumber } from "./read-fields.ts";

const STATUSES = ["paid", "pending", "authorized"] as const;

/** Throws FormError with a sentence for the page. */
export function newOrderForm(form: URLSearchParams, shop: ShopState): InlineOrder {
  const draft: Draft = {
    lines: chosenLines(form, shop),
    discount: discountOf(form),
    shipping: shippingOf(form),
    tax: taxOf(form),
    tip: amount(form, "tip", "the tip"),
    taxesIncluded: shop.taxesIncluded,
    currency: shop.currency,
  };
  return {
    ...composeOrder(draft),
    customer: customerOf(form, shop),
    financial_status: STATUSES.find((status) => status === form.get("payment")) ?? "paid",
    gateway: text(form, "gateway") ?? "shopify_payments",
    ...(text(form, "note") === undefined ? {} : { note: text(form, "note") }),
    ...(text(form, "tags") === undefined ? {} : { tags: (text(form, "tags") ?? "").split(",").map((tag) => tag.trim()).filter(Boolean) }),
  };
}

function chosenLines(form: URLSearchParams, shop: ShopState): Draft["lines"] {
  const quantities = form.getAll("quantity");
  const lines = form.getAll("sku").flatMap((sku, index) => {
    const product = shop.products.find((candidate) => candidate.sku === sku);
    const quantity = product ? wholeNumber(quantities[index] ?? "", product.title) : 0;
    return product && quantity > 0 ? [{ product, quantity }] : [];
  });
  if (lines.length === 0) throw new FormError("Choose at least one article.");
  return lines;
}

/** Written as in an online store: "10%" or an amount. */
function discountOf(form: URLSearchParams): Draft["discount"] {
  const code = text(form, "code") ?? "DISCOUNT";
  if (text(form, "discount")?.endsWith("%")) return { code, percentage: percentage(form, "discount", "the discount") ?? 0 };
  const off = amount(form, "discount", "the discount");
  return off === undefined ? undefined : { code, amount: off };
}

function shippingOf(form: URLSearchParams): Draft["shipping"] {
  const price = amount(form, "shipping", "shipping");
  return price === undefined || !/[1-9]/.test(price) ? undefined : { title: "Standard", price };
}

function taxOf(form: URLSearchParams): Draft["tax"] {
  const rate = percentage(form, "tax", "the tax");
  return rate === undefined || rate === 0 ? undefined : { title: text(form, "tax-name") ?? "Sales tax", rate: Number((rate / 100).toPrecision(10)) };
}

/** A known customer, a new one, or nobody. */
function customerOf(form: URLSearchParams, shop: ShopState): InlineOrder["customer"] {
  const choice = form.get("customer") ?? "";
  const known = shop.customers.find(({ id }) => id === choice);
  if (known) return { first_name: known.firstName, last_name: known.lastName, email: known.email, phone: known.phone };
  if (choice === "none") return null;
  const name = text(form, "name");
  const email = text(form, "email");
  if (name === undefined && email === undefined) throw new FormError("A new customer needs a name or an e-mail address.");
  return { ...(name === undefined ? {} : { name }), ...(email === undefined ? {} : { email }) };
}
