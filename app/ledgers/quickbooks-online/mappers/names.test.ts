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

  test("categories and bundles, which book no income, are no items to us", () => {
    expect(readSalesItem({ Id: "1", Name: "Shirts", Type: "Category" })).toBeNull();
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
