/** What happened to an order, told from its facts: newest first. */
import { formatBag, parseBag } from "../../money/bag.ts";
import { worthOfLines } from "../../orders/remove-units.ts";
import type { OrderRecord, TransactionKind, TransactionRecord } from "../../state/order-record.ts";
import type { ShopState } from "../../state/shop-state.ts";
import type { Html } from "../html.ts";
import { html } from "../html.ts";
import { count, moment, money } from "./figures.ts";

type Happening = { at: string; text: string };

const TRANSACTION_SENTENCES: Record<TransactionKind, (amount: string, gateway: string) => string> = {
  SALE: (amount, gateway) => `${amount} was paid through ${gateway}.`,
  CAPTURE: (amount, gateway) => `${amount} of the authorized amount was captured through ${gateway}.`,
  AUTHORIZATION: (amount, gateway) => `${amount} was authorized through ${gateway}.`,
  EMV_AUTHORIZATION: (amount, gateway) => `${amount} was authorized through ${gateway}.`,
  VOID: (amount, gateway) => `The authorization of ${amount} through ${gateway} was released.`,
  REFUND: (amount, gateway) => `${amount} was refunded through ${gateway}.`,
  CHANGE: (amount) => `${amount} was given back as change.`,
  SUGGESTED_REFUND: (amount) => `A refund of ${amount} was suggested.`,
};

export function timeline(order: OrderRecord, shop: ShopState): Html {
  const happenings = happeningsOf(order).sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1));
  return html`<ol class="timeline">${happenings.map(({ at, text }) => html`<li><p>${text}</p><time datetime="${at}">${moment(at, shop)}</time></li>`)}</ol>`;
}

/** In the opposite order of events, because equal times keep theirs when sorted. */
function happeningsOf(order: OrderRecord): Happening[] {
  return [
    ...(order.cancelledAt === null ? [] : [{ at: order.cancelledAt, text: `The order was canceled (${(order.cancelReason ?? "other").toLowerCase()}).` }]),
    ...order.refunds.flatMap((refund) => removal(refund, order)),
    ...order.edits.map(({ at, additions, removals, note }) => ({ at, text: `The order was edited: ${changed(additions, "added")}, ${changed(removals, "removed")}.${note === null ? "" : ` “${note}”`}` })),
    ...order.fulfillments.map(({ createdAt, name, lines }) => ({ at: createdAt, text: `${count(units(lines), "item")} shipped (${name}).` })),
    ...order.transactions.map((transaction) => ({ at: transaction.processedAt, text: sentence(transaction, order) })).reverse(),
    { at: order.createdAt, text: `The order was placed${order.sourceName === "web" ? " in the online store" : ""}.` },
  ];
}

function sentence(transaction: TransactionRecord, { currency }: OrderRecord): string {
  const text = TRANSACTION_SENTENCES[transaction.kind](money(transaction.amount.shop, currency), transaction.formattedGateway);
  return transaction.status === "SUCCESS" ? text : `${text} Status: ${transaction.status.toLowerCase()}.`;
}

function removal(refund: OrderRecord["refunds"][number], order: OrderRecord): Happening[] {
  const parts = [
    ...(refund.lines.length > 0 ? [`${count(units(refund.lines), "item")} worth ${money(formatBag(worthOfLines(refund.lines, order), order).shop, order.currency)}`] : []),
    ...refund.shippingLines.map(({ subtotal }) => `shipping of ${money(subtotal.shop, order.currency)}`),
    ...refund.adjustments.filter(({ amount }) => parseBag(amount, order).shop < 0n).map(() => "an amount for no line"),
  ];
  if (parts.length === 0) return [];
  return [{ at: refund.processedAt, text: `Returned or removed: ${parts.join(", ")}.${refund.note === null ? "" : ` “${refund.note}”`}` }];
}

function changed(changes: readonly { delta: number }[], word: string): string {
  return `${count(changes.reduce((sum, { delta }) => sum + delta, 0), "item")} ${word}`;
}

function units(lines: readonly { quantity: number }[]): number {
  return lines.reduce((sum, { quantity }) => sum + quantity, 0);
}
