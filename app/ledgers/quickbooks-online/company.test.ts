import { describe, expect, test } from "vitest";
import { connectCompany, valueOf } from "./testing/connected-company.ts";

describe("what is read of a company", () => {
  test("outside the US the codes for sales come with their rates", async () => {
    await using company = await connectCompany({ country: "CA", currency: "CAD", taxCodes: [{ Name: "Old code", Active: true, SalesTaxRateList: { TaxRateDetail: [{ TaxRateRef: { name: "Old", rate: 1.5 } }] } }] });
    const { country, taxCodes, salesTaxUsed } = valueOf(await company.ledger.readCompany());
    expect({ country, salesTaxUsed }).toEqual({ country: "CA", salesTaxUsed: true });
    expect(taxCodes.map(({ name, rates }) => [name, ...rates.map(({ percent }) => percent)])).toEqual([
      ["GST", "5"], ["GST/PST BC", "5", "7"], ["GST/QST", "5", "9.975"], ["HST ON", "13"], ["HST NS", "14"], ["HST Atlantic", "15"], ["Zero-rated", "0"], ["Exempt"], ["Old code", "1.5"],
    ]);
    // Codes name the same rate where it is the same tax.
    expect(new Set(taxCodes.slice(0, 3).map(({ rates }) => rates[0]?.id)).size).toBe(1);
  });

  test("a US company is asked for no codes: reads are metered", async () => {
    await using company = await connectCompany();
    expect(valueOf(await company.ledger.readCompany()).taxCodes).toEqual([]);
    expect(company.log.map(({ call }) => call).filter((call) => call.includes("Tax"))).toEqual([]);
  });

  test("terms and the form fields in use come with their ids; a field that is switched off is none", async () => {
    const flag = (id: number, on: boolean) => ({ Name: `SalesFormsPrefs.UseSalesCustom${id}`, Type: "BooleanType", BooleanValue: on });
    const named = (id: number, name: string) => ({ Name: `SalesFormsPrefs.SalesCustomName${id}`, Type: "StringType", StringValue: name });
    const lists = [{ CustomField: [flag(1, false), flag(3, true)] }, { CustomField: [named(1, "Crew #"), named(3, "PO Number")] }];
    await using company = await connectCompany({ preferences: { "SalesFormsPrefs.CustomField": lists } });
    const { terms, customFields } = valueOf(await company.ledger.readCompany());
    expect(terms.map(({ name }) => name)).toEqual(["Due on receipt", "Net 15", "Net 30", "Net 60"]);
    expect(customFields).toEqual([{ id: "3", name: "PO Number" }]);
  });

  test("accounts tell their currency", async () => {
    await using company = await connectCompany({ preferences: { "CurrencyPrefs.MultiCurrencyEnabled": true }, accounts: [{ Name: "Euro bank", AccountType: "Bank", CurrencyRef: { value: "EUR" } }] });
    const facts = valueOf(await company.ledger.readCompany());
    expect(facts.multiCurrency).toBe(true);
    expect(facts.accounts.find(({ name }) => name === "Euro bank")).toMatchObject({ currency: "EUR" });
    expect(facts.accounts.find(({ name }) => name === "Checking")).toMatchObject({ currency: "USD" });
  });
});
