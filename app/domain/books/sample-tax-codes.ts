/** Tax codes of companies of Great Britain, Canada and Australia for tests. Never used by the app itself. */
import type { TaxCode } from "./books.ts";

const code = (id: string, name: string, ...rates: [name: string, percent: string][]): TaxCode => ({ id, name, rates: rates.map(([rate, percent], index) => ({ id: `${id}-${index + 1}`, name: rate, percent })) });

export const GB_CODES: TaxCode[] = [
  code("1", "20.0% S", ["Standard", "20"]), code("2", "5.0% R", ["Reduced", "5"]), code("3", "0.0% Z", ["Zero", "0"]), code("4", "Exempt", ["Exempt", "0"]), code("5", "No VAT"),
];

export const CA_CODES: TaxCode[] = [
  code("1", "GST", ["GST", "5"]), code("2", "GST/PST BC", ["GST", "5"], ["PST BC", "7"]), code("3", "GST/PST MB", ["GST", "5"], ["PST MB", "7"]),
  code("4", "GST/QST", ["GST", "5"], ["QST", "9.975"]), code("5", "HST ON", ["HST ON", "13"]), code("6", "Zero-rated", ["Zero-rated", "0"]), code("7", "Exempt"),
];

export const AU_CODES: TaxCode[] = [code("1", "GST", ["GST", "10"]), code("2", "GST free", ["GST free", "0"]), code("3", "Out of scope")];
