/** Holds each customer of booked lives against the plans and, where the order is over, against Shopify's own word of what is still owed. Reads the simulated company only. */
import type { CompanyState } from "#sandbox/quickbooks/company/state.ts";
import { customerBalances, openItems } from "../month/customers-in-books.ts";
import { decimal } from "../oracle/cents.ts";

export type ExpectedCustomer = {
  /** Of the plan's legs on receivables, in cents; negative where the customer is owed. */
  planned: bigint;
  /** Shopify's total outstanding, of an order that is over in a mode that books income and money; null for every other. */
  outstanding: bigint | null;
};

/** In sentences; empty when all is right. `customers`: by e-mail address. */
export function wrongCustomers(company: CompanyState, customers: ReadonlyMap<string, ExpectedCustomer>): string[] {
  const balances = customerBalances(company);
  const wrong = [...customers].flatMap(([email, { planned, outstanding }]) => {
    const held = balances.get(email) ?? 0n;
    return [
      ...(held === planned ? [] : [`${email}: receivable ${decimal(held)}, planned ${decimal(planned)}`]),
      ...(outstanding === null || held === outstanding ? [] : [`${email}: receivable ${decimal(held)}, Shopify says ${decimal(outstanding)} is outstanding`]),
    ];
  });
  const strangers = [...balances].filter(([email, minor]) => minor !== 0n && !customers.has(email)).map(([email]) => `${email}: nobody's customer has a balance`);
  const loose = openItems(company).flatMap(({ email, name, minor, side }) => {
    const held = balances.get(email) ?? 0n;
    return (side === "debt" ? held > 0n : held < 0n) ? [] : [`${email}: ${name} has ${decimal(minor)} open at a balance of ${decimal(held)}`];
  });
  return [...wrong, ...strangers, ...loose];
}
