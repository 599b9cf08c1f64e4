import { describe, expect, it } from "vitest";
import { codeOf, openCompany, type OpenCompany, STOCKED_COMPANY } from "../testing/open-company.ts";
import type { JsonObject } from "../wire/json.ts";
import { isObject, objectsOf, textOf } from "../wire/json.ts";

const line = (Amount: number, code: string | undefined, withTax?: number): JsonObject => ({
  Amount,
  DetailType: "SalesItemLineDetail",
  SalesItemLineDetail: { ItemRef: { value: "1" }, ...(code === undefined ? {} : { TaxCodeRef: { value: code } }), ...(withTax === undefined ? {} : { TaxInclusiveAmt: withTax }) },
});
const taxLine = (Amount: number, rate: string, NetAmountTaxable?: number): JsonObject => ({
  Amount, DetailType: "TaxLineDetail", TaxLineDetail: { TaxRateRef: { value: rate }, PercentBased: true, ...(NetAmountTaxable === undefined ? {} : { NetAmountTaxable }) },
});
const form = (Line: JsonObject[], changes: JsonObject = {}): JsonObject => ({ CustomerRef: { value: "1" }, Line, GlobalTaxCalculation: "TaxExcluded", ...changes });
const open = (country: string, currency: string) => openCompany({ ...STOCKED_COMPANY, country, currency });

/** Name → id. */
async function ids(company: OpenCompany, entity: string): Promise<Record<string, string>> {
  const rows = objectsOf(await company.query(`select * from ${entity}`), entity);
  return Object.fromEntries(rows.map((row) => [textOf(row, "Name") ?? "", textOf(row, "Id") ?? ""]));
}
const told = (invoice: JsonObject): unknown => objectsOf(isObject(invoice.TxnTaxDetail) ? invoice.TxnTaxDetail : {}, "TaxLine").map(({ Amount, TaxLineDetail }) => [Amount, isObject(TaxLineDetail) ? TaxLineDetail.NetAmountTaxable : null]);

describe("sales tax outside the US", () => {
  it("is worked out per rate from the codes of the lines and booked on Sales Tax Payable", async () => {
    await using company = await open("CA", "CAD");
    const code = await ids(company, "TaxCode");
    const invoice = await company.write("/invoice", form([line(45, code["GST/PST BC"]), line(18, code["GST"]), line(10, code["Exempt"])]));
    expect(invoice).toMatchObject({ TotalAmt: 79.3, TxnTaxDetail: { TotalTax: 6.3 } });
    expect(told(invoice)).toEqual([[3.15, 63], [3.15, 45]]);
    expect(company.quickbooks.trialBalance(company.realmId)).toContainEqual({ account: "Sales Tax Payable", type: "Other Current Liability", debit: "0.00", credit: "6.30" });
  });

  it("is what the client's tax lines say, which may differ from the rates by a penny", async () => {
    await using company = await open("GB", "GBP");
    const [code, rate] = [await ids(company, "TaxCode"), await ids(company, "TaxRate")];
    const invoice = await company.write("/invoice", form([line(4.15, code["20.0% S"])], { TxnTaxDetail: { TaxLine: [taxLine(0.84, rate["Standard"] ?? "", 4.15)] } }));
    expect(invoice).toMatchObject({ TotalAmt: 4.99, TxnTaxDetail: { TotalTax: 0.84 } });
    company.quickbooks.setSwitches(company.realmId, { honourTotalTax: false });
    expect(await company.write("/invoice", form([line(4.15, code["20.0% S"])], { TxnTaxDetail: { TaxLine: [taxLine(0.84, rate["Standard"] ?? "")] } }))).toMatchObject({ TotalAmt: 4.98 });
  });

  it("is worked out again when lines change and the tax lines are not sent", async () => {
    await using company = await open("GB", "GBP");
    const [code, rate] = [await ids(company, "TaxCode"), await ids(company, "TaxRate")];
    const made = await company.write("/invoice", form([line(10, code["20.0% S"])], { TxnTaxDetail: { TaxLine: [taxLine(2.01, rate["Standard"] ?? "", 10)] } }));
    const noted = await company.write("/invoice", { Id: made.Id, SyncToken: "0", sparse: true, PrivateNote: "x" });
    expect(noted).toMatchObject({ TxnTaxDetail: { TotalTax: 2.01 } });
    expect(await company.write("/invoice", { Id: made.Id, SyncToken: "1", sparse: true, Line: [line(20, code["20.0% S"])] })).toMatchObject({ TotalAmt: 24, TxnTaxDetail: { TotalTax: 4 } });
  });

  it("keeps net amounts in TaxInclusive mode and tells those with tax beside them", async () => {
    await using company = await open("GB", "GBP");
    const code = await ids(company, "TaxCode");
    const invoice = await company.write("/invoice", form([line(20, code["20.0% S"]), line(7.99, code["0.0% Z"])], { GlobalTaxCalculation: "TaxInclusive" }));
    expect(invoice).toMatchObject({ TotalAmt: 31.99, Line: [{ Amount: 20, SalesItemLineDetail: { TaxInclusiveAmt: 24 } }, { SalesItemLineDetail: { TaxInclusiveAmt: 7.99 } }, {}] });
  });

  it("is left out where it is not applicable, without any code", async () => {
    await using company = await open("AU", "AUD");
    expect(await company.write("/invoice", form([line(10, undefined)], { GlobalTaxCalculation: "NotApplicable" }))).toMatchObject({ TotalAmt: 10, TxnTaxDetail: { TotalTax: 0 } });
  });

  it.each<[string, string, (code: Record<string, string>, rate: Record<string, string>) => JsonObject]>([
    ["no GlobalTaxCalculation", "2020", (code) => form([line(10, code["GST"])], { GlobalTaxCalculation: null })],
    ["a line without a code", "6000", () => form([line(10, undefined)])],
    ["the code of a US company", "2500", () => form([line(10, "TAX")])],
    ["a tax line of a rate that no line has", "6000", (code, rate) => form([line(10, code["GST"])], { TxnTaxDetail: { TaxLine: [taxLine(1, rate["GST free"] ?? "")] } })],
    ["a tax line on another amount", "6000", (code, rate) => form([line(10, code["GST"])], { TxnTaxDetail: { TaxLine: [taxLine(1, rate["GST"] ?? "", 11)] } })],
    ["a rate without its tax line", "6000", (code, rate) => form([line(10, code["GST"]), line(5, code["GST free"])], { TxnTaxDetail: { TaxLine: [taxLine(0, rate["GST free"] ?? "")] } })],
    ["amounts with tax that do not come to the total", "6000", (code, rate) => form([line(10, code["GST"], 12)], { GlobalTaxCalculation: "TaxInclusive", TxnTaxDetail: { TaxLine: [taxLine(1, rate["GST"] ?? "", 10)] } })],
  ])("is refused with %s", async (_case, refusal, body) => {
    await using company = await open("AU", "AUD");
    expect(codeOf(await company.call("POST", "/invoice", body(await ids(company, "TaxCode"), await ids(company, "TaxRate"))))).toBe(refusal);
  });

  it("is nothing for a US company to be told of, which charges an exempt customer none", async () => {
    await using company = await openCompany({ ...STOCKED_COMPANY, customers: [{ DisplayName: "Charity", Taxable: false }] });
    expect(codeOf(await company.call("POST", "/invoice", form([line(10, "TAX")])))).toBe("6000");
    expect(await company.write("/invoice", { ...form([line(10, "TAX")]), GlobalTaxCalculation: null, TxnTaxDetail: { TotalTax: 0.8 } })).toMatchObject({ TotalAmt: 10, TxnTaxDetail: { TotalTax: 0 } });
  });
});
