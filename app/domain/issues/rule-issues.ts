/** Issues about what rules name, and what they hold. */
import type { Issue } from "./issue.ts";

export const namedMissing = (what: string, name: string): Issue => ({
  code: "rule_names_missing",
  cause: `${what}:${name.trim().toLowerCase()}`,
  sentence: `A rule uses the ${what} "${name}", which QuickBooks does not have or has made inactive.`,
  remedy: `Create "${name}" in QuickBooks or change the rule; the orders continue by themselves.`,
});

export const orderHeldInBooks = (orderName: string, rule: string, documents: readonly string[]): Issue => ({
  code: "held_in_books",
  cause: orderName,
  sentence: `Order ${orderName} changed after it was sent to QuickBooks, and your rule "${rule}" holds it: its ${documents.join(", ")} ${documents.length === 1 ? "waits" : "wait"}.`,
  remedy: "Look at the order, then press Approve and send on its page to send what waits, or change the rule.",
});

/** The money came for an order that a rule had marked as paid, and the rule's payment cannot be moved to the day and account of that money. */
export function ruledPaymentStays(orderName: string, { date, cameOn, cameTo, why }: { date: string; cameOn: string; cameTo: string; why: { closedThrough: string } | { deposit: string } }): Issue {
  const isClosed = "closedThrough" in why;
  return {
    code: isClosed ? "period_closed" : "payment_deposited",
    cause: orderName,
    sentence: `A rule marked order ${orderName} as paid on ${date}. Its money came on ${cameOn} to "${cameTo}", and the payment cannot be changed: ${isClosed ? `the books are closed through ${why.closedThrough}` : `it stands on ${why.deposit}`}.`,
    remedy: `${isClosed ? "Open the period" : "Take it off the deposit"}, or date the payment ${cameOn} on "${cameTo}" in QuickBooks yourself; then press Resync.`,
  };
}
