import { describe, expect, it } from "vitest";
import { parseRules } from "#app/domain/rules/parse-rules.ts";
import type { Rule } from "#app/domain/rules/rule.ts";
import { presetFor } from "#app/domain/settings/presets.ts";
import { fieldErrors } from "../form.server.ts";
import { changeRules } from "./change-rules.server.ts";
import { rulesSubmissionSchema } from "./schema.server.ts";
import { formOf, ruleParts } from "./templates.server.ts";
import type { RuleChange, RuleForm } from "./view.ts";
import { PROBLEMS } from "./words.ts";

const SHIPPED: Rule = presetFor({ invoice: "when_shipped", payments: "tieout" }).rules[0] ?? { title: "", enabled: false, when: { all: [] }, then: [] };
const UNPAID: Rule = { title: "PayPal", enabled: true, when: { all: [{ field: "order.paymentMethod", op: "equals", value: "PayPal" }] }, then: [{ action: "mark_as_unpaid", value: true }] };
const RULES = [SHIPPED, UNPAID];

const changed = (change: RuleChange, rules: readonly Rule[] = RULES) => {
  const result = changeRules(rules, change);
  if (result?.ok === true) expect(parseRules(result.value)).toEqual(result);
  return result?.ok === true ? result.value : (result?.failure ?? null);
};

describe("changeRules", () => {
  it("switches, moves and deletes one rule and leaves the others alone", () => {
    expect(changed({ kind: "switch", index: 0, enabled: false })).toEqual([{ ...SHIPPED, enabled: false }, UNPAID]);
    expect(changed({ kind: "move", index: 1, by: -1 })).toEqual([UNPAID, SHIPPED]);
    expect(changed({ kind: "remove", index: 0 })).toEqual([UNPAID]);
  });

  it("changes nothing where there is no such rule or no such place", () => {
    expect(changed({ kind: "switch", index: 2, enabled: true })).toBeNull();
    expect(changed({ kind: "move", index: 0, by: -1 })).toBeNull();
    expect(changed({ kind: "save", index: 7, form: { template: "mark_as_unpaid", title: "x", methods: "x" } })).toBeNull();
  });

  it("keeps the switch and the note of a rule whose values are changed", () => {
    const form: RuleForm = { template: "invoice_only_when", title: SHIPPED.title, field: "order.financialStatus", values: ["paid", "partially_paid"] };
    expect(changed({ kind: "save", index: 0, form }, [{ ...SHIPPED, enabled: false }])).toEqual([
      { ...SHIPPED, enabled: false, when: { all: [{ field: "order.financialStatus", op: "is_none_of", value: ["paid", "partially_paid"] }] } },
    ]);
  });

  it.each<[RuleForm, string]>([
    [{ template: "invoice_only_when", title: "", field: "order.status", values: ["fulfilled"] }, "Create the invoice only when order status is fulfilled"],
    [{ template: "mark_as_unpaid", title: "", methods: "Klarna, Bank Deposit" }, "Mark as unpaid when payment method is Klarna or Bank Deposit"],
  ])("names a new rule after what it does: %j", (form, title) => {
    expect(changed({ kind: "save", index: null, form })).toMatchObject([{}, {}, { title, enabled: true }]);
  });

  it("refuses a second rule of the same name, because decisions name rules by their title", () => {
    const form: RuleForm = { template: "mark_as_unpaid", title: "paypal", methods: "PayPal" };
    expect(changed({ kind: "save", index: null, form })).toEqual({ title: PROBLEMS.titleTaken });
    expect(changed({ kind: "save", index: 1, form })).toMatchObject([{}, { title: "paypal" }]);
  });
});

describe("the rule templates", () => {
  it.each<RuleForm>([
    { template: "invoice_only_when", title: "t", field: "order.status", values: ["fulfilled"] },
    { template: "invoice_only_when", title: "t", field: "order.financialStatus", values: ["paid", "authorized"] },
    { template: "mark_as_unpaid", title: "t", methods: "PayPal" },
    { template: "mark_as_unpaid", title: "t", methods: "PayPal, Cash on Delivery (COD)" },
  ])("come back from their rule as they were: %j", (form) => {
    expect(formOf({ title: form.title, enabled: true, ...ruleParts(form) })).toEqual(form);
  });

  it.each<[string, Partial<Rule>]>([
    ["two conditions", { when: { all: [...("all" in UNPAID.when ? UNPAID.when.all : []), { field: "order.test", op: "is_yes" }] } }],
    ["two actions", { then: [...UNPAID.then, { action: "do_not_sync" }] }],
    ["another comparison", { when: { all: [{ field: "order.paymentMethod", op: "contains", value: "Pay" }] } }],
    ["another field", { when: { all: [{ field: "order.tags", op: "equals", value: "x" }] } }],
    ["a nested group", { when: { all: [{ any: [{ field: "order.paymentMethod", op: "equals", value: "x" }] }] } }],
    ["no condition", { when: { all: [] } }],
    ["a method with a comma", { when: { all: [{ field: "order.paymentMethod", op: "equals", value: "Cash, on delivery" }] } }],
  ])("leave a rule with %s to the full editor", (_what, changes) => {
    expect(formOf({ ...UNPAID, ...changes })).toBeNull();
  });
});

describe("the rule form", () => {
  const errorsOf = (form: object) => {
    const parsed = rulesSubmissionSchema.safeParse({ version: 1, change: { kind: "save", index: null, form } });
    return parsed.success ? {} : fieldErrors(parsed.error);
  };

  it.each<[object, Record<string, string>]>([
    [{ template: "invoice_only_when", title: "", field: "order.status", values: [] }, { "change.form.values": PROBLEMS.values }],
    [{ template: "invoice_only_when", title: "", field: "order.financialStatus", values: ["fulfilled"] }, { "change.form.values": PROBLEMS.values }],
    [{ template: "mark_as_unpaid", title: "", methods: " , " }, { "change.form.methods": PROBLEMS.methods }],
    [{ template: "mark_as_unpaid", title: "", methods: "x".repeat(101) }, { "change.form.methods": PROBLEMS.methodsLength }],
    [{ template: "mark_as_unpaid", title: "x".repeat(201), methods: "x" }, { "change.form.title": PROBLEMS.title }],
  ])("refuses %j at its field", (form, errors) => {
    expect(errorsOf(form)).toEqual(errors);
  });

  it("refuses what no form of ours sends", () => {
    for (const body of [undefined, {}, { version: 1, change: { kind: "publish" } }, { version: 1, change: { kind: "move", index: 0, by: 5 } }, { version: 1, change: { kind: "switch", index: -1, enabled: true } }]) {
      expect(rulesSubmissionSchema.safeParse(body).success).toBe(false);
    }
  });
});
