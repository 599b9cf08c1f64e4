/**
 * The course of an order in a bookkeeper's terms: which of its changes belong into its first invoice or receipt, which stand beside that as documents of
 * their own, and what the money that was given back was for. What is in the books already stays as it was booked, whatever period is closed later.
 */
import type { Temporal } from "temporal-polyfill";
import type { DocumentKind } from "../documents/kind.ts";
import { legacyId } from "../documents/header.ts";
import { add, isNegative, isPositive, isZero, type Money, smaller, subtract, sum, zero } from "../money/money.ts";
import { addedWorth, hasFreeReturn, type OrderChange, removedWorth } from "../order/change.ts";
import { amountDue, giftCardTransactions, type Order, type OrderTransaction, receivedTransactions, refundTransactions } from "../order/order.ts";
import type { Aspects } from "./aspects.ts";
import type { Shipment } from "./shipments.ts";
import { type Touched, touchedBy } from "./shipped-by-then.ts";

export type ExistingDocument = { kind: DocumentKind; part: string; aspects?: Aspects; date?: Temporal.PlainDate; /** The number that the books hold; what rules say of numbers since does not change it. */ number?: string | null };

/** Money given back by one transaction: what was the customer's, and what was given beyond it. */
export type PaidBack = { transaction: OrderTransaction; ofCredit: Money; beyond: Money };

export type Step = {
  change: OrderChange;
  /** Counted from 1; numbers of documents end with it. */
  ordinal: number;
  /** In the lines of the first invoice or receipt instead of documents of its own. */
  folded: boolean;
  removed: Money;
  added: Money;
  /** Of what was removed, the part that the merchant did not give back. */
  kept: Money;
  paidBack: PaidBack[];
  /** How what was removed leaves the books; null where nothing was, or where it is folded. */
  reversal: "refund_receipt" | "credit_memo" | null;
};

export type Course = {
  steps: Step[];
  /** The invoice is taken back as a whole: the order was cancelled before anybody paid. */
  isVoided: boolean;
  /** What the customer has paid beyond what the order is worth, at the end. */
  owed: Money;
  /** What the order is worth at the end, as far as it was paid, with what was kept. */
  kept: Money;
  /** Of an order that is invoiced as it ships, why a change has no invoice or credit to stand on: null where each has. */
  cannotSplit: "both" | "kept" | null;
};

export type CourseInput = {
  order: Order;
  existing: readonly ExistingDocument[];
  closedThrough: Temporal.PlainDate | null;
  /** What the order is sold by, and since when; null where no such document is wanted. */
  sale: { kind: "invoice" | "sales_receipt"; at: Temporal.Instant } | null;
  /** False where payments are somebody else's business: then nothing says what was given back either. */
  recordsMoney: boolean;
  /** Where each has an invoice of its own; null where the order has one. */
  shipments?: readonly Shipment[] | null;
  /** Which account a gateway's money comes from. */
  accountOf: (gateway: string) => string;
};

/**
 * What the changes so far have left: what the order is worth, and what was given back of what the customer had paid for it. `goodwill` was given beyond that;
 * as far as the order is not worth it any more it was part of giving the rest back (`offset`): nobody is owed more than what the shop still has of theirs.
 */
type Running = { worth: Money; returned: Money; goodwill: Money; offset: Money };

export function courseOf(input: CourseInput): Course {
  const { order, sale } = input;
  const changes = allChanges(order);
  const nothing = zero(order.currency);
  const moves = changes.map((change) => ({ change, added: addedWorth(order.currency, change), removed: removedWorth(order.currency, change) }));
  const first = moves.reduce((worth, { added, removed }) => add(subtract(worth, added), removed), amountDue(order));
  const touched = input.shipments && sale ? touchedBy(order, input.shipments, changes) : null;
  const isVoided = sale?.kind === "invoice" && touched === null && cancelledUnpaid(input);
  let running: Running = { worth: first, returned: nothing, goodwill: nothing, offset: nothing };
  const figures = moves.map((move): Figures => {
    const each = figuresOf(order, running, move);
    running = after(running, each);
    return each;
  });
  /** A change of what is sold has documents of its own already. */
  let apart = false;
  const steps = figures.map((each, index): Step => {
    const next = figures.slice(index + 1).find(({ back }) => !isZero(back));
    const everPaid = figures.slice(0, index + 1).some(({ wasPaid }) => wasPaid);
    const refundedWhileOwed = (next !== undefined && !next.wasPaid) || endsOverpaid(figures.slice(index));
    const standing: Standing = { ...each, apart, everPaid, refundedWhileOwed };
    const step = stepOf(input, { isVoided, touched: touched?.get(each.change.id) ?? null }, standing, index + 1);
    apart ||= !step.folded && each.sells;
    return step;
  });
  const paid = sum(order.currency, [...receivedTransactions(order), ...giftCardTransactions(order)].map(({ amount }) => amount));
  const owed = subtract(subtract(paid, running.returned), running.worth);
  return { steps, isVoided, owed: isPositive(owed) ? owed : nothing, kept: smaller(running.worth, subtract(paid, running.returned)), cannotSplit: cannotSplit(input, touched, steps) };
}

/** Before what was owed at the first of these was paid, so much was taken out that too much is paid: a receipt cannot hold less than the money that came. */
function endsOverpaid(figures: readonly Figures[]): boolean {
  const end = figures.find(({ wasPaid, overpays }, index) => overpays || (wasPaid && index > 0));
  return end?.overpays === true;
}

/** It took out what was invoiced with a shipment and what was not; or it kept money for goods that will never ship, after the first invoice was made. */
function cannotSplit({ shipments }: CourseInput, touched: ReadonlyMap<string, Touched> | null, steps: readonly Step[]): Course["cannotSplit"] {
  const first = shipments?.[0];
  if (!touched || !first) return null;
  if ([...touched.values()].includes("both")) return "both";
  return steps.some(({ folded, kept, change }) => folded && isPositive(kept) && change.at.epochMilliseconds >= first.at.epochMilliseconds) ? "kept" : null;
}

const after = ({ worth, returned, goodwill, offset }: Running, { removed, added, kept, ofGoodwill, paidBack }: Figures): Running => ({
  worth: add(add(subtract(worth, removed), added), kept),
  returned: paidBack.reduce((total, { ofCredit }) => add(total, ofCredit), returned),
  goodwill: paidBack.reduce((total, { beyond }) => add(total, beyond), goodwill),
  offset: add(offset, ofGoodwill),
});

/** Refund transactions that no refund names are changes too. */
function allChanges(order: Order): OrderChange[] {
  const named = new Set(order.changes.flatMap(({ transactionIds }) => transactionIds));
  const others = refundTransactions(order).filter(({ id }) => !named.has(id)).map((transaction): OrderChange => ({
    id: legacyId(transaction.id), kind: "refund", at: transaction.at, sales: [], transactionIds: [transaction.id], discrepancy: zero(order.currency),
  }));
  return [...order.changes, ...others].toSorted((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds || Number(BigInt(a.id) - BigInt(b.id)));
}

/** What a change is in money, however it is booked. `back`: what was given back for it; `wasPaid`, `isFree`: of the order as it was before. */
type Figures = Pick<Step, "change" | "added" | "removed" | "kept" | "paidBack"> & { back: Money; wasPaid: boolean; isFree: boolean; /** Of `kept`, what had been given back before. */ ofGoodwill: Money; /** What is sold changes, be it for nothing. */ sells: boolean; /** It was not paid, and is worth less than was paid for it now. */ overpays: boolean };

function figuresOf(order: Order, running: Running, move: Pick<Step, "change" | "added" | "removed">): Figures {
  const { change, added, removed } = move;
  const { worth, returned } = running;
  const given = refundTransactions(order).filter(({ id }) => change.transactionIds.includes(id));
  const until = Math.max(...[change, ...given].map(({ at }) => at.epochMilliseconds));
  // Shopify's times are whole seconds. Money that comes in the second of an edit pays for what was edited; a refund gives back what had come.
  const paid = subtract(paidUntil(order, change.kind === "edit" && given.length === 0 ? until - 1 : until), returned);
  const worthAfter = add(subtract(worth, removed), added);
  const owedAfter = positive(subtract(paid, worthAfter));
  const back = sum(order.currency, given.map(({ amount }) => amount));
  const byDiscrepancy = keptOf(change, smaller(removed, owedAfter), back);
  const open = smaller(subtract(removed, byDiscrepancy), positive(subtract(subtract(owedAfter, byDiscrepancy), back)));
  const ofGoodwill = smaller(open, spentGoodwill(running, add(worthAfter, byDiscrepancy)));
  const kept = add(byDiscrepancy, ofGoodwill);
  return { ...move, back, kept, ofGoodwill, sells: !isZero(added) || !isZero(removed) || hasFreeReturn(order.currency, change), paidBack: split(given, subtract(owedAfter, kept)), wasPaid: paid.minor >= worth.minor, isFree: isZero(worth), overpays: paid.minor < worth.minor && isPositive(subtract(owedAfter, kept)) };
}

function stepOf(input: CourseInput, { isVoided, touched }: { isVoided: boolean; touched: Touched | null }, standing: Standing, ordinal: number): Step {
  const { change, added, removed, kept, paidBack } = standing;
  const folded = input.sale === null || isVoided || touched === "unsold" || (touched === null && isFolded(input, standing));
  return { change, added, removed, kept, paidBack, ordinal, folded, reversal: folded || (isZero(removed) && !hasFreeReturn(input.order.currency, change)) ? null : reversalOf(input, standing) };
}

const positive = (amount: Money): Money => (isNegative(amount) ? zero(amount.currency) : amount);

const paidUntil = (order: Order, at: number): Money =>
  sum(order.currency, [...receivedTransactions(order), ...giftCardTransactions(order)].filter((each) => each.at.epochMilliseconds <= at).map(({ amount }) => amount));

/** Less was given back than the removed part was worth to the customer: only what Shopify calls a discrepancy is kept, the rest is still owed. */
function keptOf({ discrepancy }: OrderChange, suggested: Money, back: Money): Money {
  return smaller(discrepancy, positive(subtract(suggested, back)));
}

/** Goodwill of before that is more than the order is worth now, as far as it is not counted yet. */
const spentGoodwill = ({ goodwill, offset }: Running, worth: Money): Money => positive(subtract(positive(subtract(goodwill, subtract(worth, offset))), offset));

/** The customer's own first, the oldest transaction first. */
function split(given: readonly OrderTransaction[], owed: Money): PaidBack[] {
  let left = owed;
  return given.map((transaction) => {
    const ofCredit = smaller(left, transaction.amount);
    left = subtract(left, ofCredit);
    return { transaction, ofCredit, beyond: subtract(transaction.amount, ofCredit) };
  });
}

const has = (existing: readonly ExistingDocument[], kind: DocumentKind, part: string): boolean => existing.some((each) => each.kind === kind && each.part === part);

/** `everPaid`: before the change the order was paid in full at some time. `refundedWhileOwed`: money goes back, or is to go back, before what is owed now was paid. */
type Standing = Figures & { apart: boolean; everPaid: boolean; refundedWhileOwed: boolean };

function isFolded({ existing, sale, closedThrough }: CourseInput, { change, removed, sells, back, wasPaid, isFree, apart, everPaid, refundedWhileOwed }: Standing): boolean {
  if (sale === null) return true;
  const standsAlone = (["credit_memo", "refund_receipt", "invoice"] as const).some((kind) => has(existing, kind, change.id));
  if (standsAlone && sells) return false;
  const sold = existing.find(({ kind, part }) => kind === sale.kind && part === "1");
  const covers = sold?.aspects?.covers;
  if (covers?.split(";").includes(change.id)) return true;
  if (covers === undefined && change.at.epochMilliseconds <= sale.at.epochMilliseconds) return true;
  // Its money went back from the customer's credit, before there was anything else to take it from: the day of a later invoice does not change that. Beside a receipt it stands because it came after it.
  if (sale.kind === "invoice" && !standsAlone && change.transactionIds.some((id) => has(existing, "customer_refund", legacyId(id)))) return true;
  const isOpen = !sold?.date || closedThrough === null || sold.date.toString() > closedThrough.toString();
  // A receipt is written, and written anew, when the order is paid in full: it holds what had changed until then. Once it is written it keeps the money that came, so what money went back for meanwhile stands beside it.
  if (sale.kind === "sales_receipt" && !wasPaid && (!everPaid || isZero(back))) return !everPaid || (!refundedWhileOwed && !apart && isOpen);
  // What an earlier change brought stands on a document of its own, and may be what this one changes.
  if (change.kind !== "edit" || !isZero(back) || apart) return false;
  // A receipt follows what is added to it and paid for; an invoice what is changed while somebody still has to pay it (story A12).
  if (sale.kind === "sales_receipt") return isZero(removed) && !refundedWhileOwed && isOpen;
  // Nothing is owed for a free order, so there is nothing that would be paid.
  return (!wasPaid || isFree) && isOpen;
}

/** Given back in full and from one account: one receipt holds income, tax and money. Else the income goes by a credit memo, and the money by itself. */
function reversalOf({ existing, recordsMoney, accountOf }: CourseInput, { change, removed, added, kept, paidBack, wasPaid }: Figures): Step["reversal"] {
  for (const kind of ["credit_memo", "refund_receipt"] as const) if (has(existing, kind, change.id)) return kind;
  const back = sum(removed.currency, paidBack.map(({ transaction }) => transaction.amount));
  const accounts = new Set(cashOf(paidBack).map(({ transaction }) => accountOf(transaction.gateway)));
  const isPaidBack = back.minor >= subtract(removed, kept).minor;
  return recordsMoney && wasPaid && isPaidBack && isZero(added) && accounts.size <= 1 && paidBack.length > 0 ? "refund_receipt" : "credit_memo";
}

export const isGiftCard = ({ transaction }: PaidBack): boolean => transaction.gateway === "gift_card";
export const cashOf = (paidBack: readonly PaidBack[]): PaidBack[] => paidBack.filter((each) => !isGiftCard(each));

/** Story A31: cancelled, never paid, and the books are open for the day of the invoice. */
function cancelledUnpaid({ order, existing, closedThrough }: CourseInput): boolean {
  if (!isCancelledUnpaid(order)) return false;
  const invoice = existing.find(({ kind, part }) => kind === "invoice" && part === "1");
  const isOpen = !invoice?.date || closedThrough === null || invoice.date.toString() > closedThrough.toString();
  return isOpen && !existing.some(({ kind }) => kind === "credit_memo");
}

export const isCancelledUnpaid = (order: Order): boolean =>
  order.cancelledAt !== null && isZero(order.totals.current) && ![...receivedTransactions(order), ...giftCardTransactions(order)].some(({ amount }) => isPositive(amount));

/** Money that goes back counts from the day it moved, not from the day it was promised. */
export const refundedAt = ({ at }: OrderChange, movedAt: Temporal.Instant): Temporal.Instant => (movedAt.epochMilliseconds > at.epochMilliseconds ? movedAt : at);
