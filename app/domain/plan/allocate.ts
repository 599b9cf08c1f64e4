/**
 * Which credit pays what, in the order in which both came: payments and credit memos cover invoices and customer refunds, the oldest first. Money that goes
 * back is taken from the credit of its own change, then from what came in the same way, then from the oldest. What is in the books stays as it is applied
 * as far as it still fits: moving it about would change nothing but take links off others. Allocation conserves: nothing is covered twice.
 */
import type { Application } from "../documents/document.ts";
import { type DocumentRef, refKey } from "../documents/kind.ts";
import { add, isPositive, type Money, smaller, subtract } from "../money/money.ts";

export type Credit = { ref: DocumentRef; total: Money; at: number; /** Of whom it came, and for which change. */ gateway: string; change: string | null };
export type Debit = { ref: DocumentRef; total: Money; at: number; gateway: string; change: string | null };

type Open<Item> = Item & { left: Money };

/** By the credit's `refKey`: what it covers. `standing`: the same as it is in the books now. */
export function allocate(credits: readonly Credit[], debits: readonly Debit[], standing: ReadonlyMap<string, readonly Application[]> = new Map()): Map<string, Application[]> {
  const events = byTime(credits.map(opened), debits.map(opened));
  const covered = new Map<string, Map<string, Application>>(credits.map(({ ref }) => [refKey(ref), new Map()]));
  const cover = (credit: Open<Credit>, debit: Open<Debit>, most: Money): void => {
    const amount = smaller(smaller(credit.left, debit.left), most);
    if (!isPositive(amount)) return;
    credit.left = subtract(credit.left, amount);
    debit.left = subtract(debit.left, amount);
    const before = covered.get(refKey(credit.ref))?.get(refKey(debit.ref));
    covered.get(refKey(credit.ref))?.set(refKey(debit.ref), { to: debit.ref, amount: before ? add(before.amount, amount) : amount });
  };
  const all = { credits: events.flatMap((event) => ("credit" in event ? [event.credit] : [])), debits: events.flatMap((event) => ("debit" in event ? [event.debit] : [])) };
  for (const credit of all.credits) {
    for (const { to, amount } of standing.get(refKey(credit.ref)) ?? []) {
      const debit = all.debits.find(({ ref }) => refKey(ref) === refKey(to));
      if (debit) cover(credit, debit, amount);
    }
  }
  const openCredits: Open<Credit>[] = [];
  const openDebits: Open<Debit>[] = [];
  for (const event of events) {
    if ("credit" in event) {
      for (const debit of openDebits) cover(event.credit, debit, debit.left);
      openCredits.push(event.credit);
    } else {
      for (const credit of nearestFirst(openCredits, event.debit)) cover(credit, event.debit, credit.left);
      openDebits.push(event.debit);
    }
  }
  return new Map([...covered].map(([key, applications]) => [key, [...applications.values()]]));
}

const opened = <Item extends Credit | Debit>(item: Item): Open<Item> => ({ ...item, left: item.total });

type Event = { at: number; rank: number; key: string } & ({ credit: Open<Credit> } | { debit: Open<Debit> });

/** At one moment: what was sold, then the money there is, then other credit, then what is given back of it. */
function byTime(credits: readonly Open<Credit>[], debits: readonly Open<Debit>[]): Event[] {
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
