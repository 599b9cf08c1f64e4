/** The set-up's three questions turned into a mode, statuses and the rule that times the invoice (design page 01: "Choosing a mode needs no accounting"). */
import type { OrderStatus } from "../order/status.ts";
import type { Row, Rule } from "../rules/rule.ts";
import { type Mode, MODES, type Settings } from "./settings.ts";

export const INVOICE_MOMENTS = ["at_once", "when_paid", "when_shipped"] as const;
export type InvoiceMoment = (typeof INVOICE_MOMENTS)[number];

export const PAYMENT_RECORDERS = ["tieout", "somebody_else"] as const;
export type PaymentRecorder = (typeof PAYMENT_RECORDERS)[number];

/** Whether vendors ship something of it, so that they get purchase orders. */
export const SUPPLIER_SHIPS = ["no", "yes"] as const;
export type SupplierShips = (typeof SUPPLIER_SHIPS)[number];

export type SetupAnswers = { invoice: InvoiceMoment; payments: PaymentRecorder; supplier: SupplierShips };

export type Preset = { mode: Mode; statuses: OrderStatus[]; rules: Rule[] };

/** What a newcomer finds chosen: income is booked when it is earned, and nothing is left to type by hand. */
export const SUGGESTED_ANSWERS: SetupAnswers = { invoice: "when_shipped", payments: "tieout", supplier: "no" };

/** Marks the rules that set-up may replace when it is run again. */
const ORIGIN_NOTE = "Installed by set-up.";

export function presetFor(answers: SetupAnswers): Preset {
  const rule = RULES[answers.invoice];
  return { mode: modeFor(answers), statuses: [...SUGGESTED_STATUSES], rules: rule ? [rule] : [] };
}

/** Every order enters at once, whatever its state; a cancelled one that has no document needs none. */
const SUGGESTED_STATUSES: readonly OrderStatus[] = ["pending", "authorized", "partially_paid", "paid", "partially_fulfilled", "fulfilled"];

/** A sales order is worth making only where the invoice comes later, or vendors are told what to ship. No mode makes a sales order and an invoice, or purchase orders, without payments. */
function modeFor({ invoice, payments, supplier }: SetupAnswers): Mode {
  if (payments === "somebody_else") return "invoices";
  if (supplier === "yes") return "sales_orders_invoices_purchase_orders";
  return invoice === "at_once" ? "invoices_payments" : "sales_orders_invoices_payments";
}

const invoiceOnlyWhen = (title: string, unless: Row): Rule => ({
  title, enabled: true, when: { all: [unless] }, then: [{ action: "stop_creating_invoices" }], note: ORIGIN_NOTE,
});

const RULES = {
  at_once: null,
  when_paid: invoiceOnlyWhen("Create the invoice only when the order is paid", { field: "order.financialStatus", op: "does_not_equal", value: "paid" }),
  when_shipped: invoiceOnlyWhen("Create the invoice only when the order has shipped", { field: "order.status", op: "does_not_equal", value: "fulfilled" }),
} as const satisfies Record<InvoiceMoment, Rule | null>;

/** The preset's rules in place of those an earlier set-up installed; what people wrote stays, in its order, below. */
export function withPresetRules(rules: readonly Rule[], preset: Preset): Rule[] {
  const taken = new Set(preset.rules.map(({ title }) => title));
  const others = rules.filter(({ note, title }) => note !== ORIGIN_NOTE && !taken.has(title));
  return [...preset.rules, ...others];
}

/** The answers that led to these settings and rules, or null where no pair of answers leads to them. */
export function answersFor({ mode }: Settings, rules: readonly Rule[]): SetupAnswers | null {
  const payments: PaymentRecorder = MODES[mode].payment ? "tieout" : "somebody_else";
  const installed = rules.filter(({ enabled, then }) => enabled && then.some(({ action }) => action === "stop_creating_invoices"));
  const invoice = INVOICE_MOMENTS.find((moment) => sameConditions(installed, RULES[moment]));
  const supplier: SupplierShips = MODES[mode].purchaseOrder ? "yes" : "no";
  return invoice !== undefined && modeFor({ invoice, payments, supplier }) === mode ? { invoice, payments, supplier } : null;
}

function sameConditions([first, ...more]: readonly Rule[], rule: Rule | null): boolean {
  if (rule === null) return first === undefined;
  return first !== undefined && more.length === 0 && JSON.stringify(first.when) === JSON.stringify(rule.when);
}
