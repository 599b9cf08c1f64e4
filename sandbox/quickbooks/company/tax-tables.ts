/** The tax codes a company of a country comes with (design page 09). Rates in percent; data only. */
export type TaxTableCode = { name: string; rates: { name: string; percent: number }[]; taxable?: boolean };

const gst = { name: "GST", percent: 5 };

export const TAX_TABLES: Record<string, TaxTableCode[]> = {
  US: [{ name: "State sales tax", rates: [{ name: "State", percent: 8 }] }],
  GB: [
    { name: "20.0% S", rates: [{ name: "Standard", percent: 20 }] },
    { name: "5.0% R", rates: [{ name: "Reduced", percent: 5 }] },
    { name: "0.0% Z", rates: [{ name: "Zero", percent: 0 }] },
    { name: "Exempt", rates: [{ name: "Exempt", percent: 0 }] },
    { name: "No VAT", rates: [], taxable: false },
  ],
  CA: [
    { name: "GST", rates: [gst] },
    { name: "GST/PST BC", rates: [gst, { name: "PST BC", percent: 7 }] },
    { name: "GST/QST", rates: [gst, { name: "QST", percent: 9.975 }] },
    { name: "HST ON", rates: [{ name: "HST ON", percent: 13 }] },
    { name: "HST NS", rates: [{ name: "HST NS", percent: 14 }] },
    { name: "HST Atlantic", rates: [{ name: "HST Atlantic", percent: 15 }] },
    { name: "Zero-rated", rates: [{ name: "Zero-rated", percent: 0 }] },
    { name: "Exempt", rates: [], taxable: false },
  ],
  AU: [
    { name: "GST", rates: [{ name: "GST", percent: 10 }] },
    { name: "GST free", rates: [{ name: "GST free", percent: 0 }] },
    { name: "Out of scope", rates: [], taxable: false },
  ],
};
