import { describe, expect, it } from "vitest";
import type { Rule } from "../rule.ts";
import { namesInRules, namesNotChecked } from "./asked-names.ts";
import { lintRules } from "./lint.ts";

const rule = (title: string, ...then: Rule["then"]): Rule => ({ title, enabled: true, when: { all: [{ field: "order.tags", op: "equals", value: title }] }, then });
const RULES = [
  rule("items", { action: "use_item", item: " Consulting " }, { action: "use_item_for_shipping", item: "Courier" }),
  rule("copied", { action: "use_item", item: { copy: "line.sku" } }),
  rule("people", { action: "set_customer", customer: "Web Store" }, { action: "drop_ship", vendor: "Acme" }),
  { ...rule("off", { action: "use_item", item: "Unused" }), enabled: false },
];
const dangling = (...question: [asked?: Parameters<typeof namesNotChecked>[2]]) => lintRules({ rules: RULES, mode: "sales_orders_invoices_payments", known: {}, ...(question[0] && { asked: question[0] }) }).filter(({ code }) => code === "dangling_reference");

describe("names in rules that no stored list settles", () => {
  it("are constants of rules that are on", () => {
    expect(Object.fromEntries(namesInRules(RULES))).toEqual({ item: ["Consulting", "Courier"], customer: ["Web Store"], vendor: ["Acme"] });
  });

  it("are said to be unchecked where nobody asked, and nothing is claimed of them", () => {
    expect(namesNotChecked(RULES, {}, {})).toEqual(["Not checked in QuickBooks: item “Consulting”, “Courier”; customer “Web Store”; vendor “Acme”."]);
    expect(dangling()).toEqual([]);
  });

  it("are found missing where QuickBooks was asked", () => {
    const asked = { item: { there: ["Courier"], missing: ["Consulting"] }, customer: { there: [], missing: ["Web Store"] } };
    expect(dangling(asked).map(({ title, sentence }) => `${title}: ${sentence}`)).toEqual(["items: QuickBooks has no item “Consulting” in use."]);
    expect(namesNotChecked(RULES, {}, asked)).toEqual(["Not checked in QuickBooks: vendor “Acme”.", "QuickBooks has no customer “Web Store” yet; the first order makes it."]);
  });

  it("are settled by lists that are known", () => {
    expect(namesNotChecked(RULES, { item: [], customer: [], vendor: ["Acme"] }, {})).toEqual([]);
  });
});
