import { Temporal } from "temporal-polyfill";
import { expect, it } from "vitest";
import { parsed } from "#app/domain/rules/testing/evaluate.ts";
import { formatFor } from "../format.server.ts";
import { overriddenBy } from "./overridden.server.ts";

it("a setting that enabled rules override says by how many, and how often they matched lately", () => {
  const rule = (title: string, action: object, enabled = true) => ({ title, enabled, when: { all: [] }, then: [action] });
  const rules = parsed([rule("One", { action: "set_deposit_account", account: "Undeposited" }), rule("Two", { action: "set_deposit_account", account: "Bank" }), rule("Off", { action: "set_document_prefix", value: "X" }, false)]);
  const last = Temporal.Instant.from("2026-11-26T12:00:00Z");
  const hits = new Map([["One", { count: 12, last }], ["Two", { count: 2, last }], ["Off", { count: 5, last }]]);
  expect(overriddenBy(rules, hits, formatFor({ country: "US", timeZone: "America/New_York" }))).toEqual({ mode: null, numberPrefix: null, taxCodes: null, depositAccount: "Overridden by 2 rules, which matched 14 times in the last 30 days." });
});
