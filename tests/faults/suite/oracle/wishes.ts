/** What settings and rules ask for, worked out again without the app's own code. */
import type { OrderFacts } from "./order-facts.ts";
import { SUITE_MODES, type SuiteConfig, type Wishes } from "./story.ts";

export type Wanted = Wishes & { treatment: "sync" | "skip" | "hold" };

export const isEligible = ({ statuses }: SuiteConfig, { words }: OrderFacts): boolean => statuses.some((status) => words.has(status));

/** Rules in their order: the first that settles the order ends the list. */
export function wantedOf(config: SuiteConfig, facts: OrderFacts): Wanted {
  const wanted: Wanted = { treatment: "sync", ...SUITE_MODES[config.mode] };
  for (const rule of config.rules) {
    switch (rule) {
      case "invoice_when_fulfilled":
        if (!facts.fulfilled) wanted.invoice = false;
        break;
      case "paypal_is_unpaid":
        if (facts.paypal) wanted.payment = false;
        break;
      case "no_sales_order_when_paid":
        if (facts.paid) wanted.salesOrder = false;
        break;
      case "hold_tagged":
        if (facts.tags.includes("hold")) return { ...wanted, treatment: "hold" };
        break;
      case "skip_tagged":
        if (facts.tags.includes("skip")) return { ...wanted, treatment: "skip" };
        break;
    }
  }
  return wanted;
}

export const markedUnpaid = ({ mode, rules }: SuiteConfig, facts: OrderFacts): boolean => rules.includes("paypal_is_unpaid") && facts.paypal && SUITE_MODES[mode].payment;
