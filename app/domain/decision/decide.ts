/** Decide: what settings and rules say about one order, with the reason for every document that exists or does not. */
import type { Temporal } from "temporal-polyfill";
import type { ItemKey } from "../books/books.ts";
import type { DocumentKind } from "../documents/kind.ts";
import { isZero } from "../money/money.ts";
import type { Order } from "../order/order.ts";
import { entryWords } from "../order/status.ts";
import { markedAsPaid } from "../order/marked-as-paid.ts";
import type { SetBy, SetByRule, Slots, SlotsByLine } from "../rules/actions/slots.ts";
import { type CompiledRules, evaluateRules, type RuleQuestion, type RuleTrace } from "../rules/evaluate.ts";
import { shopDate } from "../time/shop-date.ts";
import { asShipped, unlessNotShipped } from "./as-shipped.ts";
import { asDecided } from "./as-decided.ts";
import { bySettings } from "./by-settings.ts";
import { inPostingForm, type Verdicts, withFollowing } from "./posting-form.ts";
import { MODES, type Settings } from "../settings/settings.ts";

export type Because = { by: "mode" | "rule" | "status" | "setting" | "order" | "books"; name: string };

export type Verdict = { create: boolean; because: Because };

export type Treatment = { kind: "sync" } | { kind: "skip" | "hold"; because: Because; sentence: string };

export type Decision = {
  treatment: Treatment;
  /** Of an order in the books: the rule that skips or holds such orders before they are sent. What was sent is followed all the same; a held change waits (decision 050). */
  passed?: Exclude<Treatment, { kind: "sync" }>;
  /** The rule whose hold a person let the order pass before it was in the books: it holds the order no more (decision 063). */
  released?: string;
  documents: Record<DocumentKind, Verdict>;
  trace: RuleTrace[];
  /** What rules set, or settings where no rule did, and which of them: for the order, and by line. */
  slots: Slots<SetBy>;
  lineSlots: SlotsByLine<SetBy>;
};

export type DecisionInput = {
  order: Order;
  settings: Settings;
  rules: CompiledRules;
  timeZone: string;
  /** The shop's day; left out, the day on which the order last changed. */
  today?: Temporal.PlainDate | undefined;
  /** What a line's item is in the books; left out, nothing is known of it. */
  itemType?: RuleQuestion["itemType"];
  /** Whether the books have an item for this; left out, they are taken to have it. */
  knowsItem?: ((key: ItemKey) => boolean) | undefined;
  /** True once the order has a live document: from then on everything follows, whatever the chosen statuses. */
  entered: boolean;
  /** True once a document of the order is in the books: then rules that skip or hold orders do not keep it from being followed. */
  follows?: boolean;
  /** A person looked at the order and let it pass what holds it. */
  released?: boolean;
  /** What gives the order its posting form (posting-form.ts). */
  shaping?: readonly { kind: DocumentKind }[];
};

export function decide({ order, settings, rules, timeZone, entered, follows = false, released = false, shaping = [], today, itemType, knowsItem }: DecisionInput): Decision {
  const kept = entered ? null : keptOut(order, settings, timeZone);
  if (kept) return { treatment: kept, documents: inPostingForm(modeVerdicts(settings), order, shaping), trace: [], slots: {}, lineSlots: {} };

  const { treatment, passed, slots, lineSlots, trace } = evaluateRules({ rules, order, timeZone, today, itemType, follows, released });
  const asPaid = slots.markAsPaid && !slots.markAsUnpaid ? markedAsPaid(asDecided(order, { slots, lineSlots }), []) : order;
  const byMode = unlessNotShipped(order, settings.options, inPostingForm(ofTransactionType(modeVerdicts(settings), slots.transactionType), asPaid, shaping));
  const said = bySettings({ order, options: settings.options, timeZone, knowsItem }, { slots, lineSlots });
  if (treatment.kind !== "sync") {
    return { treatment: byRule(treatment), documents: byMode, trace, ...said };
  }
  const ofShipped = asShipped(order, settings.options);
  const without = (verdict: Verdict, slot: { rule: string } | undefined): Verdict =>
    slot && verdict.create ? { create: false, because: { by: "rule", name: slot.rule } } : verdict;
  const documents = unlessNeverSold(order, {
    ...byMode,
    sales_order: without(byMode.sales_order, slots.stopSalesOrders),
    invoice: without(byMode.invoice, ofShipped === order ? slots.stopInvoices : evaluateRules({ rules, order: ofShipped, timeZone, today, itemType, follows, released }).slots.stopInvoices),
    payment: without(byMode.payment, slots.markAsUnpaid),
    sales_receipt: without(byMode.sales_receipt, slots.markAsUnpaid),
    purchase_order: oncePaid(without(byMode.purchase_order, slots.stopPurchaseOrders), asPaid),
  });
  return { treatment: { kind: "sync" }, ...(passed && { passed: byRule(passed) }), documents: withFollowing(documents), trace, ...said };
}

const byRule = ({ kind, rule }: { kind: "skip" | "hold"; rule: string }): Exclude<Treatment, { kind: "sync" }> =>
  ({ kind, because: { by: "rule", name: rule }, sentence: kind === "skip" ? `Not synced: your rule "${rule}".` : `Held for review: your rule "${rule}".` });

/** What the mode makes sooner or later, before any rule has held something back. */
export function modeVerdicts(settings: Pick<Settings, "mode">): Record<DocumentKind, Verdict> {
  const mode = MODES[settings.mode];
  const verdict = (create: boolean): Verdict => ({ create, because: { by: "mode", name: settings.mode } });
  const none = verdict(false);
  return withFollowing({
    chargeback: none, chargeback_reversal: none,
    sales_order: verdict(mode.salesOrder), invoice: verdict(mode.invoice), payment: verdict(mode.payment), sales_receipt: verdict(mode.salesReceipt),
    credit_memo: none, refund_receipt: none, customer_refund: none, purchase_order: verdict(mode.purchaseOrder),
  });
}

/** A rule's kind of document in place of the mode's. Payments stay as the mode has them; a receipt holds them itself, and what a receipt would have held is recorded beside an invoice. */
function ofTransactionType(byMode: Verdicts, slot: SetByRule | undefined): Verdicts {
  if (!slot) return byMode;
  const verdict = (create: boolean): Verdict => ({ create, because: { by: "rule", name: slot.rule } });
  const isReceipt = slot.value === "sales_receipt";
  const payment = !isReceipt && byMode.sales_receipt.create && slot.value === "invoice" ? verdict(true) : isReceipt ? verdict(false) : byMode.payment;
  return withFollowing({ ...byMode, payment, sales_order: verdict(slot.value === "sales_order"), invoice: verdict(slot.value === "invoice"), sales_receipt: verdict(isReceipt) });
}

/** Nothing is ordered from a vendor before its customer has paid for it, or the money is reserved. */
function oncePaid(verdict: Verdict, { paymentWord, status }: Order): Verdict {
  if (!verdict.create) return verdict;
  if (status === "cancelled") return { create: false, because: { by: "order", name: "cancelled" } };
  return paymentWord === "paid" || paymentWord === "authorized" ? verdict : { create: false, because: { by: "order", name: "not_authorized_yet" } };
}

/** Cancelled before anything shipped, or given back as a whole: nothing was sold, so nothing is invoiced that is not invoiced yet (stories A8, A37). */
function unlessNeverSold(order: Order, verdicts: Verdicts): Verdicts {
  if (order.status !== "cancelled" || (order.fulfilmentWord !== "unfulfilled" && !isZero(order.totals.current))) return verdicts;
  const not = (verdict: Verdict): Verdict => (verdict.create ? { create: false, because: { by: "order", name: "cancelled" } } : verdict);
  return { ...verdicts, sales_order: not(verdicts.sales_order), invoice: not(verdicts.invoice), sales_receipt: not(verdicts.sales_receipt) };
}

function keptOut(order: Order, { statuses, options }: Settings, timeZone: string): Treatment | null {
  if (options.startDate !== null && shopDate(order.placedAt, timeZone).toString() < options.startDate) {
    return skip({ by: "setting", name: "startDate" }, `Not synced: the order was placed before your start date, ${options.startDate}.`);
  }
  const words = entryWords(order);
  if (!words.some((word) => statuses.includes(word))) {
    const chosen = statuses.length > 0 ? statuses.join(", ") : "none";
    return skip({ by: "status", name: order.status }, `Not synced: the order is ${words.join(" and ")}; chosen statuses are ${chosen}.`);
  }
  if (order.test && !options.syncTestOrders) return skip({ by: "setting", name: "syncTestOrders" }, "Not synced: it is a test order.");
  if (isZero(order.totals.current) && !options.syncFreeOrders) {
    return skip({ by: "setting", name: "syncFreeOrders" }, "Not synced: the order is free, and free orders are left out.");
  }
  return null;
}

const skip = (because: Because, sentence: string): Treatment => ({ kind: "skip", because, sentence });
