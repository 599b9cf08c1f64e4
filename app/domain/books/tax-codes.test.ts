import { describe, expect, it } from "vitest";
import { parseMoney } from "../money/money.ts";
import type { TaxLine } from "../order/order.ts";
import { AU_CODES, CA_CODES, GB_CODES } from "./sample-tax-codes.ts";
import { sampleBooks } from "./sample-books.ts";
import { findTaxCode, sharedAmongRates } from "./tax-codes.ts";
import { rateOfPercent, rateOfShare, rateWords, taxIn, taxOn } from "./tax-rate.ts";
import { taxSetOf, untaxed } from "./tax-set.ts";

const gbp = (text: string) => parseMoney("GBP", text);
const tax = (title: string, rate: string, amount: string): TaxLine => ({ title, rate, amount: gbp(amount), channelLiable: false });
const books = (taxCodes = CA_CODES, chosenTaxCodes: Record<string, string> = {}) => ({ company: sampleBooks([], { taxCodes }).company, chosenTaxCodes });
const named = (...given: Parameters<typeof findTaxCode>): string => {
  const found = findTaxCode(...given);
  return found.ok ? found.value.name : found.failure.sentence;
};
const set = (...taxes: TaxLine[]) => taxSetOf(taxes, gbp("100.00"), false);

describe("rates", () => {
  it("are the same whether Shopify or QuickBooks tells them", () => {
    expect(rateOfShare("0.09975")).toBe(rateOfPercent("9.975"));
    expect(rateOfShare("5e-3")).toBe(rateOfPercent("0.5"));
    expect(rateWords(rateOfShare("0.09975"))).toBe("9.975%");
    expect(rateWords(rateOfShare("0.2"))).toBe("20%");
  });

  it("work out a tax on an amount and inside one, halves away from zero", () => {
    expect(taxOn(gbp("10.25"), rateOfPercent("10"))).toEqual(gbp("1.03"));
    expect(taxIn(gbp("12.00"), rateOfPercent("20"))).toEqual(gbp("2.00"));
    expect(taxIn(gbp("-0.03"), rateOfPercent("20"))).toEqual(gbp("-0.01"));
  });
});

describe("a set of taxes", () => {
  it("is named by titles and rates in one sequence, however Shopify lists them", () => {
    expect(set(tax("PST", "0.07", "7.00"), tax("GST", "0.05", "5.00")).key).toBe("GST 5% + PST 7%");
    expect(set(tax("GST", "0.05", "5.00"), tax("PST", "0.07", "7.00")).key).toBe("GST 5% + PST 7%");
  });

  it("leaves out a tax that was not charged, and keeps one on an amount too small for it", () => {
    expect(set(tax("VAT", "0.2", "0.00"))).toEqual(untaxed("exempt"));
    expect(taxSetOf([tax("VAT", "0.2", "0.00")], gbp("0.02"), false).key).toBe("VAT 20%");
    expect(set(tax("VAT", "0", "0.00"))).toMatchObject({ kind: "zero", key: "VAT 0%" });
  });
});

describe("the tax code of a set", () => {
  it.each([
    ["GB, standard", GB_CODES, set(tax("VAT", "0.2", "20.00")), "20.0% S"],
    ["GB, zero rate", GB_CODES, set(tax("VAT", "0", "0.00")), "0.0% Z"],
    ["GB, no tax", GB_CODES, untaxed("exempt"), "Exempt"],
    ["GB, a tip", GB_CODES, untaxed("outside"), "No VAT"],
    ["CA, one tax", CA_CODES, set(tax("GST", "0.05", "5.00")), "GST"],
    ["CA, two taxes", CA_CODES, set(tax("QST", "0.09975", "9.98"), tax("GST", "0.05", "5.00")), "GST/QST"],
    ["CA, no tax", CA_CODES, untaxed("exempt"), "Exempt"],
    ["AU, no tax", AU_CODES, untaxed("exempt"), "GST free"],
    ["AU, a tip", AU_CODES, untaxed("outside"), "Out of scope"],
  ])("%s", (_name, codes, given, expected) => {
    expect(named(given, books(codes))).toBe(expected);
  });

  it("is told apart from another one of equal rates by the words of the taxes, or of the place", () => {
    expect(named(set(tax("GST", "0.05", "5.00"), tax("MB PST", "0.07", "7.00")), books())).toBe("GST/PST MB");
    expect(named(set(tax("GST", "0.05", "5.00"), tax("PST", "0.07", "7.00")), books(), ["BC", "CA"])).toBe("GST/PST BC");
  });

  it("is not guessed: where several fit, or none, the issue names the set and what to do", () => {
    expect(named(set(tax("GST", "0.05", "5.00"), tax("PST", "0.07", "7.00")), books())).toBe('It is not clear which QuickBooks tax code belongs to "GST 5% + PST 7%": several tax codes in QuickBooks fit: GST/PST BC, GST/PST MB.');
    const none = findTaxCode(set(tax("IVA", "0.21", "21.00")), books());
    expect(none).toMatchObject({ ok: false, failure: { code: "tax_code_missing", cause: "IVA 21%", remedy: expect.stringContaining('"IVA 21%"') as unknown } });
  });

  it("is the merchant's choice where there is one, and an issue where that code is gone", () => {
    const given = set(tax("GST", "0.05", "5.00"), tax("PST", "0.07", "7.00"));
    expect(named(given, books(CA_CODES, { "GST 5% + PST 7%": "gst/pst mb" }))).toBe("GST/PST MB");
    expect(named(given, books(CA_CODES, { "GST 5% + PST 7%": "Old code" }))).toContain('the code "Old code" that was chosen for it is not in QuickBooks');
  });
});

describe("Shopify's amounts by the rates of a code", () => {
  const [, , , quebec, ontario, zero] = CA_CODES;
  const shares = (given: ReturnType<typeof set>, code: (typeof CA_CODES)[number] | undefined) => {
    if (!code) throw new Error("a code was expected");
    const shared = sharedAmongRates(given, code, "GBP");
    return shared.ok ? [...shared.value].map(([rate, amount]) => [rate.name, amount.minor]) : shared.failure.code;
  };

  it("go to the rate of their percentage", () => {
    expect(shares(set(tax("QST", "0.09975", "9.98"), tax("GST", "0.05", "5.00")), quebec)).toEqual([["GST", 500n], ["QST", 998n]]);
  });

  it("go to the only rate of a combined code that was chosen, and never to a code without a place for them", () => {
    const given = set(tax("GST", "0.05", "5.00"), tax("PST", "0.08", "8.00"));
    expect(shares(given, ontario)).toEqual([["HST ON", 1300n]]);
    expect(shares(given, zero)).toBe("tax_code_missing");
    expect(shares(given, quebec)).toBe("tax_code_missing");
  });
});
