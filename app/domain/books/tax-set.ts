/** The set of taxes on a line of an order, told apart from what is not taxed and why; it maps to one tax code of the company. Knows no company. */
import { add, equals, isZero, type Money, zero } from "../money/money.ts";
import type { TaxLine } from "../order/order.ts";
import { type ExactRate, rateOfShare, rateWords, taxIn, taxOn } from "./tax-rate.ts";

export type SetTax = { title: string; rate: ExactRate; amount: Money };

/** `zero`: taxed at 0 %. `exempt`: goods or a buyer without tax. `outside`: no sale of goods at all, such as a tip or a gift card. */
export type TaxSetKind = "taxed" | "zero" | "exempt" | "outside";

export type TaxSet = {
  kind: TaxSetKind;
  /** Names the set in settings and in sentences: `GST 5% + PST 7%`. */
  key: string;
  taxes: SetTax[];
};

const UNTAXED_KEYS = { exempt: "no tax", outside: "not taxable" } as const;

export const untaxed = (kind: keyof typeof UNTAXED_KEYS): TaxSet => ({ kind, key: UNTAXED_KEYS[kind], taxes: [] });

/**
 * `base`: what the taxes are on, tax inside when `included`. A tax that would come to something but is nothing was not charged (an exempt buyer);
 * one on too small an amount was. Equal taxes are one.
 */
export function taxSetOf(taxLines: readonly TaxLine[], base: Money, included: boolean): TaxSet {
  const taxes = new Map<string, SetTax>();
  for (const { title, rate, amount } of taxLines) {
    const exact = rateOfShare(rate);
    const wouldBe = included ? taxIn(base, exact) : taxOn(base, exact);
    if (isZero(amount) && !isZero(wouldBe)) continue;
    const key = words({ title, rate: exact });
    taxes.set(key, { title, rate: exact, amount: add(taxes.get(key)?.amount ?? zero(amount.currency), amount) });
  }
  if (taxes.size === 0) return untaxed("exempt");
  const sorted = [...taxes].sort(([a], [b]) => (a < b ? -1 : 1));
  const set = { key: sorted.map(([key]) => key).join(" + "), taxes: sorted.map(([, tax]) => tax) };
  return { kind: set.taxes.every(({ rate, amount }) => rate === 0n && equals(amount, zero(amount.currency))) ? "zero" : "taxed", ...set };
}

const words = ({ title, rate }: Pick<SetTax, "title" | "rate">): string => `${title.trim()} ${rateWords(rate)}`;
