/** One order of a month, drawn by chance, in the play format: as a checkout would write it, with tax on what is taxed. */
import type { Random } from "#sandbox/chance/seeded-random.ts";
import { allocate } from "#sandbox/shopify/money/allocate.ts";
import { formatMinor } from "#sandbox/shopify/money/minor-units.ts";

const ARTICLES = ["TEE", "MUG", "COFFEE", "PRINT", "BLANKET", "LAMP", "SOAP", "BOOK", "CHAIR", "PEN"] as const;
const GATEWAYS = ["shopify_payments", "shopify_payments", "paypal", "manual"] as const;
const TAXES = [{ title: "State tax", rate: 0.0625 }, { title: "City tax", rate: 0.01475 }] as const;

/** The first customers buy more often than the last. */
export type Month = { random: Random; customers: number };

const money = (minor: bigint): string => formatMinor(minor, "USD");

export function drawOrder({ random, customers }: Month, number: number): Record<string, unknown> {
  const taxesIncluded = random.chance(0.15);
  const taxes = TAXES.slice(0, random.pickFavourite([1, 2, 0]));
  const lines = random.shuffle(ARTICLES).slice(0, random.pickFavourite([1, 2, 3, 4, 5, 6, 7, 8])).map((sku) => ({
    sku: String(sku), quantity: random.pickFavourite([1, 2, 3, 5]), price: BigInt(random.between(99, 12_999)), isTaxed: random.chance(0.8), isGiftCard: false,
  }));
  if (random.chance(0.08)) lines.push({ sku: "GIFT", quantity: 1, price: 2_500n, isTaxed: false, isGiftCard: true });
  const gross = lines.map(({ price, quantity }) => price * BigInt(quantity));
  const isFree = random.chance(0.02);
  const off = isFree ? gross.reduce((sum, amount) => sum + amount, 0n) : random.chance(0.35) ? (gross.reduce((sum, amount) => sum + amount, 0n) * BigInt(random.between(5, 30))) / 100n : 0n;
  const shares = allocate(off, gross);
  const taxOf = (worth: bigint): object[] => taxes.map(({ title, rate }) => ({ title, rate, price: money(taxOn(worth, rate, taxesIncluded)) }));
  const shipping = BigInt(random.between(300, 1_500));
  const buyer = random.pickFavourite(Array.from({ length: customers }, (_, index) => index + 1));
  return {
    name: `#${number}`,
    taxes_included: taxesIncluded,
    financial_status: random.pickFavourite(["paid", "pending", "authorized"]),
    gateway: random.pick(GATEWAYS),
    customer: { first_name: `Buyer${buyer}`, last_name: "Of The Month", email: `buyer${buyer}@example.com` },
    line_items: lines.map(({ sku, quantity, price, isTaxed, isGiftCard }, index) => ({
      sku, title: sku, quantity, price: money(price), taxable: isTaxed, gift_card: isGiftCard,
      tax_lines: isTaxed ? taxOf((gross[index] ?? 0n) - (shares[index] ?? 0n)) : [],
    })),
    ...(off > 0n && { discount: { code: "MONTH", amount: money(off), allocations: shares.map(money) } }),
    ...(!isFree && random.chance(0.7) && { shipping: { price: money(shipping), title: "Standard", tax_lines: random.chance(0.4) ? taxOf(shipping) : [] } }),
    ...(!isFree && random.chance(0.1) && { tip: money(BigInt(random.between(50, 900))) }),
    ...(!isFree && random.chance(0.08) && { duties: money(BigInt(random.between(200, 4_000))) }),
    ...(!isFree && random.chance(0.05) && { additional_fees: [{ name: "Retail delivery fee", price: "0.29" }] }),
    test: random.chance(0.02),
  };
}

/** Half up, in hundred-thousandths of the rate. */
function taxOn(worth: bigint, rate: number, isIncluded: boolean): bigint {
  const [share, whole] = [BigInt(Math.round(rate * 100_000)), 100_000n];
  const divisor = isIncluded ? whole + share : whole;
  return (2n * worth * share + divisor) / (2n * divisor);
}
