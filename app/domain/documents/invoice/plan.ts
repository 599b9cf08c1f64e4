/** The invoices of an order: income is booked here. The first one copies the sales order's lines and closes it; what is added once that one is paid gets one of its own. */
import type { Issue } from "../../issues/issue.ts";
import { add } from "../../money/money.ts";
import { onlyAdded, withoutChanges, withoutRemovals } from "../../order/change.ts";
import type { Order } from "../../order/order.ts";
import { partShipped } from "../../order/part-shipped.ts";
import { invoicedAt } from "../../order/sold-at.ts";
import type { Step } from "../../plan/course.ts";
import type { Shipment } from "../../plan/shipments.ts";
import { customFieldsOf, dueTerms } from "../buyer-terms.ts";
import { chosenDay } from "../chosen-day.ts";
import { dayOfChange } from "../day-of-change.ts";
import type { InvoiceDocument, SalesOrderDocument } from "../document.ts";
import { ruledDate, saleChoices } from "../form-choices.ts";
import type { DocumentRef } from "../kind.ts";
import { salesLines } from "../lines.ts";
import { addresses, foldedIds, type PlanContext } from "../plan-context.ts";
import { invoiceLegs } from "./legs.ts";

export function planInvoice(context: PlanContext, salesOrder: DocumentRef | null): InvoiceDocument {
  const { order, shop, books } = context;
  return {
    kind: "invoice",
    ...context.header({ kind: "invoice", part: "1" }),
    ...context.salesBody,
    date: ruledDate(order, chosenDay(context, "invoice", invoicedAt(order))),
    legs: invoiceLegs(context.salesBody, books),
    salesOrder,
    covers: foldedIds(context),
    terms: dueTerms(order, books.company, shop),
    customFields: customFieldsOf(order, books.company),
    byEmail: byEmail(order),
  };
}

/** One per shipment (story A13): the first is linked to the sales order, which QuickBooks allows once, and has what is no goods with it. */
export function planShipmentInvoices(context: PlanContext, shipments: readonly Shipment[], salesOrder: SalesOrderDocument | null, issues: Issue[]): InvoiceDocument[] {
  const { order, shop, books, course, salesBody } = context;
  const sold = withoutChanges(order, course.steps.filter(({ folded }) => !folded).map(({ change }) => change));
  const agreed = withoutRemovals(order);
  // What was kept of money that went back before anything shipped.
  const kept = salesBody.lines.filter(({ role }) => role === "refund_discrepancy");
  const before = new Map<string, number>();
  return shipments.map(({ id, part, ordinal, at, units }): InvoiceDocument => {
    const isFirst = part === "1";
    const { issues: ofLines, ...goods } = salesLines(partShipped({ sold, agreed, before, units, isFirst }), books);
    issues.push(...ofLines);
    const figures = isFirst ? { ...goods, lines: [...goods.lines, ...kept], total: kept.reduce((total, { amount }) => add(total, amount), goods.total) } : goods;
    for (const [lineId, quantity] of units) before.set(lineId, (before.get(lineId) ?? 0) + quantity);
    return {
      kind: "invoice",
      ...context.header({ kind: "invoice", part }, ordinal === 1 ? "" : `-${ordinal}`),
      ...addresses(context), ...figures, chosen: saleChoices(order, books),
      date: chosenDay(context, "invoice", at),
      legs: invoiceLegs(figures, books),
      salesOrder: isFirst && salesOrder ? { kind: "sales_order", part: salesOrder.part } : null,
      ...(isFirst && salesOrder ? { salesOrderTotal: salesOrder.total } : {}),
      shipment: id,
      covers: [],
      terms: dueTerms(order, books.company, shop),
      customFields: customFieldsOf(order, books.company),
      byEmail: byEmail(order),
    };
  });
}

const byEmail = ({ bookAs, email }: Pick<Order, "bookAs" | "email">): boolean | undefined => (bookAs?.emailInvoice !== undefined && email ? true : undefined);

/** QuickBooks allows a sales order one link, and a paid invoice is never changed (stories A12, A22). */
export function planFurtherInvoice(context: PlanContext, step: Step, issues: Issue[]): InvoiceDocument {
  const { order, shop, books } = context;
  const { lines, tax, taxes, total, issues: ofLines } = salesLines(onlyAdded(order, step.change), books);
  issues.push(...ofLines);
  return {
    kind: "invoice",
    ...context.header({ kind: "invoice", part: step.change.id }, `-E${step.ordinal}`),
    ...addresses(context), lines, tax, taxes, total, chosen: saleChoices(order, books),
    date: dayOfChange(context, step),
    legs: invoiceLegs({ lines, tax, total }, books),
    salesOrder: null,
    covers: [],
    terms: dueTerms(order, books.company, shop),
    customFields: customFieldsOf(order, books.company),
    byEmail: byEmail(order),
  };
}
