/** A complete order for tests and benchmarks, varied by what the case is about. Never used by the app itself. */
import { Temporal } from "temporal-polyfill";
import { add, type Money, parseMoney, subtract, sum, times, zero } from "../money/money.ts";
import type { Order, OrderLine, OrderTransaction } from "./order.ts";
import { fulfilmentWord, orderStatus, type PaymentWord } from "./status.ts";

export type SampleLine = { sku: string; price: string; quantity?: number; discount?: string; tax?: string };

export type Sample = {
  name?: string;
  currency?: string;
  lines?: SampleLine[];
  shipping?: string;
  tip?: string;
  /** Amounts of successful sales, in order. */
  paid?: string[];
  gateway?: string;
  fulfilled?: "nothing" | "part" | "everything";
};

export function sampleOrder(sample: Sample = {}): Order {
  const currency = sample.currency ?? "USD";
  const amount = (text: string | undefined): Money => (text === undefined ? zero(currency) : parseMoney(currency, text));
  const lines = (sample.lines ?? [{ sku: "TEE", price: "20.00", quantity: 2, tax: "3.20" }]).map((line, index) => sampleLine(line, index, amount));
  const shippingAmount = amount(sample.shipping);
  const tax = sum(currency, lines.flatMap((line) => line.taxLines.map((each) => each.amount)));
  const goods = sum(currency, lines.map((line) => subtract(line.gross, line.discount)));
  const current = [shippingAmount, amount(sample.tip), tax].reduce(add, goods);
  const transactions = (sample.paid ?? []).map((text, index) => sale(amount(text), index, sample.gateway ?? "shopify_payments"));
  const received = sum(currency, transactions.map((transaction) => transaction.amount));
  const outstanding = subtract(current, received);
  const facts = {
    cancelled: false,
    paymentWord: paymentWord(received, outstanding),
    somethingShipped: (sample.fulfilled ?? "nothing") !== "nothing",
    unfulfilledQuantity: sample.fulfilled === "everything" ? 0 : 1,
    remainingQuantity: lines.reduce((count, line) => count + line.quantity, 0),
  };
  return {
    id: "gid://shopify/Order/5001",
    name: sample.name ?? "#1001",
    status: orderStatus(facts),
    paymentWord: facts.paymentWord,
    fulfilmentWord: fulfilmentWord(facts),
    test: false,
    edited: false,
    currency,
    presentmentCurrency: currency,
    taxesIncluded: false,
    createdAt: Temporal.Instant.from("2026-11-02T15:00:00Z"),
    placedAt: Temporal.Instant.from("2026-11-02T15:00:00Z"),
    updatedAt: Temporal.Instant.from("2026-11-02T15:00:00Z"),
    cancelledAt: null,
    cancelReason: null,
    customer: { id: "gid://shopify/Customer/71", firstName: "Ada", lastName: "Lovelace", company: null, email: "ada@example.com", phone: null, tags: [], ordersCount: 1, taxExempt: false },
    billingAddress: null,
    shippingAddress: null,
    email: "ada@example.com",
    tags: [],
    note: null,
    poNumber: null,
    paymentTerms: null,
    attributes: [],
    discountCodes: [],
    gateways: [sample.gateway ?? "shopify_payments"],
    sourceName: "web",
    app: null,
    location: null,
    risk: null,
    companyLocation: null,
    refundReasons: [],
    lines,
    shipping: shippingAmount.minor === 0n ? [] : [{ id: "gid://shopify/ShippingLine/1", title: "Standard", gross: shippingAmount, discount: zero(currency), taxLines: [] }],
    tip: amount(sample.tip),
    duties: zero(currency),
    additionalFees: zero(currency),
    cashRounding: zero(currency),
    transactions,
    fulfilments: facts.somethingShipped ? [{ id: "gid://shopify/Fulfillment/1", at: Temporal.Instant.from("2026-11-23T15:00:00Z"), succeeded: true, service: null, location: null }] : [],
    changes: [],
    totals: { current, tax, netPayment: received, outstanding },
  };
}

function sampleLine({ sku, price, quantity = 1, discount, tax }: SampleLine, index: number, amount: (text: string | undefined) => Money): OrderLine {
  const unitPrice = amount(price);
  return {
    id: `gid://shopify/LineItem/${index + 1}`,
    title: sku, variantTitle: null, sku, vendor: "Acme", productType: null, productTags: [], collections: [], properties: [], sellingPlan: null, fulfilmentServices: [], weightGrams: null, variantId: null,
    quantity, orderedQuantity: quantity, unfulfilledQuantity: quantity,
    taxable: tax !== undefined, requiresShipping: true, giftCard: false,
    unitPrice, gross: times(unitPrice, quantity), discount: amount(discount),
    taxLines: tax === undefined ? [] : [{ title: "Sales tax", rate: "0.08", amount: amount(tax), channelLiable: false }],
  };
}

function sale(amount: Money, index: number, gateway: string): OrderTransaction {
  return {
    id: `gid://shopify/OrderTransaction/${900 + index}`, kind: "sale", succeeded: true, gateway, gatewayName: gateway, cardBrand: null, amount,
    at: Temporal.Instant.from("2026-11-02T15:05:00Z").add({ minutes: index }),
  };
}

function paymentWord(received: Money, outstanding: Money): PaymentWord {
  if (outstanding.minor <= 0n) return "paid";
  return received.minor > 0n ? "partially_paid" : "pending";
}

export const usd = (text: string): Money => parseMoney("USD", text);
