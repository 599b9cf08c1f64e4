/** The orders that the kill runs work through, and what they come to: reckoned here in cents from what was ordered, never read from the app. */
import { amountText } from "#sandbox/play/result/amount.ts";

export type BacklogOrder = {
  /** As in the documents' numbers. */
  number: string;
  /** For the simulated Shopify. */
  input: Record<string, unknown>;
  cents: { lines: number; shipping: number; discount: number; tax: number; total: number };
};

const BOOK_CENTS = 2495;
const SHIPPING_CENTS = 790;

/** Paid orders that differ in every figure; each has a customer and an item of its own, and all share an item. */
export function backlog(count: number, shop: string): BacklogOrder[] {
  return Array.from({ length: count }, (_, index) => backlogOrder(index + 1, shop));
}

function backlogOrder(place: number, shop: string): BacklogOrder {
  const number = String(1000 + place);
  const quantity = 1 + (place % 3);
  const priceCents = 1000 + 101 * place;
  const discount = place % 2 === 0 ? 100 : 0;
  const taxed = quantity * priceCents - discount;
  const tax = Math.round(taxed / 10);
  const lines = quantity * priceCents + BOOK_CENTS;
  return {
    number,
    cents: { lines, shipping: SHIPPING_CENTS, discount, tax, total: lines + SHIPPING_CENTS - discount + tax },
    input: {
      name: `#${number}`,
      financial_status: "paid",
      gateway: "shopify_payments",
      customer: { first_name: "Buyer", last_name: `No ${place}`, email: `buyer-${place}@${shop}` },
      line_items: [
        { sku: `UNIT-${place}`, title: `Unit ${place}`, quantity, price: decimal(priceCents), tax_lines: [{ title: "Sales tax", rate: 0.1, price: decimal(tax) }] },
        { sku: "BOOK-FIELD", title: "Field guide", quantity: 1, price: decimal(BOOK_CENTS), taxable: false },
      ],
      shipping: { price: decimal(SHIPPING_CENTS), title: "Standard" },
      ...(discount === 0 ? {} : { discount: { code: "WELCOME", amount: decimal(discount), allocations: [decimal(discount), "0.00"] } }),
    },
  };
}

export type BalanceRow = { account: string; cents: number };

/** Where the money of shipped and paid orders stands (design page 03): clearing, income, shipping, discounts, tax; nothing receivable. Debit positive. */
export function expectedBalance(orders: readonly BacklogOrder[]): BalanceRow[] {
  const sum = (of: (cents: BacklogOrder["cents"]) => number): number => orders.reduce((total, { cents }) => total + of(cents), 0);
  return [
    { account: "Shopify Clearing", cents: sum(({ total }) => total) },
    { account: "Sales of Product Income", cents: -sum(({ lines }) => lines) },
    { account: "Shipping Income", cents: -sum(({ shipping }) => shipping) },
    { account: "Discounts Given", cents: sum(({ discount }) => discount) },
    { account: "Sales Tax Payable", cents: -sum(({ tax }) => tax) },
  ].filter(({ cents }) => cents !== 0);
}

export const decimal = (cents: number): string => amountText(BigInt(cents) * 10_000n);
