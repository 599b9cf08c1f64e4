/** The invoices of an order: income is booked here. The first one copies the sales order's lines and closes it; what is added once that one is paid gets one of its own. */
import type { Issue } from "../../issues/issue.ts";
import { onlyAdded } from "../../order/change.ts";
import type { Order } from "../../order/order.ts";
import { invoicedAt } from "../../order/sold-at.ts";
import type { Step } from "../../plan/course.ts";
import { shopDate } from "../../time/shop-date.ts";
import { dueTerms, customFieldsOf } from "../buyer-terms.ts";
import type { InvoiceDocument } from "../document.ts";
import { ruledDate } from "../form-choices.ts";
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
    date: ruledDate(order, shopDate(invoicedAt(order), shop.timeZone)),
    legs: invoiceLegs(context.salesBody, books),
    salesOrder,
    covers: foldedIds(context),
    terms: dueTerms(order, books.company, shop),
    customFields: customFieldsOf(order, books.company),
    byEmail: byEmail(order),
  };
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
    ...addresses(context), lines, tax, taxes, total,
    date: shopDate(step.change.at, shop.timeZone),
    legs: invoiceLegs({ lines, tax, total }, books),
    salesOrder: null,
    covers: [],
    terms: dueTerms(order, books.company, shop),
    customFields: customFieldsOf(order, books.company),
    byEmail: byEmail(order),
  };
}
