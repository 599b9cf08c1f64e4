/** The two words of an order's state as coloured labels; the words are Shopify's, the colour never stands alone. */
import type { OrderRecord } from "../../state/order-record.ts";
import { financialStatus, fulfillmentStatus } from "../../orders/order-status.ts";
import type { Html } from "../html.ts";
import { html } from "../html.ts";

type Tone = "neutral" | "attention" | "warning" | "done" | "critical";
type Label = { text: string; tone: Tone };

const FINANCIAL: Record<string, Label> = {
  AUTHORIZED: { text: "Authorized", tone: "attention" },
  EXPIRED: { text: "Expired", tone: "critical" },
  PAID: { text: "Paid", tone: "done" },
  PARTIALLY_PAID: { text: "Partially paid", tone: "warning" },
  PARTIALLY_REFUNDED: { text: "Partially refunded", tone: "neutral" },
  PENDING: { text: "Payment pending", tone: "warning" },
  REFUNDED: { text: "Refunded", tone: "neutral" },
  VOIDED: { text: "Voided", tone: "neutral" },
};

const FULFILLMENT: Record<ReturnType<typeof fulfillmentStatus>, Label> = {
  FULFILLED: { text: "Fulfilled", tone: "done" },
  PARTIALLY_FULFILLED: { text: "Partially fulfilled", tone: "attention" },
  UNFULFILLED: { text: "Unfulfilled", tone: "attention" },
};

export function badge({ text, tone }: Label): Html {
  return html`<span class="badge badge-${tone}">${text}</span>`;
}

export function paymentBadge(order: OrderRecord): Html {
  const status = financialStatus(order);
  return badge(FINANCIAL[status] ?? { text: status, tone: "neutral" });
}

export function fulfilmentBadge(order: OrderRecord): Html {
  return badge(FULFILLMENT[fulfillmentStatus(order)]);
}

export function cancelledBadge(order: OrderRecord): Html | null {
  return order.cancelledAt === null ? null : badge({ text: "Canceled", tone: "critical" });
}
