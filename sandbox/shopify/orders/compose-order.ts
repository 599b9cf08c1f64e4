/**
 * Writes an order as a checkout would: prices from the catalogue, a discount spread over the lines, tax on what is taxable.
 * The simulator itself computes no tax (ASSUMPTIONS.md); this is for people and the seed, who would otherwise have to.
 */
import { allocate } from "../money/allocate.ts";
import { formatMinor, parseMinor } from "../money/minor-units.ts";
import type { ProductRecord } from "../state/shop-state.ts";
import type { InlineOrder, InlineTaxLine } from "./inline-order-schema.ts";

export type TaxRate = { title: string; /** Share of one. */ rate: number };
export type Draft = {
  lines: readonly { product: ProductRecord; quantity: number }[];
  /** An amount in shop currency, or a whole or decimal percentage of the goods. */
  discount?: { code: string; amount: string } | { code: string; percentage: number } | undefined;
  shipping?: { title: string; price: string } | undefined;
  tax?: TaxRate | undefined;
  tip?: string | undefined;
  taxesIncluded: boolean;
  currency: string;
};

/** Digits of a rate that count: 8.875 % is 0.08875. */
const RATE_SCALE = 100_000_000;

export function composeOrder(draft: Draft): Pick<InlineOrder, "line_items" | "discount" | "shipping" | "tip"> {
  const { currency } = draft;
  const gross = draft.lines.map(({ product, quantity }) => parseMinor(product.price, currency) * BigInt(quantity));
  const total = discountOf(draft, gross.reduce((sum, amount) => sum + amount, 0n));
  const shares = allocate(total, gross);
  return {
    line_items: draft.lines.map(({ product, quantity }, index) => ({
      sku: product.sku,
      title: product.title,
      vendor: product.vendor,
      quantity,
      price: product.price,
      taxable: product.taxable,
      gift_card: product.giftCard,
      tax_lines: draft.tax && product.taxable ? taxLines((gross[index] ?? 0n) - (shares[index] ?? 0n), draft.tax, draft) : [],
    })),
    ...(draft.discount && total > 0n ? { discount: spread(draft.discount, shares, currency) } : {}),
    ...(draft.shipping ? { shipping: draft.shipping } : {}),
    ...(draft.tip === undefined ? {} : { tip: draft.tip }),
  };
}

function spread(discount: NonNullable<Draft["discount"]>, shares: readonly bigint[], currency: string): NonNullable<InlineOrder["discount"]> {
  return {
    code: discount.code,
    amount: formatMinor(shares.reduce((sum, share) => sum + share, 0n), currency),
    ...("percentage" in discount ? { percentage: discount.percentage } : {}),
    allocations: shares.map((share) => formatMinor(share, currency)),
  };
}

/** The tax on an amount in minor units, or the tax inside it where prices include it; rounded half up. No line for no tax. */
export function taxLines(amount: bigint, { title, rate }: TaxRate, { taxesIncluded, currency }: Pick<Draft, "taxesIncluded" | "currency">): InlineTaxLine[] {
  const scaled = BigInt(Math.round(rate * RATE_SCALE));
  const divisor = taxesIncluded ? BigInt(RATE_SCALE) + scaled : BigInt(RATE_SCALE);
  const tax = (2n * amount * scaled + divisor) / (2n * divisor);
  return tax === 0n ? [] : [{ title, rate, price: formatMinor(tax, currency) }];
}

/** Never more than the goods. A percentage is rounded half up. */
function discountOf({ discount, currency }: Draft, goods: bigint): bigint {
  if (!discount) return 0n;
  const asked = "amount" in discount ? parseMinor(discount.amount, currency) : (2n * goods * BigInt(Math.round(discount.percentage * 1000)) + 100_000n) / 200_000n;
  return asked > goods ? goods : asked;
}
