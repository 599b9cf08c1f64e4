/** What an order costs now and what was paid, with the lines of an invoice. */
import type { Bag } from "../../money/bag.ts";
import { formatBag, parseBag } from "../../money/bag.ts";
import { currentCharge, currentTip } from "../../orders/current-amounts.ts";
import { paymentTotals } from "../../orders/payment-totals.ts";
import { currentTaxLines, priceTotals } from "../../orders/price-totals.ts";
import { gatewayNamed } from "../../orders/gateways.ts";
import { gatewayNames } from "../../orders/transactions.ts";
import type { OrderRecord } from "../../state/order-record.ts";
import type { Content, Html } from "../html.ts";
import { html } from "../html.ts";
import { money } from "./figures.ts";

export function moneyCard(order: OrderRecord): Html {
  const totals = priceTotals(order);
  const { received, refunded, net, outstanding } = paymentTotals(order);
  const taxes = currentTaxLines(order).map(({ title, rate }) => (rate === null ? title : `${title} ${Number((rate * 100).toPrecision(6))}%`));
  const gateways = gatewayNames(order).map((gateway) => gatewayNamed(gateway).formattedGateway);
  const row = (label: Content, amount: Bag, detail: Content = null, strong = false): Html =>
    html`<div class="${strong ? "sum sum-strong" : "sum"}"><dt>${label}</dt><dd class="sum-detail muted">${detail}</dd><dd class="number">${money(amount.shop, order.currency)}</dd></div>`;
  const present = (amount: Bag): boolean => parseBag(amount, order).shop !== 0n;
  const tip = formatBag(currentTip(order), order);
  const due = formatBag(outstanding, order);
  return html`<section class="card" aria-labelledby="payment">
    <h2 id="payment">Payment</h2>
    <dl class="sums">
      ${row("Subtotal", totals.currentSubtotalPrice, present(totals.currentTotalDiscounts) ? `after ${money(totals.currentTotalDiscounts.shop, order.currency)} discount` : null)}
      ${order.shippingLines.length === 0 ? null : row("Shipping", totals.currentShippingPrice, order.shippingLines.map(({ title }) => title).join(", "))}
      ${present(totals.currentTotalTax) ? row(order.taxesIncluded ? "Tax (included)" : "Tax", totals.currentTotalTax, taxes.join(", ")) : null}
      ${present(tip) ? row("Tip", tip) : null}
      ${order.charges.map((charge) => row(charge.name, formatBag(currentCharge(charge, order), order)))}
      ${row("Total", totals.currentTotalPrice, null, true)}
    </dl>
    <dl class="sums">
      ${row("Paid", formatBag(received, order), gateways.join(", "))}
      ${refunded.shop === 0n ? null : html`${row("Refunded", formatBag({ shop: -refunded.shop, presentment: -refunded.presentment }, order))}${row("Net payment", formatBag(net, order))}`}
      ${outstanding.shop === 0n ? null : row(outstanding.shop > 0n ? "Outstanding" : "Owed to the customer", { ...due, shop: due.shop.replace("-", "") }, null, true)}
    </dl>
  </section>`;
}
