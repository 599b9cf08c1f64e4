import { describe, expect, it } from "vitest";
import { sampleBooks } from "../books/sample-books.ts";
import { decide } from "../decision/decide.ts";
import { type Sample, sampleOrder } from "../order/sample-order.ts";
import { compileRules } from "../rules/compile-rules.ts";
import { DEFAULT_SETTINGS } from "../settings/settings.ts";
import { aspectsOf } from "./aspects.ts";
import { diff } from "./diff.ts";
import type { PostedDocument } from "./operation.ts";
import { plan } from "./plan.ts";
import type { PlannedDocument } from "../documents/document.ts";

const RULES = compileRules([{
  title: "Invoice when it ships", enabled: true,
  when: { all: [{ field: "order.status", op: "does_not_equal", value: "fulfilled" }] }, then: [{ action: "stop_creating_invoices" }],
}]);

function documents(sample: Sample): PlannedDocument[] {
  const order = sampleOrder(sample);
  const decision = decide({ order, settings: DEFAULT_SETTINGS, rules: RULES, timeZone: "UTC", entered: false });
  return plan({ shop: { domain: "acme.myshopify.com", timeZone: "UTC" }, order, decision, settings: DEFAULT_SETTINGS, existing: [], books: sampleBooks(["TEE"]) }).documents;
}

const posted = (document: PlannedDocument): PostedDocument => ({
  postingId: document.kind, kind: document.kind, part: document.part, revision: 0, ledgerId: "1", syncToken: "0", number: document.number, date: document.date, total: document.total,
  aspects: aspectsOf(document),
});
const steps = (input: Parameters<typeof diff>[0]): string[] =>
  diff(input).operations.map(({ op, document }) => `${op} ${document.kind}${document.kind === "sales_order" ? ` ${document.standing}` : ""}`);
const automatic = { undone: [], askedByPerson: false };

describe("diff", () => {
  it("makes sales order and payment while the order waits to ship (A1)", () => {
    expect(steps({ planned: documents({ paid: ["43.20"] }), posted: [], ...automatic })).toEqual(["create sales_order accepted", "create payment"]);
  });

  it("invoices, closes and applies when the order ships (A2)", () => {
    const before = documents({ paid: ["43.20"] }).map(posted);
    expect(steps({ planned: documents({ paid: ["43.20"], fulfilled: "everything" }), posted: before, ...automatic })).toEqual([
      "create invoice", "close sales_order closed", "apply payment",
    ]);
  });

  it("makes everything at once for an order that is first seen when it has shipped, the sales order open until its invoice exists", () => {
    expect(steps({ planned: documents({ paid: ["43.20"], fulfilled: "everything" }), posted: [], ...automatic })).toEqual([
      "create sales_order accepted", "create invoice", "close sales_order closed", "create payment",
    ]);
  });

  it("accepts a pending sales order once it is paid", () => {
    expect(steps({ planned: documents({ paid: ["43.20"] }), posted: documents({}).map(posted), ...automatic })).toEqual(["update sales_order accepted", "create payment"]);
  });

  it("does not make again what a person deleted, unless a person asks", () => {
    const undone = [{ kind: "payment" as const, part: "900", revision: 0 }];
    const planned = documents({ paid: ["43.20"] });
    const live = planned.filter((document) => document.kind !== "payment").map(posted);
    expect(diff({ planned, posted: live, undone, askedByPerson: false })).toEqual({ operations: [], heldBack: [{ kind: "payment", part: "900" }] });
    expect(steps({ planned, posted: live, undone, askedByPerson: true })).toEqual(["create payment"]);
  });

  it("lets an invoice wait with the sales order that a person deleted, and the payment stay as it is (A27)", () => {
    const undone = [{ kind: "sales_order" as const, part: "1", revision: 0 }];
    const planned = documents({ paid: ["43.20"], fulfilled: "everything" });
    const live = documents({ paid: ["43.20"] }).filter(({ kind }) => kind === "payment").map(posted);
    expect(diff({ planned, posted: live, undone, askedByPerson: false })).toEqual({ operations: [], heldBack: [{ kind: "sales_order", part: "1" }] });
    expect(steps({ planned, posted: live, undone, askedByPerson: true })).toEqual(["create sales_order accepted", "create invoice", "close sales_order closed", "apply payment"]);
  });

  it("opens a sales order again when its invoice was taken away, none is wanted for now, and a person asks", () => {
    const undone = [{ kind: "invoice" as const, part: "1", revision: 0 }];
    const live = documents({ paid: ["43.20"], fulfilled: "everything" }).filter(({ kind }) => kind === "sales_order").map(posted);
    const planned = documents({ paid: ["43.20"] }).filter(({ kind }) => kind === "sales_order");
    expect(steps({ planned, posted: live, undone, askedByPerson: false })).toEqual([]);
    expect(steps({ planned, posted: live, undone, askedByPerson: true })).toEqual(["update sales_order accepted"]);
    // Closed by hand, without an invoice of ours that went away: the bookkeeper's decision.
    expect(steps({ planned, posted: live, undone: [], askedByPerson: true })).toEqual([]);
  });

  it("opens a sales order again that it closed for want of lines, and invoices it at once where that is due", () => {
    const empty = documents({}).filter(({ kind }) => kind === "sales_order").map((document) => posted({ ...document, standing: "closed", lines: [] } as typeof document));
    const open = documents({ paid: ["43.20"] });
    const live = [...empty, ...open.filter(({ kind }) => kind === "payment").map(posted)];
    expect(steps({ planned: open, posted: live, ...automatic })).toEqual(["update sales_order accepted"]);
    const shipped = documents({ paid: ["43.20"], fulfilled: "everything" });
    expect(steps({ planned: shipped, posted: live, ...automatic })).toEqual(["update sales_order accepted", "create invoice", "close sales_order closed", "apply payment"]);
    // One that holds goods was not closed for want of them.
    const byHand = open.map((document) => posted(document.kind === "sales_order" ? { ...document, standing: "closed" } : document));
    expect(steps({ planned: open, posted: byHand, ...automatic })).toEqual([]);
  });

  it("makes an invoice again that the order itself took back, without being asked (decision 057)", () => {
    const planned = documents({ paid: ["43.20"], fulfilled: "everything" });
    const live = planned.filter(({ kind }) => kind !== "invoice").map(posted);
    const undone = [{ kind: "invoice" as const, part: "1", revision: 0, byOrder: true as const, voided: 1 }];
    expect(steps({ planned, posted: live, undone, askedByPerson: false })).toContain("create invoice");
    expect(steps({ planned, posted: live, undone: [{ kind: "invoice" as const, part: "1", revision: 0, voided: 1 }], askedByPerson: false })).not.toContain("create invoice");
  });

  it("still records money that comes in while the invoice a person deleted is missing", () => {
    const undone = [{ kind: "invoice" as const, part: "1", revision: 0 }];
    const planned = documents({ paid: ["43.20"], fulfilled: "everything" });
    const live = planned.filter(({ kind }) => kind === "sales_order").map(posted);
    const { operations } = diff({ planned, posted: live, undone, askedByPerson: false });
    expect(operations).toMatchObject([{ op: "create", document: { kind: "payment", applications: [] } }]);
  });
});
