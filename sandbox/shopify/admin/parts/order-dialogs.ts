/** The forms behind the buttons of an order page. What they may ask for is what the actions allow; a refusal comes back as a sentence. */
import { addBags, formatBag } from "../../money/bag.ts";
import { CANCEL_REASONS } from "../../orders/cancel.ts";
import { shippingAmounts } from "../../orders/current-amounts.ts";
import { unfulfilledQuantity } from "../../orders/order-status.ts";
import { openAuthorizations, paymentTotals } from "../../orders/payment-totals.ts";
import type { LineRecord, OrderRecord } from "../../state/order-record.ts";
import type { ShopState } from "../../state/shop-state.ts";
import { orderAddress } from "../addresses.ts";
import type { Html } from "../html.ts";
import { html } from "../html.ts";
import { dialog, opener } from "./dialog.ts";
import { amountField, checkField, choiceField, quantityField, textField } from "./fields.ts";
import { money } from "./figures.ts";
import { PAYMENT_METHODS } from "./payment-methods.ts";

const NOTHING_TO_SHIP = "Everything has shipped";

/** The buttons and their dialogs; what cannot be done now is disabled and says why. */
export function orderControls(order: OrderRecord, shop: ShopState): { buttons: Html; dialogs: Html } {
  const cancelled = order.cancelledAt === null ? undefined : "The order is canceled";
  const { outstanding, net } = paymentTotals(order);
  const authorized = openAuthorizations(order).length > 0;
  const shippable = order.lines.some((line) => unfulfilledQuantity(line) > 0);
  const refundable = net.shop > 0n || order.lines.some(({ currentQuantity }) => currentQuantity > 0);
  return {
    buttons: html`
      ${opener("refund", "Refund", { whyNot: refundable ? undefined : "Nothing is left to refund" })}
      ${opener("edit", "Edit", { whyNot: cancelled })}
      ${opener("cancel", "Cancel order", { whyNot: cancelled })}
      ${opener("pay", authorized ? "Capture payment" : "Mark as paid", { whyNot: outstanding.shop > 0n ? undefined : "Nothing is outstanding" })}
      ${opener("fulfil", "Fulfill items", { primary: true, whyNot: cancelled ?? (shippable ? undefined : NOTHING_TO_SHIP) })}`,
    dialogs: html`${payDialog(order, shop, authorized)}${fulfilDialog(order, shop)}${editDialog(order, shop)}${refundDialog(order, shop)}${cancelDialog(order, shop)}`,
  };
}

function payDialog(order: OrderRecord, shop: ShopState, authorized: boolean): Html {
  const outstanding = formatBag(paymentTotals(order).outstanding, order).shop;
  return dialog({
    id: "pay",
    title: authorized ? "Capture payment" : "Mark as paid",
    action: `${orderAddress(shop, order.id)}/pay`,
    submit: authorized ? "Capture" : "Mark as paid",
    body: html`${amountField({ name: "amount", label: "Amount", value: outstanding, currency: order.currency, hint: `${money(outstanding, order.currency)} is outstanding.` })}
      ${authorized ? null : choiceField({ name: "gateway", label: "Paid through", options: PAYMENT_METHODS, value: "shopify_payments" })}`,
  });
}

function fulfilDialog(order: OrderRecord, shop: ShopState): Html {
  const open = order.lines.filter((line) => unfulfilledQuantity(line) > 0);
  return dialog({
    id: "fulfil",
    title: "Fulfill items",
    action: `${orderAddress(shop, order.id)}/fulfil`,
    submit: "Fulfill",
    body: html`<ul class="lines">${open.map((line) => lineRow(line, unfulfilledQuantity(line), unfulfilledQuantity(line)))}</ul>`,
  });
}

function editDialog(order: OrderRecord, shop: ShopState): Html {
  const present = order.lines.filter(({ currentQuantity }) => currentQuantity > 0);
  const articles = [{ value: "", text: "Nothing" }, ...shop.products.map(({ sku, title, price }) => ({ value: sku, text: `${title} · ${money(price, shop.currency)}` }))];
  return dialog({
    id: "edit",
    title: "Edit order",
    action: `${orderAddress(shop, order.id)}/edit`,
    submit: "Update order",
    body: html`<ul class="lines">${present.map((line) => lineRow(line, line.currentQuantity, undefined, line.fulfilledQuantity))}</ul>
      <div class="field-row">
        ${choiceField({ name: "sku", label: "Add", options: articles, value: "" })}
        <label class="field field-short"><span>Quantity</span>${quantityField({ name: "added", label: "Quantity to add", value: 1, min: 1 })}</label>
      </div>
      ${textField({ name: "note", label: "Reason for the edit", placeholder: "Optional" })}`,
  });
}

function refundDialog(order: OrderRecord, shop: ShopState): Html {
  const shipping = formatBag(addBags(...order.shippingLines.map((line) => shippingAmounts(line, order).net)), order).shop;
  return dialog({
    id: "refund",
    title: "Refund",
    action: `${orderAddress(shop, order.id)}/refund`,
    submit: "Refund",
    tone: "critical",
    body: html`<ul class="lines">${order.lines.filter(({ currentQuantity }) => currentQuantity > 0).map((line) => lineRow(line, 0, line.currentQuantity))}</ul>
      ${checkField({ name: "restock", label: "Restock the items" })}
      <div class="field-row">
        ${amountField({ name: "shipping", label: "Shipping", currency: order.currency, placeholder: "0.00", hint: `${money(shipping, order.currency)} is left.` })}
        ${amountField({ name: "amount", label: "Amount to pay back", currency: order.currency, placeholder: "As calculated", hint: "Alone: a goodwill refund." })}
      </div>
      ${textField({ name: "note", label: "Reason", placeholder: "Optional" })}`,
  });
}

function cancelDialog(order: OrderRecord, shop: ShopState): Html {
  const paid = paymentTotals(order).net.shop > 0n;
  return dialog({
    id: "cancel",
    title: `Cancel ${order.name}`,
    action: `${orderAddress(shop, order.id)}/cancel`,
    submit: "Cancel order",
    dismiss: "Keep order",
    tone: "critical",
    body: html`${paid ? checkField({ name: "refund", label: "Refund the payment now", checked: true }) : html`<p>Nothing was paid. An open authorization is released.</p>`}
      ${checkField({ name: "restock", label: "Restock the items", checked: true })}
      ${choiceField({ name: "reason", label: "Reason", options: CANCEL_REASONS.map((reason) => ({ value: reason, text: reason.charAt(0) + reason.slice(1).toLowerCase() })), value: "CUSTOMER" })}`,
  });
}

function lineRow(line: LineRecord, value: number, max?: number, min = 0): Html {
  const quantity = quantityField({ name: `quantity.${line.id}`, label: `Quantity of ${line.title}`, value, min, ...(max === undefined ? {} : { max }) });
  return html`<li>
    <span>${line.title}${line.sku === null ? null : html`<small>${line.sku}</small>`}</span>
    <span class="of">${quantity}${max === undefined ? null : html`<small>of ${max}</small>`}</span>
  </li>`;
}
