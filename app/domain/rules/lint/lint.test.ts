import { describe, expect, it } from "vitest";
import { parsed } from "../testing/evaluate.ts";
import { CLEAN, NAMES, PLANTED } from "../testing/lint-cases.ts";
import { lintRules } from "./lint.ts";

const found = ({ rules, mode = "sales_orders_invoices_payments" }: (typeof CLEAN)[number]) => lintRules({ rules: parsed(rules), mode, known: NAMES });

describe("lint", () => {
  it("has thirty planted cases and thirty clean ones", () => {
    expect([PLANTED.length, CLEAN.length]).toEqual([30, 30]);
  });

  it.each(PLANTED)("says of one rule alone what it says of it among all: $about", ({ rules, mode = "sales_orders_invoices_payments" }) => {
    const input = { rules: parsed(rules), mode, known: NAMES };
    expect(input.rules.flatMap((_, only) => lintRules({ ...input, only }))).toEqual(lintRules(input));
  });

  it.each(PLANTED)("finds $code: $about", (planted) => {
    expect(found(planted).map(({ code, title }) => `${code} in ${title}`)).toEqual([`${planted.code} in ${planted.at}`]);
  });

  it.each(CLEAN)("is silent: $about", (clean) => {
    expect(found(clean)).toEqual([]);
  });

  it("names the rule above that is the reason", () => {
    const [finding] = found({ about: "", rules: [...(PLANTED[2]?.rules ?? [])] });
    expect(finding).toMatchObject({ rule: 1, other: 0, sentence: "Never reached: “A” above stops every order that this rule is about." });
  });

  it("reads five thousand rules in under two seconds", () => {
    const rules = parsed(Array.from({ length: 5_000 }, (_, index) => ({ title: `R${index}`, when: { all: [{ field: "line.sku", op: "equals", value: `SKU-${index}` }] }, then: [{ action: "use_item", item: `Item ${index}` }] })));
    const startedAt = performance.now();
    expect(lintRules({ rules, mode: "invoices", known: NAMES })).toEqual([]);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });
});
