import { describe, expect, it } from "vitest";
import type { Books } from "../books/books.ts";
import { sampleBooks, withPurchases } from "../books/sample-books.ts";
import { decide } from "../decision/decide.ts";
import type { PlannedDocument } from "../documents/document.ts";
import { type Sample, sampleOrder } from "../order/sample-order.ts";
import { aspectsOf } from "../plan/aspects.ts";
import { type ExistingDocument, plan } from "../plan/plan.ts";
import { compileRules } from "../rules/compile-rules.ts";
import { parseRules } from "../rules/parse-rules.ts";
import type { Rule } from "../rules/rule.ts";
import { type LifeMoment, type LifeStage, orderLife } from "./order-life.ts";
import { answersFor, INVOICE_MOMENTS, type InvoiceMoment, PAYMENT_RECORDERS, type PaymentRecorder, presetFor, type SetupAnswers, type SupplierShips, withPresetRules } from "./presets.ts";
import { DEFAULT_SETTINGS, type Settings } from "./settings.ts";

/** Nobody else's payments go with purchase orders. */
const EVERY_ANSWER: SetupAnswers[] = INVOICE_MOMENTS.flatMap((invoice): SetupAnswers[] => [
  ...PAYMENT_RECORDERS.map((payments) => ({ invoice, payments, supplier: "no" as const })), { invoice, payments: "tieout", supplier: "yes" },
]);

const settingsOf = ({ mode, statuses }: Pick<Settings, "mode" | "statuses">): Settings => ({ ...DEFAULT_SETTINGS, mode, statuses });

const OWN_RULE: Rule = { title: "No wholesale", enabled: true, when: { all: [{ field: "order.tags", op: "equals", value: "wholesale" }] }, then: [{ action: "do_not_sync" }] };

describe("presetFor", () => {
  it.each<[InvoiceMoment, PaymentRecorder, string, string[], SupplierShips?]>([
    ["at_once", "tieout", "invoices_payments", []],
    ["at_once", "somebody_else", "invoices", []],
    ["when_paid", "tieout", "sales_orders_invoices_payments", ["Create the invoice only when the order is paid"]],
    ["when_paid", "somebody_else", "invoices", ["Create the invoice only when the order is paid"]],
    ["when_shipped", "tieout", "sales_orders_invoices_payments", ["Create the invoice only when the order has shipped"]],
    ["when_shipped", "somebody_else", "invoices", ["Create the invoice only when the order has shipped"]],
    ["at_once", "tieout", "sales_orders_invoices_purchase_orders", [], "yes"],
    ["when_shipped", "tieout", "sales_orders_invoices_purchase_orders", ["Create the invoice only when the order has shipped"], "yes"],
    ["at_once", "somebody_else", "invoices", [], "yes"],
  ])("invoice %s, payments by %s: mode %s with rules %j, supplier ships: %s", (invoice, payments, mode, titles, supplier = "no") => {
    const preset = presetFor({ invoice, payments, supplier });
    expect(preset.mode).toBe(mode);
    expect(preset.rules.map(({ title }) => title)).toEqual(titles);
    expect(parseRules(preset.rules)).toEqual({ ok: true, value: preset.rules });
    expect(preset.statuses).not.toContain("cancelled");
  });

  it.each(EVERY_ANSWER)("is recognised again from what it saved: $invoice, $payments, $supplier", (answers) => {
    const preset = presetFor(answers);
    expect(answersFor(settingsOf(preset), preset.rules)).toEqual(answers);
    expect(answersFor(settingsOf(preset), [...preset.rules, OWN_RULE])).toEqual(answers);
  });

  it("recognises no answers in a mode or a rule that no answer leads to", () => {
    expect(answersFor(settingsOf({ mode: "sales_orders", statuses: [] }), [])).toBeNull();
    const shipped = presetFor({ invoice: "when_shipped", payments: "tieout", supplier: "no" });
    const [rule] = shipped.rules;
    expect(rule).toBeDefined();
    expect(answersFor(settingsOf(shipped), rule ? [{ ...rule, enabled: false }] : [])).toBeNull();
  });
});

describe("withPresetRules", () => {
  const shipped = presetFor({ invoice: "when_shipped", payments: "tieout", supplier: "no" });
  const paid = presetFor({ invoice: "when_paid", payments: "tieout", supplier: "no" });

  it("replaces what an earlier set-up installed and keeps what people wrote", () => {
    const first = withPresetRules([OWN_RULE], shipped);
    expect(first).toEqual([...shipped.rules, OWN_RULE]);
    expect(withPresetRules(first, paid)).toEqual([...paid.rules, OWN_RULE]);
    expect(withPresetRules(first, presetFor({ invoice: "at_once", payments: "tieout", supplier: "no" }))).toEqual([OWN_RULE]);
  });

  it("changes nothing when the same set-up is finished twice", () => {
    const once = withPresetRules([OWN_RULE], shipped);
    expect(withPresetRules(once, shipped)).toEqual(once);
  });
});

const DROP_SHIP: Rule = { title: "Acme ships", enabled: true, when: { all: [] }, then: [{ action: "drop_ship", vendor: "Acme" }] };
const BOOKS: Books = withPurchases(sampleBooks(["TEE"]), { TEE: "8" }, ["Acme"]);

/** The same life through the real stages, each moment building on the documents of the one before. */
function realLife(answers: SetupAnswers): LifeStage[] {
  const preset = presetFor(answers);
  const settings = settingsOf(preset);
  const shop = { domain: "acme.myshopify.com", timeZone: "UTC" };
  const samples: [LifeMoment, Sample][] = [["placed", {}], ["paid", { paid: ["43.20"] }], ["shipped", { paid: ["43.20"], fulfilled: "everything" }]];
  let existing: ExistingDocument[] = [];
  return samples.map(([moment, sample]) => {
    const order = sampleOrder(sample);
    const decision = decide({ order, settings, rules: compileRules([...preset.rules, DROP_SHIP]), timeZone: "UTC", entered: existing.length > 0 });
    const { documents, issues, waits } = plan({ shop, order, decision, settings, existing, books: BOOKS });
    expect([...issues, ...waits]).toEqual([]);
    const before = new Set(existing.map(({ kind }) => kind));
    existing = documents.map((document) => ({ kind: document.kind, part: document.part, aspects: aspectsOf(document) }));
    return { moment, documents: documents.filter((document) => document.kind === "sales_order" || document.kind === "invoice" || document.kind === "payment" || document.kind === "purchase_order").map((document) => ({ kind: document.kind, settled: isSettled(document, documents), isNew: !before.has(document.kind) })) };
  });
}

function isSettled(document: PlannedDocument, all: readonly PlannedDocument[]): boolean {
  if (document.kind === "sales_order") return document.standing === "closed";
  if (document.kind === "payment") return document.applications.length > 0;
  if (document.kind === "purchase_order") return document.standing === "closed";
  return all.some((other) => other.kind === "payment" && other.applications.length > 0);
}

describe("orderLife", () => {
  it.each(EVERY_ANSWER)("draws what decide and plan really make of $invoice, $payments, $supplier", (answers) => {
    expect(orderLife(answers)).toEqual(realLife(answers));
  });
});
