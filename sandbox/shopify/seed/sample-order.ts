/** One order of the past, as somebody may have placed it. */
import { composeOrder } from "../orders/compose-order.ts";
import type { Draft } from "../orders/compose-order.ts";
import type { InlineOrder } from "../orders/inline-order-schema.ts";
import { parseMinor, formatMinor } from "../money/minor-units.ts";
import type { ProductRecord, ShopState } from "../state/shop-state.ts";
import type { Buyer } from "./buyers.ts";
import type { Random } from "../../chance/seeded-random.ts";

const CODES = [{ code: "WELCOME10", percentage: 10 }, { code: "HARBOUR15", percentage: 15 }, { code: "FIVEOFF", amount: 500 }] as const;
/** In the currency's smallest units, like every figure here. */
const FREE_SHIPPING_FROM = 15_000;
const STANDARD = 790;
const EXPRESS = 1450;
const TIPS = [200, 300, 500];
const TAGS = ["wholesale", "gift", "repeat", "newsletter"];

export type SampleOrder = { input: InlineOrder; payment: "paid" | "pending" | "authorized"; gateway: string };

export function sampleOrder(shop: ShopState, buyer: Buyer, random: Random, createdAt: string): SampleOrder {
  const { currency, taxesIncluded } = shop;
  const lines = sampleLines(shop.products, random);
  const goods = lines.reduce((sum, { product, quantity }) => sum + parseMinor(product.price, currency) * BigInt(quantity), 0n);
  const amount = (minor: number): string => formatMinor(BigInt(minor), currency);
  const digital = lines.every(({ product }) => product.giftCard);
  const draft: Draft = {
    lines,
    currency,
    taxesIncluded,
    tax: buyer.tax,
    ...(random.chance(0.2) ? { discount: sampleDiscount(random, amount) } : {}),
    ...(digital ? {} : { shipping: sampleShipping(goods, random, amount) }),
    ...(random.chance(0.06) ? { tip: amount(random.pick(TIPS)) } : {}),
  };
  const { payment, gateway } = samplePayment(random);
  const input: InlineOrder = {
    ...composeOrder(draft),
    customer: buyer.customer,
    ...(buyer.address ? { billing_address: buyer.address, shipping_address: buyer.address } : {}),
    created_at: createdAt,
    financial_status: payment,
    gateway,
    ...(random.chance(0.12) ? { tags: [random.pick(TAGS)] } : {}),
    ...(random.chance(0.05) ? { note: "Please leave it with the neighbour." } : {}),
  };
  return { input, payment, gateway };
}

function sampleLines(products: readonly ProductRecord[], random: Random): { product: ProductRecord; quantity: number }[] {
  const chosen = new Set<ProductRecord>();
  const wanted = random.pickFavourite([1, 2, 3, 4]);
  while (chosen.size < wanted) chosen.add(random.pickFavourite(products));
  return [...chosen].map((product) => ({ product, quantity: random.pickFavourite([1, 1, 2, 3]) }));
}

function sampleDiscount(random: Random, amount: (minor: number) => string): NonNullable<Draft["discount"]> {
  const discount = random.pick(CODES);
  return "percentage" in discount ? discount : { code: discount.code, amount: amount(discount.amount) };
}

function sampleShipping(goods: bigint, random: Random, amount: (minor: number) => string): NonNullable<Draft["shipping"]> {
  if (random.chance(0.15)) return { title: "Express", price: amount(EXPRESS) };
  return goods >= BigInt(FREE_SHIPPING_FROM) ? { title: "Free shipping", price: amount(0) } : { title: "Standard", price: amount(STANDARD) };
}

/** Cards are charged or authorised at once; a transfer, or cash at the door, comes later. */
function samplePayment(random: Random): Pick<SampleOrder, "payment" | "gateway"> {
  const share = random.next();
  if (share < 0.58) return { payment: "paid", gateway: "shopify_payments" };
  if (share < 0.68) return { payment: "authorized", gateway: "shopify_payments" };
  if (share < 0.86) return { payment: "paid", gateway: "paypal" };
  if (share < 0.95) return { payment: "pending", gateway: "bank_deposit" };
  return { payment: "pending", gateway: "cash_on_delivery" };
}
