import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import type { ConnectionFacts } from "#app/pipeline/ports/shop-desk.ts";
import { formatFor } from "../format.server.ts";
import { connectionView } from "./loader.server.ts";
import { WORDS } from "./words.ts";

const FACTS: ConnectionFacts = {
  status: "active", parkedReason: null, companyName: "Harbour Goods LLC", country: "GB", currency: "GBP",
  connectedAt: Temporal.Instant.from("2026-11-02T23:30:00Z"), factsReadAt: null, autoApplyCredit: false, autoApplyPayments: true,
};
const format = formatFor({ country: "DE", timeZone: "Europe/Berlin" });
const view = (changes: Partial<ConnectionFacts> = {}) => connectionView({ ...FACTS, ...changes }, "Harbour Goods", format);

describe("connectionView", () => {
  it("shows company, country by name and the moment in the shop's zone", () => {
    expect(view()).toMatchObject({
      state: "active", company: "Harbour Goods LLC", reason: null,
      facts: [{ value: "United Kingdom" }, { value: "GBP" }, { value: expect.stringMatching(/3.*Nov.*00:30|Nov.*3.*00:30|03.11.2026/) }, { value: WORDS.notYetRead }],
    });
  });

  it("asks to turn off what would put payments onto other orders, and says why", () => {
    expect(view()).toMatchObject({ needsChange: true, preferences: [{ good: true }, { good: false, text: WORDS.preferences.autoApplyPayments.on }, { good: null }] });
    expect(view({ autoApplyPayments: false })).toMatchObject({ needsChange: false });
    expect(view({ autoApplyCredit: null, autoApplyPayments: null })).toMatchObject({ preferences: [{ good: null }] });
  });

  it("says in words why it is paused", () => {
    expect(view({ status: "parked", parkedReason: "QuickBooks no longer accepts the access token." })).toMatchObject({ state: "parked", reason: "QuickBooks no longer accepts the access token." });
    expect(view({ status: "parked" })).toMatchObject({ reason: WORDS.paused.unknown });
  });

  it("offers to connect where there is no connection, or none any more", () => {
    expect(connectionView(null, "Harbour Goods", format)).toEqual({ state: "none", shop: "Harbour Goods", ended: false });
    expect(view({ status: "revoked" })).toEqual({ state: "none", shop: "Harbour Goods", ended: true });
  });
});
