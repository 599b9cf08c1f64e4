import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { codeOf, openCompany } from "../testing/open-company.ts";
import type { OpenCompany } from "../testing/open-company.ts";
import type { JsonObject } from "../wire/json.ts";

describe("names", () => {
  let company: OpenCompany;
  beforeEach(async () => {
    company = await openCompany({ customers: [{ DisplayName: "Ada Lovelace" }], vendors: [{ DisplayName: "Mill & Co" }] });
  });
  afterEach(() => company.quickbooks.close());

  const refusal = async (path: string, body: JsonObject) => codeOf(await company.call("POST", path, body));

  it.each([
    ["a customer", "/customer", { DisplayName: "Ada Lovelace" }],
    ["a customer in other letters", "/customer", { DisplayName: "ADA lovelace" }],
    ["a vendor", "/customer", { DisplayName: "Mill & Co" }],
    ["a customer, by its parts", "/vendor", { GivenName: "Ada", FamilyName: "Lovelace" }],
    ["an account", "/account", { Name: "Checking", AccountType: "Bank" }],
    ["a term", "/term", { Name: "Net 30", DueDays: 30 }],
  ])("that %s has already are refused with 6240", async (_case, path, body) => {
    expect(await refusal(path, body)).toBe("6240");
  });

  it.each([
    ["no name at all", "2020", "/customer", { Notes: "x" }],
    ["a colon", "2040", "/customer", { DisplayName: "A: B" }],
    ["a new line", "2040", "/item", { Name: "A\nB", IncomeAccountRef: { value: "6" } }],
    ["a quotation mark in an account", "2040", "/account", { Name: 'My "bank"', AccountType: "Bank" }],
    ["501 characters", "2050", "/customer", { DisplayName: "x".repeat(501) }],
    ["101 characters in an item", "2050", "/item", { Name: "x".repeat(101), IncomeAccountRef: { value: "6" } }],
  ])("with %s are refused with %s", async (_case, code, path, body) => {
    expect(await refusal(path, body)).toBe(code);
  });

  it("outside Latin-1 are refused only where the company is set so", async () => {
    expect((await company.call("POST", "/customer", { DisplayName: "Łukasz 🙂" })).status).toBe(200);
    company.quickbooks.setSwitches(company.realmId, { latin1Only: true });
    expect(await refusal("/customer", { DisplayName: "山田" })).toBe("2040");
    expect((await company.call("POST", "/customer", { DisplayName: "Ürsula" })).status).toBe(200);
  });

  it('of inactive rows end in "(deleted)", are hidden from queries and free for others', async () => {
    const inactive = await company.write("/customer", { Id: "1", SyncToken: "0", sparse: true, Active: false });
    expect(inactive).toMatchObject({ DisplayName: "Ada Lovelace (deleted)", FullyQualifiedName: "Ada Lovelace (deleted)", SyncToken: "1" });
    expect(await company.query("select * from Customer")).toEqual({});
    expect(await company.query("select * from Customer where Active in (true, false)")).toMatchObject({ maxResults: 1 });
    const second = await company.write("/customer", { DisplayName: "Ada Lovelace" });
    const again = await company.write("/customer", { Id: second.Id, SyncToken: "0", sparse: true, Active: false });
    expect(again.DisplayName).toBe("Ada Lovelace (deleted 2)");
  });

  it("stay as they are when an inactive row is made inactive once more, under the same SyncToken", async () => {
    await company.write("/customer", { Id: "1", SyncToken: "0", sparse: true, Active: false });
    expect(await company.write("/customer", { Id: "1", SyncToken: "1", sparse: true, Active: false })).toMatchObject({ SyncToken: "1" });
  });

  it("of customers cannot be deleted", async () => {
    expect(await refusal("/customer?operation=delete", { Id: "1", SyncToken: "0" })).toBe("500");
  });

  it("of sub-customers carry the parent’s, four levels deep at most", async () => {
    const nest = (parent: string, name: string) => company.call("POST", "/customer", { DisplayName: name, ParentRef: { value: parent }, Job: true });
    let parent = "1";
    for (const level of [1, 2, 3, 4]) {
      const { body } = await nest(parent, `Level ${level}`);
      expect(body).toMatchObject({ Customer: { Level: level } });
      parent = String(Object(body.Customer).Id);
    }
    expect(await company.query("select * from Customer where DisplayName = 'Level 2'")).toMatchObject({
      Customer: [{ FullyQualifiedName: "Ada Lovelace:Level 1:Level 2" }],
    });
    expect(codeOf(await nest(parent, "Level 5"))).toBe("6000");
  });
});
