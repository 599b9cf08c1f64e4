/** How an order's documents hang together: payments applied, balances, the standing of the sales order. */
import type { OrderRecord } from "#sandbox/shopify/state/order-record.ts";
import type { BookDocument } from "./documents-in-books.ts";
import type { Invariant, Violation } from "./evidence.ts";
import type { OrderFacts } from "./order-facts.ts";
import type { OrderStory, SuiteConfig } from "./story.ts";
import { markedUnpaid, type Wanted } from "./wishes.ts";

export type Chain = { tenant: string; order: OrderRecord; story: OrderStory; facts: OrderFacts; config: SuiteConfig; wanted: Wanted; live: readonly BookDocument[] };

/** Of orders a person has taken something away from, only what nothing can excuse is judged elsewhere. */
export function judgeApplications({ tenant, order, story, facts, config, wanted, live }: Chain): Violation[] {
  if (story.removals.some(({ resynced, duringResync }) => !resynced || duringResync)) return [];
  const violations: Violation[] = [];
  const say = (invariant: Invariant, detail: string): void => {
    violations.push({ invariant, detail: `shop ${tenant}, order ${order.name}: ${detail}` });
  };
  const invoice = live.find(({ entity }) => entity === "Invoice");
  const estimate = live.find(({ entity }) => entity === "Estimate");
  const payments = live.filter(({ entity }) => entity === "Payment");
  const received = payments.reduce((sum, { total }) => sum + total, 0n);

  if (invoice && invoice.balance !== invoice.total - received) say("balance", `the invoice is open with ${invoice.balance} of ${invoice.total} though ${received} was paid`);
  for (const payment of payments) {
    const left = invoice ? 0n : payment.total;
    if (payment.unapplied !== left) say("credit left", `payment ${payment.id} has ${payment.unapplied} unapplied, not ${left}`);
  }
  const settled = facts.paid && wanted.payment;
  if (invoice && settled && invoice.balance !== 0n) say("balance", `fully paid, and ${invoice.balance} is open`);
  if (invoice && invoice.balance === 0n && invoice.total > 0n && !facts.paid) say("balance", "nothing is open though the order is not paid");

  const standing = invoice ? "Closed" : facts.paid && !markedUnpaid(config, facts) ? "Accepted" : "Pending";
  if (estimate && estimate.status !== standing) say("status", `the sales order is ${estimate.status ?? "nothing"}, not ${standing}`);
  return violations;
}
