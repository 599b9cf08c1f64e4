import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CompanyFacts, type TaxCode } from "../books/books.ts";
import { CA_CODES, GB_CODES } from "../books/sample-tax-codes.ts";
import { sampleBooks } from "../books/sample-books.ts";
import { rateOfShare, taxIn, taxOn } from "../books/tax-rate.ts";
import { add, equals, formatMoney, type Money, parseMoney, subtract, sum, times, zero } from "../money/money.ts";
import type { Order, OrderLine, TaxLine } from "../order/order.ts";
import { sampleOrder } from "../order/sample-order.ts";
import { salesLines, type SalesLines } from "./lines.ts";

type Part = { sku: string; price: string; quantity?: number; discount?: string; taxes?: [title: string, rate: string, amount: string, byMarketplace?: true][]; giftCard?: boolean };
type Given = { currency: string; included?: boolean; lines: Part[]; shipping?: Omit<Part, "sku">; tip?: string };

function order({ currency, included = false, lines, shipping, tip }: Given): Order {
  const amount = (text: string): Money => parseMoney(currency, text);
  const taxLines = (taxes: Part["taxes"] = []): TaxLine[] => taxes.map(([title, rate, tax, channelLiable = false]) => ({ title, rate, amount: amount(tax), channelLiable }));
  const base = sampleOrder({ currency, ...(tip === undefined ? {} : { tip }), lines: lines.map(({ sku, price, quantity = 1, discount }) => ({ sku, price, quantity, ...(discount === undefined ? {} : { discount }) })) });
  const taxed = base.lines.map((line, index): OrderLine => ({ ...line, taxLines: taxLines(lines[index]?.taxes), giftCard: lines[index]?.giftCard ?? false }));
  const shippingLines = shipping ? [{ id: "s", title: "Royal Mail", gross: amount(shipping.price), discount: amount(shipping.discount ?? "0"), taxLines: taxLines(shipping.taxes) }] : [];
  const tax = sum(currency, [...taxed, ...shippingLines].flatMap((line) => line.taxLines.map((each) => each.amount)));
  const goods = sum(currency, [...taxed, ...shippingLines].map((line) => subtract(line.gross, line.discount)));
  const current = [base.tip, included ? zero(currency) : tax].reduce(add, goods);
  return { ...base, taxesIncluded: included, lines: taxed, shipping: shippingLines, totals: { ...base.totals, tax, current } };
}

const skus = ["TEE", "BOOK", "MUG", "CARD"];
const company = (country: string, taxCodes: TaxCode[], more: Partial<CompanyFacts> = {}): Partial<CompanyFacts> => ({ country, taxCodes, ...more });
const made = (given: Given, facts: Partial<CompanyFacts>): SalesLines => salesLines(order(given), sampleBooks(skus, { homeCurrency: given.currency, ...facts }));
const told = ({ lines }: SalesLines): unknown[] => lines.map((line) => [line.role, line.quantity, formatMoney(line.amount), line.withTax && formatMoney(line.withTax), line.taxCode?.name]);
const rates = ({ taxes }: SalesLines): unknown => ("lines" in taxes ? taxes.lines.map(({ rate, net, amount }) => [rate.name, formatMoney(net), formatMoney(amount)]) : taxes.mode);

describe("a tax code that a rule names and the company does not have", () => {
  const given: Given = { currency: "GBP", lines: [{ sku: "TEE", price: "10.00", discount: "1.00", taxes: [["VAT", "0.2", "1.80"]] }] };
  const ruled = (bookAs: Order["bookAs"]): string[] => salesLines({ ...order(given), bookAs }, sampleBooks(skus, { homeCurrency: "GBP", ...company("GB", GB_CODES) })).issues.map(({ sentence }) => sentence);

  it.each(["taxCode", "discountTaxCode"] as const)("is told as the rule's (%s)", (slot) => {
    expect(ruled({ [slot]: "Gone" })[0]).toContain('tax code "Gone"');
    expect(ruled({ [slot]: "20.0% s" })).toEqual([]);
  });
});

describe("lines of a company outside the US", () => {
  it("hold net amounts, what the buyer saw, and Shopify's tax per rate where prices include it (A14)", () => {
    // 2 × 12.00 less 2.40: 21.60, of which 3.60 is tax. 4.99 less 1.00: 3.99, of which 0.67 is tax (0.665). Book 7.99 at 0 %.
    const result = made({
      currency: "GBP", included: true,
      lines: [{ sku: "TEE", price: "12.00", quantity: 2, discount: "2.40", taxes: [["VAT", "0.2", "3.60"]] }, { sku: "BOOK", price: "7.99", taxes: [["VAT", "0", "0.00"]] }],
      shipping: { price: "4.99", discount: "1.00", taxes: [["VAT", "0.2", "0.67"]] },
    }, company("GB", GB_CODES));
    expect(result.issues).toEqual([]);
    expect(told(result)).toEqual([
      ["product", 2, "20.00", "24.00", "20.0% S"],
      ["product", 1, "7.99", "7.99", "0.0% Z"],
      // 4.99 − 0.67 − 0.17 (the tax in the 1.00 taken off).
      ["shipping", null, "4.15", "4.99", "20.0% S"],
      ["discount", null, "-2.83", "-3.40", "20.0% S"],
    ]);
    expect(rates(result)).toEqual([["Standard", "21.32", "4.27"], ["Zero", "7.99", "0.00"]]);
    expect([formatMoney(result.tax), formatMoney(result.total)]).toEqual(["4.27", "33.58"]);
  });

  it("hold tax per agency, with discounts per code (A15)", () => {
    const result = made({
      currency: "CAD", tip: "2.00",
      lines: [
        { sku: "TEE", price: "50.00", discount: "5.00", taxes: [["GST", "0.05", "2.25"], ["BC PST", "0.07", "3.15"]] },
        { sku: "BOOK", price: "20.00", discount: "2.00", taxes: [["GST", "0.05", "0.90"]] },
        { sku: "MUG", price: "10.00" },
      ],
    }, company("CA", CA_CODES));
    expect(result.issues).toEqual([]);
    expect(told(result)).toEqual([
      ["product", 1, "50.00", undefined, "GST/PST BC"], ["product", 1, "20.00", undefined, "GST"], ["product", 1, "10.00", undefined, "Exempt"],
      ["tip", null, "2.00", undefined, "Exempt"], ["discount", null, "-5.00", undefined, "GST/PST BC"], ["discount", null, "-2.00", undefined, "GST"],
    ]);
    expect(rates(result)).toEqual([["GST", "45.00", "2.25"], ["PST BC", "45.00", "3.15"], ["GST", "18.00", "0.90"]]);
    expect(formatMoney(result.total)).toBe("81.30");
  });

  it("carry tax as a line where the company keeps no sales tax", () => {
    const result = made({ currency: "GBP", lines: [{ sku: "TEE", price: "10.00", taxes: [["VAT", "0.2", "2.00"]] }] }, company("GB", [], { salesTaxUsed: false }));
    expect(result).toMatchObject({ issues: [], taxes: { mode: "none" } });
    expect(told(result)).toEqual([["product", 1, "10.00", undefined, undefined], ["sales_tax", null, "2.00", undefined, undefined]]);
  });

  it("name a set that has no code once, however many lines have it", () => {
    const taxes: Part["taxes"] = [["IVA", "0.21", "2.10"]];
    const { issues } = made({ currency: "GBP", lines: [{ sku: "TEE", price: "10.00", taxes }, { sku: "MUG", price: "10.00", taxes }] }, company("GB", GB_CODES));
    expect(issues.map(({ code, cause }) => [code, cause])).toEqual([["tax_code_missing", "IVA 21%"]]);
  });
});

describe("tax that a marketplace owes", () => {
  it.each([
    ["US", company("US", []), [["product", 1, "10.00", undefined, undefined], ["marketplace_tax", null, "0.80", undefined, undefined]]],
    ["GB", company("GB", GB_CODES), [["product", 1, "10.00", undefined, "No VAT"], ["marketplace_tax", null, "0.80", undefined, "No VAT"]]],
  ])("stands on an item of its own, %s", (_country, facts, lines) => {
    const result = made({ currency: "USD", lines: [{ sku: "TEE", price: "10.00", taxes: [["Facilitated", "0.08", "0.80", true]] }] }, facts);
    expect(result.issues).toEqual([]);
    expect(told(result)).toEqual(lines);
    expect([formatMoney(result.tax), formatMoney(result.total)]).toEqual(["0.00", "10.80"]);
  });
});

const line = fc.record({
  price: fc.integer({ min: 0, max: 20_000 }), quantity: fc.integer({ min: 1, max: 7 }), off: fc.integer({ min: 0, max: 100 }), rate: fc.constantFrom("0.2", "0.05", "0", null),
});

describe("laws of taxed lines", () => {
  it("lines and tax come to what the shop says, with tax inside or on top, and every amount with tax adds up too", () => {
    fc.assert(fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), fc.boolean(), (parts, included) => {
      const text = (minor: number): string => `${Math.trunc(minor / 100)}.${String(minor % 100).padStart(2, "0")}`;
      const given: Given = {
        currency: "GBP", included,
        lines: parts.map(({ price, quantity, off, rate }): Part => {
          const discount = text(Math.trunc((price * quantity * off) / 100));
          const base = subtract(times(parseMoney("GBP", text(price)), quantity), parseMoney("GBP", discount));
          const exact = rateOfShare(rate ?? "0");
          return { sku: "TEE", price: text(price), quantity, discount, ...(rate === null ? {} : { taxes: [["VAT", rate, formatMoney(included ? taxIn(base, exact) : taxOn(base, exact))]] }) };
        }),
      };
      const whole = order(given);
      const result = made(given, company("GB", GB_CODES));
      expect(result.issues).toEqual([]);
      expect(equals(result.total, whole.totals.current)).toBe(true);
      expect(equals(result.tax, whole.totals.tax)).toBe(true);
      if (included) expect(equals(sum("GBP", result.lines.map(({ withTax, amount }) => withTax ?? amount)), result.total)).toBe(true);
    }));
  });
});
