import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { dueTerms, customFieldsOf } from "./buyer-terms.ts";

const SHOP = { domain: "acme.myshopify.com", timeZone: "America/New_York" };
const TERMS = { terms: [{ id: "2", name: "Net 15" }, { id: "3", name: "Net 30" }] };
const dueAt = Temporal.Instant.from("2026-12-03T03:00:00Z");

describe("payment terms", () => {
  it("are the company's of the same name, with Shopify's due date as the shop's calendar has it", () => {
    const terms = dueTerms({ paymentTerms: { name: "net 30 ", dueAt } }, TERMS, SHOP);
    expect(terms?.term).toEqual({ id: "3", name: "Net 30" });
    expect(terms?.due?.toString()).toBe("2026-12-02");
  });

  it("are a due date alone where the company has none of that name", () => {
    const terms = dueTerms({ paymentTerms: { name: "Net 45", dueAt } }, TERMS, SHOP);
    expect([terms?.term, terms?.due?.toString()]).toEqual([null, "2026-12-02"]);
  });

  it("are left out for an order without them, or where neither a name nor a date is known", () => {
    expect(dueTerms({ paymentTerms: null }, TERMS, SHOP)).toBeUndefined();
    expect(dueTerms({ paymentTerms: { name: "Due on fulfillment", dueAt: null } }, TERMS, SHOP)).toBeUndefined();
  });
});

describe("the buyer's own number", () => {
  it.each(["PO Number", "P.O. Number", "P.O.", "po #", "Purchase Order No."])("goes into a field of the company's that is called %s", (name) => {
    expect(customFieldsOf({ poNumber: "7781" }, { customFields: [{ id: "1", name: "Crew #" }, { id: "2", name }] })).toEqual([{ id: "2", name, value: "7781" }]);
  });

  it("goes into no field where none is meant for it, where there is no number, or where it would have to be cut", () => {
    const customFields = [{ id: "2", name: "PO Number" }];
    expect(customFieldsOf({ poNumber: "7781" }, { customFields: [{ id: "1", name: "Position" }] })).toBeUndefined();
    expect(customFieldsOf({ poNumber: null }, { customFields })).toBeUndefined();
    expect(customFieldsOf({ poNumber: "7".repeat(32) }, { customFields })).toBeUndefined();
  });
});
