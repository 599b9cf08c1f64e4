/** The canonical order: what every later stage reads instead of a selling channel's own types. Amounts are shop money. */
import type { Temporal } from "temporal-polyfill";
import { add, type Money, subtract, sum } from "../money/money.ts";
import type { BookAs, BookLineAs } from "./book-as.ts";
import type { OrderChange } from "./change.ts";
import type { FulfilmentWord, OrderStatus, PaymentWord } from "./status.ts";

export type TaxLine = { title: string; rate: string; amount: Money; channelLiable: boolean };

/** What a shop or a theme noted on an order or a line, under a name of its own. */
export type Attribute = { name: string; value: string };

export type OrderLine = {
  /** Shopify's line item gid. */
  id: string;
  title: string;
  variantTitle: string | null;
  sku: string | null;
  vendor: string | null;
  productType: string | null;
  productTags: string[];
  collections: string[];
  properties: Attribute[];
  sellingPlan: string | null;
  /** Who shipped the order, once something of the line has shipped. */
  fulfilmentServices: string[];
  /** Of one unit; null where the shop does not say. */
  weightGrams: number | null;
  variantId: string | null;
  /** What one unit costs the shop, in the shop's own terms; null or left out where the shop does not say. */
  unitCost?: { currency: string; amount: string } | null | undefined;
  /** Units still part of the order (ordered minus removed and refunded). */
  quantity: number;
  /** Units ordered at first, removed ones included. */
  orderedQuantity: number;
  unfulfilledQuantity: number;
  taxable: boolean;
  requiresShipping: boolean;
  giftCard: boolean;
  unitPrice: Money;
  /** Before any discount, for `quantity` units; tax is inside when `taxesIncluded`. */
  gross: Money;
  /** Every discount allocated to the line by Shopify, line and order level together; positive. */
  discount: Money;
  taxLines: TaxLine[];
  /** Of what was taken back (`onlyRemoved`): it did not come back on the shelf. */
  offStock?: true;
  /** What rules said of it; nobody but the plan sets it. */
  bookAs?: BookLineAs | undefined;
};

export type ShippingLine = {
  id: string;
  title: string;
  /** As the carrier calls itself to Shopify; null for rates of the shop's own. */
  carrier?: string | null | undefined;
  /** Before discounts. */
  gross: Money;
  discount: Money;
  taxLines: TaxLine[];
};

export type TransactionKind = "authorization" | "sale" | "capture" | "refund" | "void" | "other";

export type OrderTransaction = {
  /** Shopify's transaction gid; stable, so it names the payment's part. */
  id: string;
  kind: TransactionKind;
  succeeded: boolean;
  /** The gateway's handle, such as `shopify_payments`; `gift_card` for gift-card tender. */
  gateway: string;
  /** The name the merchant knows, such as `PayPal`. */
  gatewayName: string;
  /** Such as `Visa`; null for what is no card. */
  cardBrand: string | null;
  amount: Money;
  at: Temporal.Instant;
  /** Shopify's own id, where it goes by the name of the payment that a rule made before it came (marked-as-paid.ts); nobody but the plan sets it. */
  realId?: string;
};

/** `units`: what it held, asked only of orders that went out in parts; null where that is not known. */
export type Fulfilment = { id: string; at: Temporal.Instant; succeeded: boolean; service: string | null; location: string | null; units?: { lineId: string; quantity: number }[] | null };

export type RiskLevel = "low" | "medium" | "high";

/** Money that a payment provider took for a chargeback, or gave back of it, when it did so; `fee` is its own and on top of `amount`. */
export type ChargebackMove = { at: Temporal.Instant; amount: Money; fee: Money };

/** The buyer's bank takes the money back from the payment provider; the order's own figures stay as they are. */
export type Chargeback = {
  id: string;
  state: "open" | "lost" | "won";
  /** Null where the shop does not say: another provider's, a scope that was not granted, or nothing moved yet. */
  taken: ChargebackMove | null;
  returned: ChargebackMove | null;
};

export type Address = {
  name: string | null;
  company: string | null;
  line1: string | null;
  line2: string | null;
  city: string | null;
  /** Its code, such as `NY`, and its name. */
  region: string | null;
  regionName?: string | null | undefined;
  postcode: string | null;
  countryCode: string | null;
  phone: string | null;
};

export type OrderCustomer = {
  id: string | null;
  firstName: string | null;
  lastName: string | null;
  company: string | null;
  email: string | null;
  phone: string | null;
  tags: string[];
  /** Null for guests. */
  ordersCount: number | null;
  taxExempt: boolean;
};

/** When a business buyer pays, in Shopify's words. `dueAt`: null while Shopify has no date for it, such as "Due on fulfillment" before it ships. */
export type PaymentTerms = { name: string; dueAt: Temporal.Instant | null };

export type Order = {
  /** Shopify's order gid. */
  id: string;
  /** As shown to people, with its prefix: `#1001`. */
  name: string;
  status: OrderStatus;
  paymentWord: PaymentWord;
  fulfilmentWord: FulfilmentWord;
  test: boolean;
  edited: boolean;
  currency: string;
  presentmentCurrency: string;
  taxesIncluded: boolean;
  createdAt: Temporal.Instant;
  /** When it was placed; of an imported order that may be long before it was created. */
  placedAt: Temporal.Instant;
  updatedAt: Temporal.Instant;
  cancelledAt: Temporal.Instant | null;
  /** Shopify's word in lower case, such as `customer`. */
  cancelReason: string | null;
  customer: OrderCustomer | null;
  billingAddress: Address | null;
  shippingAddress: Address | null;
  email: string | null;
  tags: string[];
  note: string | null;
  poNumber: string | null;
  /** Null where the order is paid for at once. */
  paymentTerms: PaymentTerms | null;
  attributes: Attribute[];
  discountCodes: string[];
  gateways: string[];
  sourceName: string | null;
  /** The app that made it. */
  app: string | null;
  /** The shop location where it was sold; null for online orders. */
  location: string | null;
  risk: RiskLevel | null;
  /** The location of the company that bought. */
  companyLocation: string | null;
  /** What was noted on its refunds. */
  refundReasons: string[];
  lines: OrderLine[];
  shipping: ShippingLine[];
  /** Extra charges, each zero where there are none. */
  tip: Money;
  duties: Money;
  additionalFees: Money;
  cashRounding: Money;
  transactions: OrderTransaction[];
  fulfilments: Fulfilment[];
  /** Edits, returns, refunds and cancellations, the oldest first. */
  changes: OrderChange[];
  /** Left out where there never was one. */
  chargebacks?: Chargeback[];
  totals: {
    /** `currentTotalPriceSet`: what the order is worth now. */
    current: Money;
    /** `currentTotalTaxSet`. */
    tax: Money;
    /** `netPaymentSet`: received minus refunded. */
    netPayment: Money;
    /** `totalOutstandingSet`. */
    outstanding: Money;
  };
  /** What rules said of it; nobody but the plan sets it. */
  bookAs?: BookAs | undefined;
};

/** Payments that put money into an account: successful sales and captures, gift cards apart (06: count only SUCCESS, SALE or CAPTURE). */
export function receivedTransactions(order: Pick<Order, "transactions">): OrderTransaction[] {
  return order.transactions.filter(
    (transaction) =>
      transaction.succeeded && (transaction.kind === "sale" || transaction.kind === "capture") && transaction.gateway !== "gift_card",
  );
}

/** Payments by gift card: no money came in, a liability goes down. */
export const giftCardTransactions = (order: Pick<Order, "transactions">): OrderTransaction[] =>
  order.transactions.filter(({ succeeded, gateway, kind }) => succeeded && gateway === "gift_card" && (kind === "sale" || kind === "capture"));

/** What gift cards paid, less what was given back to them. */
export function giftCardTender(order: Pick<Order, "transactions" | "currency">): Money {
  const refunded = refundTransactions(order).filter(({ gateway }) => gateway === "gift_card");
  return subtract(sum(order.currency, giftCardTransactions(order).map(({ amount }) => amount)), sum(order.currency, refunded.map(({ amount }) => amount)));
}

/** What was given back, gift cards included; only what succeeded counts (story A41). */
export const refundTransactions = (order: Pick<Order, "transactions">): OrderTransaction[] =>
  order.transactions.filter(({ succeeded, kind }) => succeeded && kind === "refund");

/** What the customer owes: the current total and what cash rounding adds to it or takes away (Shopify keeps it out of the total). */
export const amountDue = (order: Order): Money => add(order.totals.current, order.cashRounding);
