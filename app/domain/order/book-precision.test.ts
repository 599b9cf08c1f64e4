import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { equals, formatMoney, type Money, money, negate, parseMoney, subtract, sum } from "../money/money.ts";
import { asBooked, finestAmount, inBookPrecision } from "./book-precision.ts";
import { Temporal } from "temporal-polyfill";
import { type OrderChange, withoutChanges } from "./change.ts";
import { amountDue, type Order, receivedTransactions } from "./order.ts";
import { sampleOrder } from "./sample-order.ts";

const figures = ({ quantity, gross, discount, taxLines }: Order["lines"][number]): unknown => ({ quantity, gross, discount, taxes: taxLines.map(({ amount }) => amount) });
const text = (thousandths: number): string => `${Math.trunc(thousandths / 1000)}.${String(thousandths % 1000).padStart(3, "0")}`;

describe("an order in a currency of three decimals", () => {
  it("is finer than the books where an amount really has a third one", () => {
    expect(finestAmount(sampleOrder({ currency: "KWD", lines: [{ sku: "TEE", price: "12.345" }] }))).toEqual(parseMoney("KWD", "12.345"));
    expect(finestAmount(sampleOrder({ currency: "KWD", lines: [{ sku: "TEE", price: "12.500" }] }))).toBeNull();
    expect(finestAmount(sampleOrder({ currency: "JPY", lines: [{ sku: "TEE", price: "1200" }] }))).toBeNull();
  });

  it("is rounded only where the merchant accepted that", () => {
    const order = sampleOrder({ currency: "KWD", lines: [{ sku: "TEE", price: "12.345" }], paid: ["12.345"] });
    expect(asBooked(order, { acceptRounding: false })).toBe(order);
    const rounded = asBooked(order, { acceptRounding: true });
    expect(rounded.totals).toEqual({ current: parseMoney("KWD", "12.350"), tax: parseMoney("KWD", "0"), netPayment: parseMoney("KWD", "12.350"), outstanding: parseMoney("KWD", "0") });
  });

  it("keeps what its parts lost as cash rounding: three times 0.333 are 1.00", () => {
    const rounded = inBookPrecision(sampleOrder({ currency: "KWD", lines: [1, 2, 3].map(() => ({ sku: "TEE", price: "0.333" })), paid: ["0.333", "0.333", "0.333"] }));
    expect(formatMoney(rounded.cashRounding)).toBe("0.010");
    expect(rounded.transactions.map(({ amount }) => formatMoney(amount))).toEqual(["0.330", "0.340", "0.330"]);
  });

  it("is not owed again what was given back as goodwill", () => {
    const paid = sampleOrder({ currency: "KWD", lines: [{ sku: "TEE", price: "12.345" }], paid: ["12.345"] });
    const back = { ...paid, totals: { ...paid.totals, netPayment: parseMoney("KWD", "5.808") } };
    expect(inBookPrecision(back).totals.outstanding).toEqual(parseMoney("KWD", "0"));
    const owing = sampleOrder({ currency: "KWD", lines: [{ sku: "TEE", price: "12.345" }], paid: ["10.001"] });
    expect(inBookPrecision(owing).totals.outstanding).toEqual(parseMoney("KWD", "2.350"));
  });

  it("was before its changes what it was rounded to then, so that nothing in the books is written anew", () => {
    const line = fc.record({ price: fc.integer({ min: 1, max: 9_999 }), discount: fc.integer({ min: 0, max: 999 }), tax: fc.integer({ min: 0, max: 999 }), taken: fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 1, maxLength: 3 }) });
    fc.assert(fc.property(fc.array(line, { minLength: 1, maxLength: 3 }), fc.boolean(), (lines, taxesIncluded) => {
      const units = ({ taken }: { taken: number[] }): number => taken.reduce((total, each) => total + each, 1);
      const placed: Order = { ...sampleOrder({ currency: "KWD", lines: lines.map((each) => ({ sku: "TEE", price: text(each.price), quantity: units(each), discount: text(Math.min(each.discount, each.price)), tax: text(each.tax) })) }), taxesIncluded };
      const changes = placed.lines.flatMap(({ id, title, discount, quantity, unitPrice, taxLines }, at): OrderChange[] => (lines[at]?.taken ?? []).map((taken, index) => {
        const share = (minor: bigint): Money => money("KWD", (minor * BigInt(taken)) / BigInt(quantity));
        const taxes = taxLines.map((tax) => ({ ...tax, amount: negate(share(tax.amount.minor)) }));
        const inPrices = subtract(share(discount.minor), money("KWD", unitPrice.minor * BigInt(taken)));
        const amount = taxesIncluded ? taxes.reduce((left, tax) => subtract(left, tax.amount), inPrices) : inPrices;
        return { id: String(100 * at + index), kind: "refund", at: Temporal.Instant.from("2026-11-03T10:00:00Z"), transactionIds: [], discrepancy: money("KWD", 0n), sales: [{ of: "product", lineId: id, title, quantity: -taken, amount, taxLines: taxes }] };
      }));
      const inverse = changes.map((change) => ({ ...change, sales: change.sales.map((sale) => ({ ...sale, quantity: -sale.quantity, amount: negate(sale.amount), taxLines: sale.taxLines.map((tax) => ({ ...tax, amount: negate(tax.amount) })) })) }));
      const rounded = inBookPrecision({ ...withoutChanges(placed, inverse), changes });
      const then = inBookPrecision(placed);
      const before = withoutChanges(rounded, rounded.changes);
      expect(before.lines.map(figures)).toEqual(then.lines.map(figures));
      expect(before.cashRounding).toEqual(then.cashRounding);
    }));
  });

  it("adds up after rounding, and a paid order stays paid", () => {
    const line = fc.record({ price: fc.integer({ min: 0, max: 99_999 }), quantity: fc.integer({ min: 1, max: 5 }), tax: fc.integer({ min: 0, max: 9_999 }) });
    fc.assert(fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), (lines) => {
      const sample = { currency: "KWD", lines: lines.map(({ price, quantity, tax }) => ({ sku: "TEE", price: text(price), quantity, tax: text(tax) })) };
      const total = sampleOrder(sample).totals.current;
      const rounded = inBookPrecision(sampleOrder({ ...sample, paid: [formatMoney(total)] }));
      expect(finestAmount(rounded)).toBeNull();
      expect(equals(amountDue(rounded), sum("KWD", receivedTransactions(rounded).map(({ amount }) => amount)))).toBe(true);
      expect(rounded.totals.outstanding.minor).toBe(0n);
    }));
  });
});
