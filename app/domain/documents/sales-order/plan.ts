/** The sales order of an order: what was sold, before it ships. It never posts to the ledger. */
import type { Order } from "../../order/order.ts";
import { shopDate } from "../../time/shop-date.ts";
import { customFieldsOf } from "../buyer-terms.ts";
import type { SalesOrderDocument, Standing } from "../document.ts";
import { ruledDate } from "../form-choices.ts";
import type { PlanContext } from "../plan-context.ts";

/** `isOver`: an invoice is planned or exists, or the order was cancelled, so the sales order ends closed. `unpaid`: a rule says to treat the order as unpaid. */
export function planSalesOrder(context: PlanContext, options: { isOver: boolean; unpaid: boolean }): SalesOrderDocument {
  const { order, shop, books } = context;
  return {
    kind: "sales_order",
    ...context.header({ kind: "sales_order", part: "1" }),
    ...context.salesBody,
    date: ruledDate(order, shopDate(order.placedAt, shop.timeZone)),
    legs: [],
    customFields: customFieldsOf(order, books.company),
    standing: standingOf(order, options),
  };
}

function standingOf(order: Order, { isOver, unpaid }: { isOver: boolean; unpaid: boolean }): Standing {
  if (isOver) return "closed";
  return order.paymentWord === "paid" && !unpaid ? "accepted" : "pending";
}
