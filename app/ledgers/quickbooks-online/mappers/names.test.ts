import { describe, expect, test } from "vitest";
import type { NewCustomer } from "#app/pipeline/ports/ledger.ts";
import { contractsDir } from "#tests/contracts/contracts-dir.ts";
import { validateQuickBooksBody } from "#tests/contracts/quickbooks-body.ts";
import { createCustomer, readCustomer } from "./customer.ts";
import { createItem, readSalesItem } from "./item.ts";

const CUSTOMER: NewCustomer = {
  displayName: "Ada: Lovelace", givenName: "Ada", familyName: "Lovelace", company: "AE\tLtd", email: "ada@example.com", phone: "+1 555 0100",
  billTo: {
    name: "Ada Lovelace", company: "AE Ltd", line1: "1 Main St", line2: null, city: "Bayshore", region: "CA", postcode: "94326", countryCode: "US", phone: null,
  },
  shipTo: null,
  currency: null,
};
const ITEM = { name: "TEE:RED", sku: "TEE-RED", description: "Red tee", incomeAccountId: "79", taxable: true };

describe("customers and items on QuickBooks' wire", () => {
  test("a customer carries name, contact and street, with forbidden characters taken out of names", () => {
    expect(createCustomer(CUSTOMER)).toEqual({
      DisplayName: "Ada Lovelace", GivenName: "Ada", FamilyName: "Lovelace", CompanyName: "AE Ltd", PrimaryEmailAddr: { Address: "ada@example.com" },
      PrimaryPhone: { FreeFormNumber: "+1 555 0100" },
      BillAddr: { Line1: "1 Main St", City: "Bayshore", CountrySubDivisionCode: "CA", PostalCode: "94326", Country: "US" },
    });
  });

  test("a customer of a multi-currency company is made in a currency", () => {
    expect(createCustomer({ ...CUSTOMER, currency: "EUR" })).toHaveProperty("CurrencyRef", { value: "EUR" });
  });

  test("a new item is a non-inventory item on the chosen income account", () => {
    expect(createItem(ITEM)).toEqual({
      Name: "TEE RED", Sku: "TEE-RED", Description: "Red tee", Type: "NonInventory", IncomeAccountRef: { value: "79" }, Taxable: true,
    });
  });

  test("categories, which book no income, are no items to us", () => {
    expect(readSalesItem({ Id: "1", Name: "Shirts", Type: "Category" })).toBeNull();
  });

  test("a bundle is read with what it holds, and books no income itself", () => {
    const row = {
      Id: "19", Name: "Gift set", Sku: "GIFT", Type: "Group", Taxable: false, UnitPrice: 0, PrintGroupedItems: true,
      ItemGroupDetail: { ItemGroupLine: [{ ItemRef: { value: "11", name: "Mug" }, Qty: 2 }, { ItemRef: { value: "3", name: "Tea" }, Qty: 0.125 }, { ItemRef: { value: "4" } }, { ItemRef: { value: "5", name: "Nothing" }, Qty: 0 }] },
    };
    expect(readSalesItem(row)).toEqual({
      id: "19", name: "Gift set", sku: "GIFT", type: "bundle", incomeAccount: { id: "", name: "" },
      members: [{ id: "11", name: "Mug", quantity: "2" }, { id: "3", name: "Tea", quantity: "0.125" }, { id: "4", name: "4", quantity: "1" }],
    });
    expect(readSalesItem({ Id: "20", Name: "Empty", Type: "Group" })).toMatchObject({ type: "bundle", members: [] });
  });

  test.each([[12.5, false, { amount: "12.5", withTax: false }], [9_999_999_999.99, false, { amount: "9999999999.99", withTax: false }], [0.000_000_1, false, { amount: "0.0000001", withTax: false }], [0.333, true, { amount: "0.333", withTax: true }], [0, false, undefined], [-5, false, undefined]])("a sales price of %d, with tax %s, is read as %j", (UnitPrice, SalesTaxIncluded, price) => {
    expect(readSalesItem({ Id: "11", Name: "Mug", Type: "NonInventory", IncomeAccountRef: { value: "79" }, UnitPrice, SalesTaxIncluded })?.price).toEqual(price);
  });

  test("a customer is read with or without an e-mail address", () => {
    expect(readCustomer({ Id: "1", DisplayName: "Ada", Active: true, PrimaryEmailAddr: { Address: "a@b.c" } }).email).toBe("a@b.c");
    expect(readCustomer({ Id: "1", DisplayName: "Ada" })).toEqual({ id: "1", displayName: "Ada", email: null, active: true, currency: null, taxable: null });
  });
});

describe.skipIf(contractsDir === undefined)("customers and items against Intuit's schema and field constraints", () => {
  const long = "x".repeat(3_000);
  test.each([
    ["Customer", createCustomer(CUSTOMER)],
    ["Customer", createCustomer({ ...CUSTOMER, currency: "EUR", displayName: long, givenName: long, familyName: long, company: long, phone: long, email: long })],
    ["Item", createItem(ITEM)],
    ["Item", createItem({ ...ITEM, name: long, sku: null, description: `${long}${long}` })],
  ])("%s %#: nothing to complain about", (entity, body) => {
    expect(validateQuickBooksBody(entity, body)).toEqual([]);
  });
});
