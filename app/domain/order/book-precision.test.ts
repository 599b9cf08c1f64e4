import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { equals, formatMoney, parseMoney, sum } from "../money/money.ts";
import { asBooked, finestAmount, inBookPrecision } from "./book-precision.ts";
import { amountDue, receivedTransactions } from "./order.ts";
import { sampleOrder } from "./sample-order.ts";

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
