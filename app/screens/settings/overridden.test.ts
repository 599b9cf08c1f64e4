import { Temporal } from "temporal-polyfill";
import { expect, it } from "vitest";
import { ACTION_BY_KEY } from "#app/domain/rules/actions/index.ts";
import { parsed } from "#app/domain/rules/testing/evaluate.ts";
import { formatFor } from "../format.server.ts";
import { OVERRIDING_ACTIONS, overriddenBy } from "./overridden.server.ts";

const FORMAT = formatFor({ country: "US", timeZone: "America/New_York" });

it("a setting that enabled rules override says by how many, and how often they matched lately", () => {
  const rule = (title: string, action: object, enabled = true) => ({ title, enabled, when: { all: [] }, then: [action] });
  const rules = parsed([rule("One", { action: "set_deposit_account", account: "Undeposited" }), rule("Two", { action: "set_deposit_account", account: "Bank" }), rule("Off", { action: "set_document_prefix", value: "X" }, false)]);
  const last = Temporal.Instant.from("2026-11-26T12:00:00Z");
  const hits = new Map([["One", { count: 12, last }], ["Two", { count: 2, last }], ["Off", { count: 5, last }]]);
  const { depositAccount, ...others } = overriddenBy(rules, hits, FORMAT);
  expect(depositAccount).toBe("Overridden by 2 rules, which matched 14 times in the last 30 days.");
  expect(Object.values(others).every((sentence) => sentence === null)).toBe(true);
});

it.each([
  ["customers", { action: "set_customer", customer: "Web" }],
  ["items", { action: "use_item", item: "Tee" }],
  ["class", { action: "set_class", class: "Web" }],
  ["class", { action: "set_class_on_lines", class: "Web" }],
  ["location", { action: "set_location", location: "Paris" }],
  ["terms", { action: "set_terms", terms: "Net 30" }],
  ["customerMessage", { action: "set_customer_message", value: "Thanks" }],
  ["customFields", { action: "set_custom_field", field: "Web order", value: { template: "{order.name}" } }],
  ["paymentMethods", { action: "set_payment_method", method: "Card" }],
  ["dates", { action: "set_transaction_date", value: { copy: "order.createdDate" } }],
] as const)("%s is overridden by the action that sets it", (setting, action) => {
  const overridden = overriddenBy(parsed([{ title: "One", when: { all: [] }, then: [action] }]), new Map(), FORMAT);
  expect(Object.entries(overridden).flatMap(([key, sentence]) => (sentence === null ? [] : [key]))).toEqual([setting]);
});

it("knows only actions that there are", () => {
  expect(Object.values(OVERRIDING_ACTIONS).flat().filter((action) => !ACTION_BY_KEY.has(action))).toEqual([]);
});
