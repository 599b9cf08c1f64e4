import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { namedItemKey } from "../books/item-key.ts";
import { type SampleComponent, sampleBooks, withBundle } from "../books/sample-books.ts";
import { GB_CODES } from "../books/sample-tax-codes.ts";
import type { Books, CompanyFacts } from "../books/books.ts";
import { inMoney, product, scaled } from "../money/decimal-text.ts";
import { equals, formatMoney, type Money, parseMoney, sum } from "../money/money.ts";
import type { Order, OrderLine, TaxLine } from "../order/order.ts";
import { sampleOrder } from "../order/sample-order.ts";
import type { DocumentLine } from "./document.ts";
import { salesLines, type SalesLines } from "./lines.ts";

/** Two mugs at 9.00 and a tea at 4.50: 22.50. */
const GIFT: SampleComponent[] = [{ name: "Mug", quantity: "2", price: "9" }, { name: "Tea", price: "4.5" }];

type Given = { price: string; quantity?: number; discount?: string; tax?: string; rate?: string; currency?: string; included?: boolean };

function orderOf({ price, quantity = 1, discount, tax, rate = "0.2", currency = "USD", included = false }: Given): Order {
  const order = sampleOrder({ currency, lines: [{ sku: "GIFT", price, quantity, ...(discount === undefined ? {} : { discount }) }] });
  const taxLines: TaxLine[] = tax === undefined ? [] : [{ title: "VAT", rate, amount: parseMoney(currency, tax), channelLiable: false }];
  return { ...order, taxesIncluded: included, lines: order.lines.map((line): OrderLine => ({ ...line, title: "Gift set", taxLines })), totals: { ...order.totals, tax: parseMoney(currency, tax ?? "0") } };
}

const booksOf = (components: readonly SampleComponent[], company: Partial<CompanyFacts> = {}): Books => withBundle(sampleBooks([], company), "GIFT", components);
const GB: Partial<CompanyFacts> = { country: "GB", homeCurrency: "GBP", taxCodes: GB_CODES };
const made = (given: Given, components = GIFT, company: Partial<CompanyFacts> = {}): SalesLines => salesLines(orderOf(given), booksOf(components, { homeCurrency: given.currency ?? "USD", ...company }));
const told = ({ lines }: SalesLines): string[] => lines.map(({ item, quantity, unitPrice, amount }) => `${item ?? "none"}: ${quantity ?? ""} × ${unitPrice ? formatMoney(unitPrice) : ""} = ${formatMoney(amount)}`);
const codes = ({ issues }: SalesLines): string[] => issues.map(({ code, cause }) => `${code} ${cause}`);

describe("a line of a bundle", () => {
  it("is a line of each item that it holds, at the item's own price, and one for the price difference", () => {
    const result = made({ price: "25.00", quantity: 2, tax: "4.00" });
    expect(told(result)).toEqual(["id:201: 4 × 9.00 = 36.00", "id:202: 2 × 4.50 = 9.00", "role:bundle_difference:  ×  = 5.00"]);
    expect(result.lines.map(({ role, description, partOf, taxed, account }) => [role, description, partOf?.bundle, taxed, account.name])).toEqual([
      ["product", "Gift set: Mug", "sku:GIFT", true, "Sales of Product Income"],
      ["product", "Gift set: Tea", "sku:GIFT", true, "Sales of Product Income"],
      ["bundle_difference", "Gift set: bundle price difference", "sku:GIFT", true, "Sales of Product Income"],
    ]);
    expect([result.issues, formatMoney(result.total)]).toEqual([[], "54.00"]);
    expect(new Set(result.lines.map(({ partOf }) => partOf?.lineId))).toEqual(new Set([orderOf({ price: "25.00" }).lines[0]?.id]));
  });

  it("is less than what it holds where it is sold for less, and has no difference where it is sold for as much", () => {
    expect(told(made({ price: "20.00" }))).toEqual(["id:201: 2 × 9.00 = 18.00", "id:202: 1 × 4.50 = 4.50", "role:bundle_difference:  ×  = -2.50"]);
    expect(told(made({ price: "22.50" }))).toEqual(["id:201: 2 × 9.00 = 18.00", "id:202: 1 × 4.50 = 4.50"]);
  });

  it("books each item on its own income account, and the difference on that of its item where QuickBooks has one", () => {
    const services = { id: "5", name: "Shipping Income" };
    const books = booksOf([{ name: "Mug", price: "9" }, { name: "Engraving", price: "5", account: services }]);
    const given = { key: "role:bundle_difference", id: "77", name: "Bundle price difference", incomeAccount: { id: "6", name: "Discounts Given" } } as const;
    const { lines } = salesLines(orderOf({ price: "12.00" }), { ...books, items: new Map([...books.items, [given.key, given]]) });
    expect(lines.map(({ account, amount }) => [account.name, formatMoney(amount)])).toEqual([["Sales of Product Income", "9.00"], ["Shipping Income", "5.00"], ["Discounts Given", "-2.00"]]);
  });

  it("sells an item whose price holds the tax for the same in every quantity, so that what comes back in parts is what was sold", () => {
    const tea = (quantity: number): string | undefined => told(made({ price: "25.00", quantity, discount: `${25 * quantity}.00`, tax: "0.00", currency: "GBP", included: true }, [{ name: "Mug", quantity: "2", price: "9" }, { name: "Tea", price: "5.40", withTax: true }], GB))[1];
    expect([1, 2, 3].map(tea)).toEqual(["id:202: 1 × 4.50 = 4.50", "id:202: 2 × 4.50 = 9.00", "id:202: 3 × 4.50 = 13.50"]);
  });

  it("takes an item without a price for nothing, and still says how many there are", () => {
    expect(told(made({ price: "10.00", quantity: 3 }, [{ name: "Mug", price: "4" }, { name: "Ribbon", quantity: "2" }]))).toEqual(["id:201: 3 × 4.00 = 12.00", "id:202: 6 × 0.00 = 0.00", "role:bundle_difference:  ×  = 18.00"]);
  });

  it("multiplies parts of a unit out as QuickBooks does, and by what a rule says", () => {
    // 0.5 × 19.99 = 9.995.
    expect(told(made({ price: "12.00" }, [{ name: "Cloth", quantity: "0.5", price: "19.99" }]))).toEqual(["id:201: 0.5 × 19.99 = 10.00", "role:bundle_difference:  ×  = 2.00"]);
    const order = orderOf({ price: "50.00" });
    expect(told(salesLines({ ...order, lines: order.lines.map((line) => ({ ...line, bookAs: { quantityFactor: "2" } })) }, booksOf(GIFT)))).toEqual(["id:201: 4 × 9.00 = 36.00", "id:202: 2 × 4.50 = 9.00", "role:bundle_difference:  ×  = 5.00"]);
  });

  it.each([
    ["JPY", "1000", "300.5", "301", "602", "398"],
    ["KWD", "10.000", "1.234", "1.230", "2.460", "7.540"],
  ])("loses nothing in %s", (currency, price, own, unit, amount, rest) => {
    expect(told(made({ currency, price }, [{ name: "Mug", quantity: "2", price: own }]))).toEqual([`id:201: 2 × ${unit} = ${amount}`, `role:bundle_difference:  ×  = ${rest}`]);
  });

  it("shares the amount by the items' prices where it is in another currency, which they have no price in", () => {
    const foreign: Partial<CompanyFacts> = { homeCurrency: "USD", multiCurrency: true };
    expect(told(made({ currency: "EUR", price: "20.00" }, GIFT, foreign))).toEqual(["id:201: 2 × 8.00 = 16.00", "id:202: 1 × 4.00 = 4.00"]);
    // 19.99 × 18.00/22.50 / 2 = 7.996, 19.99 × 4.50/22.50 = 3.998.
    expect(told(made({ currency: "EUR", price: "19.99" }, GIFT, foreign))).toEqual(["id:201: 2 × 7.99 = 15.98", "id:202: 1 × 3.99 = 3.99", "role:bundle_difference:  ×  = 0.02"]);
    expect(told(made({ currency: "JPY", price: "2000" }, GIFT, foreign))).toEqual(["id:201: 2 × 800 = 1600", "id:202: 1 × 400 = 400"]);
    // Two decimals are all that the books keep: 3.996 and 1.998.
    expect(told(made({ currency: "KWD", price: "9.990" }, GIFT, foreign))).toEqual(["id:201: 2 × 3.990 = 7.980", "id:202: 1 × 1.990 = 1.990", "role:bundle_difference:  ×  = 0.020"]);
    expect(told(made({ currency: "EUR", price: "7.00" }, [{ name: "Mug" }], foreign))).toEqual(["id:201: 1 × 0.00 = 0.00", "role:bundle_difference:  ×  = 7.00"]);
  });

  it("has the tax code of the bundle on each of its lines, and what the buyer saw comes to the whole", () => {
    // 2 × 12.00 less 2.40: 20.00 without tax, 24.00 as the buyer saw it.
    const given: Given = { currency: "GBP", price: "12.00", quantity: 2, discount: "2.40", tax: "3.60", included: true };
    const seen = ({ lines }: SalesLines): unknown[] => lines.map(({ amount, withTax, taxCode }) => [formatMoney(amount), withTax && formatMoney(withTax), taxCode?.name]);
    const result = made(given, [{ name: "Mug", price: "7" }, { name: "Tea", price: "1.99" }], GB);
    expect(result.issues).toEqual([]);
    // 14.00 × 1.2 = 16.80; 17.98 × 1.2 = 21.576.
    expect(seen(result)).toEqual([["14.00", "16.80", "20.0% S"], ["3.98", "4.78", "20.0% S"], ["2.02", "2.42", "20.0% S"], ["-2.00", "-2.40", "20.0% S"]]);
    const [rate] = "lines" in result.taxes ? result.taxes.lines : [];
    expect([rate && formatMoney(rate.net), rate && formatMoney(rate.amount)]).toEqual(["18.00", "3.60"]);
    // A price that holds the tax is taken without it: 8.40 is 7.00.
    expect(seen(made(given, [{ name: "Mug", price: "8.40", withTax: true }, { name: "Tea", price: "1.99" }], GB))).toEqual(seen(result));
  });

  it("always comes to the shop's line to the smallest unit, with quantities that multiply out", () => {
    const part = fc.record({ quantity: fc.constantFrom("1", "2", "3", "0.5", "0.333", "12"), price: fc.option(fc.integer({ min: 0, max: 99_999 }).map((n) => `${Math.floor(n / 1000)}.${String(n % 1000).padStart(3, "0")}`), { nil: undefined }), withTax: fc.boolean() });
    const given = fc.record({ minor: fc.integer({ min: 0, max: 5_000 }), quantity: fc.integer({ min: 1, max: 7 }), where: fc.constantFrom("USD", "JPY", "KWD", "GBP", "EUR abroad"), parts: fc.array(part, { minLength: 1, maxLength: 5 }) });
    fc.assert(fc.property(given, ({ minor, quantity, where, parts }) => {
      const currency = where.slice(0, 3);
      const price = formatMoney({ currency, minor: BigInt(minor) * (currency === "KWD" ? 10n : 1n) });
      const company = where === "GBP" ? GB : where === "EUR abroad" ? { homeCurrency: "USD", multiCurrency: true } : {};
      const gross = BigInt(minor) * BigInt(quantity);
      const tax = where === "GBP" ? { included: true, tax: formatMoney({ currency, minor: (2n * gross + 6n) / 12n }) } : {};
      const { lines, issues } = made({ currency, price, quantity, ...tax }, parts.map(({ price: own, ...each }, index) => ({ name: `part ${index}`, ...each, ...(own === undefined ? {} : { price: own }) })), company);
      expect(issues).toEqual([]);
      const plain = salesLines(orderOf({ currency, price, quantity, ...tax }), sampleBooks(["GIFT"], { homeCurrency: currency, ...company })).lines;
      const whole = (all: readonly DocumentLine[], of: (line: DocumentLine) => Money | undefined): Money => sum(currency, all.flatMap((line) => of(line) ?? []));
      expect(whole(lines, ({ amount }) => amount)).toEqual(whole(plain, ({ amount }) => amount));
      expect(whole(lines, ({ withTax }) => withTax)).toEqual(whole(plain, ({ withTax }) => withTax));
      for (const line of lines) if (line.quantity !== null && line.unitPrice) expect(equals(inMoney(currency, product(scaled(String(line.quantity)), scaled(formatMoney(line.unitPrice)))), line.amount)).toBe(true);
    }));
  });
});

describe("goods of a bundle that did not come back on the shelf", () => {
  const away = (books: Books): SalesLines => salesLines({ ...orderOf({ price: "20.00" }), lines: orderOf({ price: "20.00" }).lines.map((line) => ({ ...line, offStock: true as const })) }, books);
  const books = booksOf([{ name: "Mug", quantity: "2", price: "9", type: "inventory" }, { name: "Tea", price: "4.5" }]);

  it("have a stand-in for each item whose stock is counted", () => {
    const standIn = { key: "title:Not restocked", id: "88", name: "Not restocked", incomeAccount: { id: "4", name: "Sales of Product Income" }, type: "non_inventory" } as const;
    const { lines, issues } = away({ ...books, offStockItems: { "Sales of Product Income": "Not restocked" }, items: new Map([...books.items, [standIn.key, standIn]]) });
    expect(issues).toEqual([]);
    expect(lines.map(({ item, standsFor, quantity, amount }) => [item, standsFor, quantity, formatMoney(amount)])).toEqual([
      ["title:Not restocked", "id:201", 2, "18.00"], ["id:202", undefined, 1, "4.50"], ["role:bundle_difference", undefined, null, "-2.50"],
    ]);
  });

  it("wait where there is none, and a bundle is none", () => {
    expect(codes(away(books))).toEqual(["off_stock_item_missing Sales of Product Income"]);
    const asBundle = { key: "title:Hamper", id: "88", name: "Hamper", incomeAccount: { id: "", name: "" }, type: "bundle", components: [] } as const;
    const [issue] = away({ ...books, offStockItems: { "Sales of Product Income": "Hamper" }, items: new Map([...books.items, [asBundle.key, asBundle]]) }).issues;
    expect(issue?.sentence).toContain('"Hamper" is a bundle');
  });
});

describe("a bundle that cannot be sold", () => {
  const changed = (change: (books: Books) => Partial<NonNullable<ReturnType<Books["items"]["get"]>>>): SalesLines => {
    const books = booksOf(GIFT);
    const bundle = books.items.get("sku:GIFT");
    if (!bundle) throw new Error("no bundle");
    return salesLines(orderOf({ price: "20.00" }), { ...books, items: new Map([...books.items, [bundle.key, { ...bundle, ...change(books) }]]) });
  };

  it("names itself and each item that is not in use any more", () => {
    const result = changed(({ items }) => ({ components: (items.get("sku:GIFT")?.components ?? []).map((component) => (component.name === "Tea" ? { ...component, item: null } : component)) }));
    expect(codes(result)).toEqual(["bundle_incomplete GIFT: Tea"]);
    expect(result.issues[0]?.sentence).toMatch(/bundle "GIFT" holds "Tea"/);
    expect(result.issues[0]?.remedy).toMatch(/Make "Tea" active .* or take it out of the bundle "GIFT"/);
    expect(result.lines).toEqual([]);
  });

  it("is told where it holds nothing, or is itself not in use any more", () => {
    expect(codes(changed(() => ({ components: [] })))).toEqual(["bundle_incomplete GIFT"]);
    expect(codes(changed(() => ({ isGone: true })))).toEqual(["item_missing inactive sku:GIFT"]);
  });

  it("cannot stand for shipping or discounts", () => {
    const books = booksOf(GIFT);
    const bundle = books.items.get("sku:GIFT");
    if (!bundle) throw new Error("no bundle");
    const named = { ...books, items: new Map([...books.items, [namedItemKey("Gift"), bundle]]) };
    const order = { ...orderOf({ price: "20.00", discount: "1.00" }), ...{ shipping: sampleOrder({ shipping: "5.00" }).shipping } };
    expect(codes(salesLines({ ...order, bookAs: { shippingItem: "Gift" } }, named))).toEqual(["bundle_incomplete shipping GIFT"]);
    expect(codes(salesLines({ ...order, bookAs: { discountItem: "Gift" } }, named))).toEqual(["bundle_incomplete discount GIFT"]);
  });
});
