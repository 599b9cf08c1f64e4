/** The sales order of an order: what was sold, before it ships. It never posts to the ledger. */
import type { Issue } from "../../issues/issue.ts";
import { withoutChanges } from "../../order/change.ts";
import type { Order } from "../../order/order.ts";
import { customFieldsOf } from "../buyer-terms.ts";
import { chosenDay } from "../chosen-day.ts";
import type { SalesOrderDocument, Standing } from "../document.ts";
import { ruledDate } from "../form-choices.ts";
import { salesLines } from "../lines.ts";
import type { PlanContext } from "../plan-context.ts";

/** `isOver`: an invoice is planned or exists, or the order was cancelled, so the sales order ends closed. `unpaid`: a rule says to treat the order as unpaid. */
export function planSalesOrder(context: PlanContext, options: { isOver: boolean; unpaid: boolean; issues: Issue[] }): SalesOrderDocument {
  const { order, books } = context;
  return {
    kind: "sales_order",
    ...context.header({ kind: "sales_order", part: "1" }),
    ...context.salesBody,
    ...soldAtFirst(context, options.issues),
    date: ruledDate(order, chosenDay(context, "salesOrder", order.placedAt)),
    legs: [],
    customFields: customFieldsOf(order, books.company),
    standing: standingOf(order, options),
    ...(context.ruled !== undefined && { ruled: context.ruled }),
  };
}

/** Of an order that is invoiced as it ships, the sales order stays as the first shipment found it: later changes are the invoices' (story A13). */
function soldAtFirst({ order, books, shipments }: PlanContext, issues: Issue[]): Partial<Pick<SalesOrderDocument, "lines" | "tax" | "taxes" | "total">> {
  const [first] = shipments ?? [];
  if (!first) return {};
  const later = order.changes.filter(({ at }) => at.epochMilliseconds >= first.at.epochMilliseconds);
  const { issues: ofLines, ...figures } = salesLines(withoutChanges(order, later), books);
  issues.push(...ofLines);
  return figures;
}

function standingOf(order: Order, { isOver, unpaid }: { isOver: boolean; unpaid: boolean }): Standing {
  if (isOver) return "closed";
  return order.paymentWord === "paid" && !unpaid ? "accepted" : "pending";
}
