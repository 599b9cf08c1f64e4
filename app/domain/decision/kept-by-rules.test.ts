import { describe, expect, it } from "vitest";
import { sampleOrder } from "../order/sample-order.ts";
import type { ExistingDocument } from "../plan/course.ts";
import type { Slots, SlotsByLine } from "../rules/actions/slots.ts";
import { keptByRules, ruledText } from "./kept-by-rules.ts";

const order = sampleOrder({ lines: [{ sku: "TEE", price: "1.00" }, { sku: "MUG", price: "2.00" }] });
const [tee, mug] = order.lines.map(({ id }) => id);
if (tee === undefined || mug === undefined) throw new Error("two lines");
const said = (slots: Slots, lineSlots: SlotsByLine = {}) => ({ slots, lineSlots });
const by = (rule: string, value = rule) => ({ rule, value });
const document = (kind: ExistingDocument["kind"], then: ReturnType<typeof said>, lines = order.lines, part = "1"): ExistingDocument => ({ kind, part, aspects: { ruled: ruledText(then, { lines }) } });

describe("what rules said of documents in the books", () => {
  const now = said({ customer: by("now"), taxCode: by("now"), memo: by("now") }, { [tee]: { item: by("now"), vendor: by("now") }, [mug]: { item: by("now") } });

  it("is written down the same whether anything was said or not", () => {
    expect(JSON.parse(ruledText(said({}), order))).toEqual(JSON.parse(ruledText(said({ memo: by("m") }), order)));
  });

  it("stays with the lines of an invoice, and its customer; what is no part of them is asked anew", () => {
    const kept = keptByRules(now, order, [document("invoice", said({ customer: by("then") }, { [tee]: { item: by("then"), class: by("then") } }))]);
    expect(kept).toEqual(said({ customer: by("then"), memo: by("now") }, { [tee]: { item: by("then"), class: by("then"), vendor: by("now") } }));
  });

  it("was nothing where no rule said anything", () => {
    expect(keptByRules(now, order, [document("sales_receipt", said({}))])).toEqual(said({ memo: by("now") }, { [tee]: { vendor: by("now") } }));
  });

  it("is not asked of lines that came later, nor of a sales order", () => {
    expect(keptByRules(now, order, [document("invoice", said({}), order.lines.slice(0, 1))]).lineSlots[mug]).toEqual({ item: by("now") });
    expect(keptByRules(now, order, [document("sales_order", said({ customer: by("now") }))])).toEqual(now);
  });

  it("is what the first invoice says where a further one names the line, too", () => {
    const further = document("invoice", said({}, { [tee]: { item: by("further") } }), order.lines, "77");
    const first = document("invoice", said({}, { [tee]: { item: by("first") } }));
    for (const existing of [[first, further], [further, first]]) expect(keptByRules(now, order, existing).lineSlots[tee]?.item).toEqual(by("first"));
  });

  it("is not known of documents of an earlier release", () => {
    expect(keptByRules(now, order, [{ kind: "invoice", part: "1", aspects: { lines: "x" } }, { kind: "payment", part: "9" }])).toEqual(now);
  });
});
