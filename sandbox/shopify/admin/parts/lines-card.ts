/** The lines of an order, by what has to be done with them: to ship, shipped, removed. */
import { formatBag } from "../../money/bag.ts";
import { lineAmounts } from "../../orders/current-amounts.ts";
import { unfulfilledQuantity } from "../../orders/order-status.ts";
import type { LineRecord, OrderRecord } from "../../state/order-record.ts";
import type { Html } from "../html.ts";
import { html } from "../html.ts";
import { money } from "./figures.ts";

/** Units of a line that are in one of the three states. */
const GROUPS = [
  { title: "To ship", tone: "attention", unitsOf: (line: LineRecord) => unfulfilledQuantity(line) },
  { title: "Shipped", tone: "done", unitsOf: (line: LineRecord) => Math.min(line.fulfilledQuantity, line.currentQuantity) },
  { title: "Returned or removed", tone: "neutral", unitsOf: (line: LineRecord) => line.quantity - line.currentQuantity },
];

export function linesCard(order: OrderRecord): Html {
  const groups = GROUPS.map((group) => ({ ...group, lines: order.lines.filter((line) => group.unitsOf(line) > 0) })).filter(({ lines }) => lines.length > 0);
  return html`${groups.map(
    ({ title, tone, lines, unitsOf }) => html`<section class="card">
      <h2><span class="dot dot-${tone}" aria-hidden="true"></span>${title}</h2>
      <ul class="lines">${lines.map((line) => row(line, unitsOf(line), order))}</ul>
    </section>`,
  )}`;
}

function row(line: LineRecord, units: number, order: OrderRecord): Html {
  const { net, discount } = lineAmounts(line, order, units);
  return html`<li>
    <span>${line.title}${line.giftCard ? html` <span class="tag">Gift card</span>` : null}<small>${[line.sku, line.vendor].filter(Boolean).join(" · ")}</small></span>
    <span class="number">${money(line.unitPrice.shop, order.currency)} × ${units}${discount.shop === 0n ? null : html`<small>− ${money(formatBag(discount, order).shop, order.currency)} discount</small>`}</span>
    <span class="number line-total">${money(formatBag(net, order).shop, order.currency)}</span>
  </li>`;
}
