/** Laws of an order's whole life, by fast-check, which prints the seed of what fails. Balance, identities and "nothing to do after it was done" are checked for every random life (sound.ts). */
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatMoney, isZero } from "#app/domain/money/money.ts";
import { balances } from "../goldens/journal.ts";
import { UNLESS_SHIPPED } from "../goldens/story.ts";
import { type Told, told } from "../goldens/tell.ts";
import { type Lives, type LifeStep, openLives } from "./life.ts";
import { randomLife } from "./random-life.ts";

const CURRENCY = "USD";
const INCOME: ReadonlySet<string> = new Set(["Sales of Product Income", "Shipping Income", "Discounts Given"]);
const WITHIN_MS = 120_000;

/** By account, only what is not zero. */
const booksOf = (last: Told | undefined): Record<string, string> =>
  Object.fromEntries([...balances(last?.plan.documents ?? [], CURRENCY)].filter(([, amount]) => !isZero(amount)).map(([account, amount]) => [account, formatMoney(amount)]).toSorted());

const line = fc.record({ price: fc.integer({ min: 1, max: 9_999 }), quantity: fc.integer({ min: 1, max: 4 }), taxes: fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 3 }) });
const soldAndShipped = fc.record({
  lines: fc.array(line, { minLength: 1, maxLength: 4 }), off: fc.integer({ min: 0, max: 100 }), shipping: fc.integer({ min: 0, max: 1_500 }), shippingTax: fc.integer({ min: 0, max: 120 }),
  taxesIncluded: fc.boolean(), isInvoiced: fc.boolean(),
  /** Which unit goes back next, and with how many others. */
  backwards: fc.array(fc.record({ line: fc.nat(), units: fc.integer({ min: 1, max: 3 }), withShipping: fc.boolean() }), { maxLength: 5 }),
});
const money = (minor: number): string => `${Math.trunc(minor / 100)}.${String(minor % 100).padStart(2, "0")}`;
const taxLines = (amounts: readonly number[]): object[] => amounts.map((minor, index) => ({ title: `Tax ${index}`, rate: 0.01 * (index + 1), price: money(minor) }));

describe("laws of an order's life", () => {
  let lives: Lives;
  beforeAll(async () => {
    lives = await openLives({ currency: CURRENCY });
  });
  afterAll(() => lives[Symbol.asyncDispose]());

  it("however a refund of everything is split, income, tax, discounts, receivables and money come to nothing", { timeout: WITHIN_MS }, async () => {
    await fc.assert(fc.asyncProperty(soldAndShipped, async ({ lines, off, shipping, shippingTax, taxesIncluded, isInvoiced, backwards }) => {
      const gross = lines.map(({ price, quantity }) => price * quantity);
      const shares = gross.map((amount) => Math.trunc((amount * off) / 100));
      const order = {
        financial_status: "paid", taxes_included: taxesIncluded,
        // Tax that prices hold is never more than the price.
        line_items: lines.map(({ price, quantity, taxes }, index) => ({ sku: `S${index}`, quantity, price: money(price), tax_lines: taxLines(taxes.map((tax) => (taxesIncluded ? Math.trunc(((gross[index] ?? 0) - (shares[index] ?? 0)) / 10) : tax))) })),
        discount: { code: "OFF", amount: money(shares.reduce((sum, share) => sum + share, 0)), allocations: shares.map(money) },
        shipping: { price: money(shipping), tax_lines: shippingTax > 0 && shipping >= 200 ? taxLines([shippingTax]) : [] },
      };
      const unitsLeft = lines.map(({ quantity }) => quantity);
      const parts = backwards.flatMap(({ line: at, units, withShipping }): LifeStep[] => {
        const index = at % lines.length;
        const quantity = Math.min(units, unitsLeft[index] ?? 0);
        if (quantity === 0) return [];
        unitsLeft[index] = (unitsLeft[index] ?? 0) - quantity;
        return [{ do: "refund", lines: [{ sku: `S${index}`, quantity, restock: withShipping }], ...(withShipping && { shipping: "full" }) }];
      });
      const orders = await lives.live([{ do: "create", order }, { do: "fulfil" }, ...parts, { do: "refund" }], { leaveOutRefused: true });
      const mode = isInvoiced ? "sales_orders_invoices_payments" : "sales_receipts";
      const last = told({ name: "split", title: "", tells: "", mode, rules: [UNLESS_SHIPPED], steps: [] }, orders).at(-1);
      expect(last?.plan.issues).toEqual([]);
      // What was free and came back leaves its price and the discount of all of it, as no document of 0 is made for it: together nothing.
      const left = [...balances(last?.plan.documents ?? [], CURRENCY)];
      expect(left.filter(([account, amount]) => !INCOME.has(account) && !isZero(amount))).toEqual([]);
      expect(left.filter(([account]) => INCOME.has(account)).reduce((total, [, { minor }]) => total + minor, 0n)).toBe(0n);
    }), { numRuns: 60 });
  });

  it("the order in which lines are told, and being told twice, change nothing in the books", { timeout: WITHIN_MS }, async () => {
    await fc.assert(fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), fc.infiniteStream(fc.nat()), async (seed, chance) => {
      const { steps, mode, unlessShipped } = randomLife(seed, CURRENCY);
      const orders = await lives.live(steps, { leaveOutRefused: true });
      const story = { name: "", title: "", tells: "", mode, rules: unlessShipped ? [UNLESS_SHIPPED] : [], steps: [] };
      const permuted = orders.map((order) => ({ ...order, lines: order.lines.toSorted(() => ((chance.next().value ?? 0) % 2 === 0 ? 1 : -1)) }));
      const asTold = booksOf(told(story, orders).at(-1));
      expect(booksOf(told(story, permuted).at(-1))).toEqual(asTold);
      expect(booksOf(told(story, orders.flatMap((order) => [order, order])).at(-1))).toEqual(asTold);
    }), { numRuns: 60 });
  });
});
