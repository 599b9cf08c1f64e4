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

  test("accounts tell their currency", async () => {
    await using company = await connectCompany({ preferences: { "CurrencyPrefs.MultiCurrencyEnabled": true }, accounts: [{ Name: "Euro bank", AccountType: "Bank", CurrencyRef: { value: "EUR" } }] });
    const facts = valueOf(await company.ledger.readCompany());
    expect(facts.multiCurrency).toBe(true);
    expect(facts.accounts.find(({ name }) => name === "Euro bank")).toMatchObject({ currency: "EUR" });
    expect(facts.accounts.find(({ name }) => name === "Checking")).toMatchObject({ currency: "USD" });
  });
});
