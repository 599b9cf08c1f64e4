/**
 * Which credit pays what, in the order in which both came: payments and credit memos cover invoices and customer refunds, the oldest first. Money that goes
 * back is taken from the credit of its own change, then from what came in the same way, then from the oldest. Allocation conserves: nothing is covered twice.
 */
import type { Application } from "../documents/document.ts";
import { type DocumentRef, refKey } from "../documents/kind.ts";
import { isPositive, type Money, smaller, subtract } from "../money/money.ts";

export type Credit = { ref: DocumentRef; total: Money; at: number; /** Of whom it came, and for which change. */ gateway: string; change: string | null };
export type Debit = { ref: DocumentRef; total: Money; at: number; gateway: string; change: string | null };

type Open<Item> = Item & { left: Money };

/** By the credit's `refKey`: what it covers. */
export function allocate(credits: readonly Credit[], debits: readonly Debit[]): Map<string, Application[]> {
  const applications = new Map<string, Application[]>(credits.map(({ ref }) => [refKey(ref), []]));
  const openCredits: Open<Credit>[] = [];
  const openDebits: Open<Debit>[] = [];
  const cover = (credit: Open<Credit>, debit: Open<Debit>): void => {
    const amount = smaller(credit.left, debit.left);
    if (!isPositive(amount)) return;
    credit.left = subtract(credit.left, amount);
    debit.left = subtract(debit.left, amount);
    applications.get(refKey(credit.ref))?.push({ to: debit.ref, amount });
  };
  for (const event of byTime(credits, debits)) {
    if ("credit" in event) {
      const credit = { ...event.credit, left: event.credit.total };
      for (const debit of openDebits) cover(credit, debit);
      openCredits.push(credit);
    } else {
      const debit = { ...event.debit, left: event.debit.total };
      for (const credit of nearestFirst(openCredits, debit)) cover(credit, debit);
      openDebits.push(debit);
    }
  }
  return applications;
}

type Event = { at: number; rank: number; key: string } & ({ credit: Credit } | { debit: Debit });

/** At one moment: what was sold, then the money there is, then other credit, then what is given back of it. */
function byTime(credits: readonly Credit[], debits: readonly Debit[]): Event[] {
  const events: Event[] = [
    ...credits.map((credit) => ({ at: credit.at, rank: credit.ref.kind === "payment" ? 1 : 2, key: refKey(credit.ref), credit })),
    ...debits.map((debit) => ({ at: debit.at, rank: debit.ref.kind === "invoice" ? 0 : 3, key: refKey(debit.ref), debit })),
  ];
  return events.toSorted((a, b) => a.at - b.at || a.rank - b.rank || a.key.localeCompare(b.key));
}

function nearestFirst(credits: readonly Open<Credit>[], debit: Debit): Open<Credit>[] {
  if (debit.ref.kind === "invoice") return [...credits];
  const distance = (credit: Credit): number => (credit.change !== null && credit.change === debit.change ? 0 : credit.gateway === debit.gateway ? 1 : 2);
  return credits.toSorted((a, b) => distance(a) - distance(b));
}
