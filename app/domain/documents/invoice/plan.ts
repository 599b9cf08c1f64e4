/** The invoice of an order: income is booked here. It copies the sales order's lines and closes it. */
import { shopDate } from "../../time/shop-date.ts";
import type { InvoiceDocument } from "../document.ts";
import type { DocumentRef } from "../kind.ts";
import type { PlanContext } from "../plan-context.ts";
import { invoiceLegs } from "./legs.ts";

export function planInvoice(context: PlanContext, salesOrder: DocumentRef | null): InvoiceDocument {
  const { order, shop, books } = context;
  return {
    kind: "invoice",
    ...context.header({ kind: "invoice", part: "1" }),
    ...context.salesBody,
    date: shopDate(invoicedAt(order), shop.timeZone),
    legs: invoiceLegs(context.salesBody, books),
    salesOrder,
  };
}

/** The day the last goods left; an order invoiced before it ships carries its own date. */
function invoicedAt(order: PlanContext["order"]): PlanContext["order"]["placedAt"] {
  if (order.fulfilmentWord !== "fulfilled") return order.placedAt;
  const shipped = order.fulfilments.filter((fulfilment) => fulfilment.succeeded).map((fulfilment) => fulfilment.at);
  return shipped.reduce((latest, at) => (at.epochMilliseconds > latest.epochMilliseconds ? at : latest), shipped[0] ?? order.placedAt);
}
