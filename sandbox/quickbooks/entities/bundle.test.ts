import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { contractsDir } from "#tests/contracts/contracts-dir.ts";
import { validateQuickBooksBody } from "#tests/contracts/quickbooks-body.ts";
import { codeOf, openCompany, type OpenCompany, orderForm } from "../testing/open-company.ts";
import { objectsOf } from "../wire/json.ts";

/** Ids: 1 Mug, 2 Tea, 3 Gift set (2 mugs and a tea). */
const COMPANY = {
  customers: [{ DisplayName: "Ada Lovelace" }],
  items: [
    { Name: "Mug", Sku: "MUG", UnitPrice: 9 },
    { Name: "Tea", Sku: "TEA", UnitPrice: 4.5 },
    { Name: "Gift set", Sku: "GIFT", Type: "Group", ItemGroupDetail: { ItemGroupLine: [{ ItemRef: { name: "Mug" }, Qty: 2 }, { ItemRef: { name: "Tea" }, Qty: 1 }] } },
  ],
};

describe("bundles", () => {
  let company: OpenCompany;
  beforeEach(async () => {
    company = await openCompany(COMPANY);
  });
  afterEach(() => company[Symbol.asyncDispose]());

  const bundle = async () => objectsOf(await company.query("SELECT * FROM Item WHERE Sku = 'GIFT'"), "Item")[0] ?? {};

  test("are answered with what they hold, and have no account", async () => {
    const found = await bundle();
    expect(found).toMatchObject({ Id: "3", Type: "Group", ItemGroupDetail: { ItemGroupLine: [{ ItemRef: { value: "1", name: "Mug" }, Qty: 2 }, { ItemRef: { value: "2", name: "Tea" }, Qty: 1 }] } });
    expect(found).not.toHaveProperty("IncomeAccountRef");
    expect(objectsOf(await company.query("SELECT * FROM Item WHERE Id IN ('1', '3')"), "Item").map(({ Name }) => Name)).toEqual(["Mug", "Gift set"]);
  });

  test.skipIf(contractsDir === undefined)("are what Intuit's schema says an item is", async () => {
    const { MetaData: _, FullyQualifiedName: _name, ...found } = await bundle();
    expect(validateQuickBooksBody("Item", found)).toEqual([]);
  });

  test("do not stand on a line of a sales form, nor do they hold each other", async () => {
    const line = { Amount: 22.5, DetailType: "SalesItemLineDetail", SalesItemLineDetail: { ItemRef: { value: "3" }, Qty: 1, UnitPrice: 22.5 } };
    expect(codeOf(await company.call("POST", "/invoice", orderForm({ Line: [line] })))).toBe("6000");
    const nested = { Name: "Hamper", Type: "Group", ItemGroupDetail: { ItemGroupLine: [{ ItemRef: { value: "3" }, Qty: 1 }] } };
    expect(codeOf(await company.call("POST", "/item", nested))).toBe("6000");
    expect(codeOf(await company.call("POST", "/item", { Name: "Odd", Type: "Service", IncomeAccountRef: { value: "1" }, ItemGroupDetail: nested.ItemGroupDetail }))).toBe("6000");
  });

  test("stay when what they hold is made inactive, and can be put together anew", async () => {
    await company.write("/item", { Id: "2", SyncToken: "0", sparse: true, Active: false });
    await company.write("/item", { Id: "3", SyncToken: "0", sparse: true, Description: "For tea" });
    expect(objectsOf(await company.query("SELECT * FROM Item WHERE Id IN ('2', '3')"), "Item").map(({ Name }) => Name)).toEqual(["Gift set"]);
    const changed = await company.write("/item", { Id: "3", SyncToken: "1", sparse: true, ItemGroupDetail: { ItemGroupLine: [{ ItemRef: { value: "1" }, Qty: 3 }] } });
    expect(changed).toMatchObject({ ItemGroupDetail: { ItemGroupLine: [{ ItemRef: { value: "1" }, Qty: 3 }] } });
  });
});
