/** A random order and what happens to it: data only, the same for the same seed. Steps that Shopify would refuse are left out when it is lived. */
import { exponentOf } from "#app/domain/money/money.ts";
import type { Mode } from "#app/domain/settings/settings.ts";
import { MODES } from "#app/domain/settings/settings.ts";
import { type Random, seededRandom } from "#sandbox/chance/seeded-random.ts";
import type { LifeStep } from "./life.ts";

export type RandomLife = { seed: number; mode: Mode; unlessShipped: boolean; steps: LifeStep[] };

/** `price` in the smallest units that are drawn. */
type Line = { sku: string; price: number; quantity: number; isGiftCard: boolean };

const GATEWAYS = ["shopify_payments", "shopify_payments", "paypal", "gift_card"] as const;
const TAXES = ["State tax", "County tax", "City tax", "District tax"] as const;

/** Every order has a customer of its own, so that balances of customers are balances of orders. */
export const buyerOf = (seed: number): string => `buyer${seed}@example.com`;

export function randomLife(seed: number, currency: string): RandomLife {
  const random = seededRandom(seed);
  const exponent = exponentOf(currency);
  const amount = (low: number, high: number): string => decimal(fine(random.between(low, high), exponent), exponent);
  const taxes = (worth: number): object[] => TAXES.slice(0, random.chance(0.4) ? 0 : random.between(0, 4)).map((title, index) => ({ title, rate: 0.02 + index / 100, price: decimal(Math.round(worth * (0.02 + index / 100)), exponent) }));
  const line = (index: number): Line => ({ sku: `S${index}`, price: fine(random.between(100, 9_999), exponent), quantity: random.between(1, 4), isGiftCard: random.chance(0.04) });
  const drawn = Array.from({ length: random.chance(0.03) ? random.between(20, 50) : random.between(1, 6) }, (_, index) => line(index));
  const skus = drawn.map(({ sku }) => sku);
  const off = random.chance(0.4) ? discount(random, drawn, exponent) : null;
  const lines = drawn.map(({ sku, price, quantity, isGiftCard }, index) => ({
    sku, title: `Thing ${sku.slice(1)}`, quantity, price: decimal(price, exponent), tax_lines: taxes(price * quantity - (off?.shares[index] ?? 0)), gift_card: isGiftCard,
  }));
  const shippingPrice = fine(random.between(100, 1_500), exponent);
  const shippingOff = random.chance(0.15) ? (random.chance(0.5) ? shippingPrice : random.between(1, shippingPrice)) : 0;
  const order = {
    name: `#${1_000 + seed}`, financial_status: random.pick(["paid", "paid", "pending", "authorized"]), gateway: random.pick(["shopify_payments", "paypal"]),
    customer: { first_name: "Buyer", last_name: String(seed), email: buyerOf(seed) }, line_items: lines, taxes_included: random.chance(0.3),
    ...(off && { discount: off.discount }),
    ...(random.chance(0.6) && {
      shipping: {
        price: decimal(shippingPrice, exponent), tax_lines: taxes(shippingPrice - shippingOff),
        ...(shippingOff > 0 && { discount: { code: "SHIP", amount: decimal(shippingOff, exponent) } }),
      },
    }),
    ...(random.chance(0.2) && { tip: amount(1, 500) }),
    ...(random.chance(0.08) && { duties: amount(100, 3_000) }),
    ...(random.chance(0.05) && { additional_fees: [{ name: "Retail delivery fee", price: amount(1, 60) }] }),
  };
  const steps: LifeStep[] = [{ do: "create", order }];
  for (let index = 0; index < random.between(0, 6); index += 1) steps.push(...step(random, skus, amount, index));
  steps.push(...chargedBack(seed, exponent));
  const modes = Object.keys(MODES) as Mode[];
  return { seed, mode: random.chance(0.5) ? "sales_orders_invoices_payments" : random.pick(modes), unlessShipped: random.chance(0.7), steps };
}

/** The buyer's bank, after everything else; drawn by itself, so that the life before it is the same with and without. */
function chargedBack(seed: number, exponent: number): LifeStep[] {
  const bank = seededRandom(31 * seed + 7);
  if (!bank.chance(0.08)) return [];
  const charge = { do: "chargeback", amount: decimal(fine(bank.between(100, 5_000), exponent), exponent), fee: decimal(bank.pick([0, 1_500]), exponent) } as const;
  const inquiry: LifeStep[] = bank.chance(0.2) ? [{ ...charge, outcome: "open", inquiry: true }] : [];
  const outcome = bank.pick(["open", "lost", "won"] as const);
  return [...inquiry, { ...charge, outcome: "open" }, ...(outcome === "open" ? [] : [{ ...charge, outcome }])];
}

/** A code for an amount or for a part of everything, spread by the shop; or something off single lines. Gift cards are sold for what they are worth. */
function discount(random: Random, lines: readonly Line[], exponent: number): { discount: object; shares: readonly number[] } | null {
  const worth = lines.map(({ price, quantity, isGiftCard }) => (isGiftCard ? 0 : price * quantity));
  const all = worth.reduce((sum, amount) => sum + amount, 0);
  if (all === 0) return null;
  const written = (minor: number): string => decimal(minor, exponent);
  const spread = (code: string, shares: readonly number[], more: object = {}): { discount: object; shares: readonly number[] } =>
    ({ shares, discount: { code, amount: written(shares.reduce((sum, share) => sum + share, 0)), allocations: shares.map(written), ...more } });
  switch (random.pick(["amount", "percentage", "lines"])) {
    case "amount":
      return { discount: { code: "OFF", amount: written(random.between(1, Math.min(90, all))) }, shares: [] };
    case "percentage": {
      const percentage = random.pick([5, 10, 12.5, 33, 50, 100]);
      return spread("PERCENT", worth.map((amount) => Math.round((amount * percentage) / 100)), { percentage });
    }
    default:
      return spread("LINES", worth.map((amount) => (amount > 0 && random.chance(0.5) ? random.between(1, amount) : 0)));
  }
}

function step(random: Random, skus: readonly string[], amount: (low: number, high: number) => string, index: number): LifeStep[] {
  switch (random.pick(["pay", "pay part", "ship", "ship", "ship one", "add", "set", "refund", "refund", "refund", "amount", "shipping", "duties", "kept", "exchange", "cancel", "everything"])) {
    case "pay":
      return [{ do: "pay", gateway: random.pick(GATEWAYS) }];
    case "pay part":
      return [{ do: "pay", amount: amount(100, 3_000), gateway: random.pick(GATEWAYS) }];
    case "ship":
      return [{ do: "fulfil" }];
    case "ship one":
      return [{ do: "fulfil", lines: [{ sku: random.pick(skus), quantity: 1 }] }];
    case "add":
      return [{ do: "edit", add: [{ sku: `NEW${index}`, title: "Added", quantity: random.between(1, 3), price: amount(100, 2_000), tax_lines: [{ title: "State tax", rate: 0.02, price: amount(1, 40) }] }] }];
    case "set":
      return [{ do: "edit", set: [{ sku: random.pick(skus), quantity: random.between(0, 5) }] }];
    case "refund":
      return [{ do: "refund", lines: [{ sku: random.pick(skus), quantity: random.between(1, 2), restock: random.chance(0.5) }], ...(random.chance(0.2) && { shipping: "full" }), ...(random.chance(0.15) && { transaction: false }) }];
    case "amount":
      return [{ do: "refund", amount: amount(1, 700) }];
    case "shipping":
      return [{ do: "refund", shipping: random.chance(0.5) ? "full" : amount(1, 100) }];
    case "duties":
      return [{ do: "refund", duties: true, ...(random.chance(0.5) && { lines: [{ sku: random.pick(skus), quantity: 1 }] }) }];
    case "kept":
      return [{ do: "refund", lines: [{ sku: random.pick(skus), quantity: 1 }], amount: amount(1, 4_000) }];
    case "exchange":
      return [{ do: "edit", set: [{ sku: random.pick(skus), quantity: 0 }], add: [{ sku: `SWAP${index}`, title: "Instead", quantity: 1, price: amount(100, 5_000) }] }];
    case "cancel":
      return [{ do: "cancel", refund: random.chance(0.6), restock: random.chance(0.5) }];
    default:
      return [{ do: "refund" }];
  }
}

/** Of three decimals the last one is 0 in even amounts and a 5 or 7 in others, which QuickBooks, that keeps two, has to round. */
const fine = (hundredths: number, exponent: number): number => (exponent > 2 ? hundredths * 10 + (hundredths % 2 === 0 ? 0 : hundredths % 3 === 0 ? 5 : 7) : hundredths);

/** `minor` units as decimal text. */
function decimal(minor: number, exponent: number): string {
  const digits = String(minor).padStart(exponent + 1, "0");
  return exponent === 0 ? digits : `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}
