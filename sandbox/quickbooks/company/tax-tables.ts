/** The tax codes a company of a country comes with (design page 09), and who is owed the tax. Rates in percent; data only. */
export type TaxTableRate = { name: string; percent: number; agency: string };
export type TaxTableCode = { name: string; rates: TaxTableRate[]; taxable?: boolean };

const REVENUE_AGENCY = "Canada Revenue Agency";
const gst = { name: "GST", percent: 5, agency: REVENUE_AGENCY };
const hst = (place: string, percent: number): TaxTableCode => ({ name: `HST ${place}`, rates: [{ name: `HST ${place}`, percent, agency: REVENUE_AGENCY }] });
const vat = (name: string, rate: string, percent: number): TaxTableCode => ({ name, rates: [{ name: rate, percent, agency: "HM Revenue & Customs (VAT)" }] });
const au = (name: string, percent: number): TaxTableCode => ({ name, rates: [{ name, percent, agency: "Australian Taxation Office" }] });

export const TAX_TABLES: Record<string, TaxTableCode[]> = {
  US: [{ name: "State sales tax", rates: [{ name: "State", percent: 8, agency: "State tax agency" }] }],
  GB: [
    vat("20.0% S", "Standard", 20),
    vat("5.0% R", "Reduced", 5),
    vat("0.0% Z", "Zero", 0),
    vat("Exempt", "Exempt", 0),
    { name: "No VAT", rates: [], taxable: false },
  ],
  CA: [
    { name: "GST", rates: [gst] },
    { name: "GST/PST BC", rates: [gst, { name: "PST BC", percent: 7, agency: "Minister of Finance (BC)" }] },
    { name: "GST/QST", rates: [gst, { name: "QST", percent: 9.975, agency: "Revenu Québec" }] },
    hst("ON", 13),
    hst("NS", 14),
    hst("Atlantic", 15),
    { name: "Zero-rated", rates: [{ name: "Zero-rated", percent: 0, agency: REVENUE_AGENCY }] },
    { name: "Exempt", rates: [], taxable: false },
  ],
  AU: [au("GST", 10), au("GST free", 0), { name: "Out of scope", rates: [], taxable: false }],
};
