/** PaymentTerms with their schedule; whether they are due follows from the simulated time and from what is outstanding. */
import { paymentTotals } from "../../orders/payment-totals.ts";
import type { OrderRecord, PaymentTermsRecord } from "../../state/order-record.ts";
import { connectionField } from "./list-view.ts";
import { moneyView } from "./money-view.ts";
import type { View, ViewContext } from "./view-context.ts";
import { gid } from "./view-context.ts";

export function paymentTermsView(terms: PaymentTermsRecord, order: OrderRecord, { now }: ViewContext): View {
  const open = paymentTotals(order).outstanding.shop > 0n;
  const due = open && terms.schedules.some(({ dueAt, completedAt }) => completedAt === null && dueAt !== null && dueAt <= now);
  return {
    id: gid("PaymentTerms", terms.id),
    paymentTermsName: terms.name,
    paymentTermsType: terms.type,
    dueInDays: terms.dueInDays,
    due,
    overdue: due,
    paymentSchedules: connectionField(terms.schedules, ({ id, issuedAt, dueAt, completedAt, amount }) => ({
      id: gid("PaymentSchedule", id),
      issuedAt,
      dueAt,
      completedAt,
      balanceDue: moneyView(open ? amount : "0", order.currency),
      totalBalance: moneyView(amount, order.currency),
    })),
  };
}
