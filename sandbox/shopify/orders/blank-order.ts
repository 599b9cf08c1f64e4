/** The start of every order record: all that is the same until somebody says otherwise. */
import type { OrderRecord } from "../state/order-record.ts";
import type { ShopState } from "../state/shop-state.ts";
import { takeId } from "../state/shop-state.ts";
import { formatMinor } from "../money/minor-units.ts";
import type { Bag, BagCurrencies } from "../money/bag.ts";

export function zeroBag({ currency, presentmentCurrency }: BagCurrencies): Bag {
  return { shop: formatMinor(0n, currency), presentment: formatMinor(0n, presentmentCurrency) };
}

/**
 * Keeps the id an imported order came with unless the shop already has it (Shopify's samples share ids), then gives it a fresh one.
 * `at` is the time of creation in the simulator and becomes `updatedAt`: a sync by update time finds imported orders.
 */
export function blankOrder(
  shop: ShopState,
  { id, name, at, currency, presentmentCurrency }: { id?: string; name?: string | undefined; at: string } & BagCurrencies,
): OrderRecord {
  const number = numberOf(name) ?? shop.nextOrderNumber;
  shop.nextOrderNumber = Math.max(shop.nextOrderNumber, number + 1);
  const free = id !== undefined && !shop.orders.some((order) => order.id === id);
  return {
    id: free ? id : takeId(shop),
    name: name ?? `#${number}`,
    number,
    confirmationNumber: null,
    poNumber: null,
    note: null,
    test: false,
    tags: [],
    sourceName: "web",
    createdAt: at,
    processedAt: at,
    updatedAt: at,
    cancelledAt: null,
    cancelReason: null,
    closedAt: null,
    currency,
    presentmentCurrency,
    taxesIncluded: shop.taxesIncluded,
    taxExempt: false,
    email: null,
    phone: null,
    customerId: null,
    billingAddress: null,
    shippingAddress: null,
    purchasingCompany: null,
    paymentTerms: null,
    customAttributes: [],
    discountApplications: [],
    lines: [],
    shippingLines: [],
    tip: zeroBag({ currency, presentmentCurrency }),
    charges: [],
    transactions: [],
    fulfillments: [],
    refunds: [],
    edits: [],
    stated: { totals: {}, taxLines: null, financialStatus: null },
  };
}

/** The digits at the end of an order name, when they fit GraphQL's Int. */
function numberOf(name: string | undefined): number | undefined {
  const digits = name === undefined ? undefined : /(\d{1,9})$/.exec(name)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
