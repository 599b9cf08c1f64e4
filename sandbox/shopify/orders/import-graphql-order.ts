/** Takes over an order in Admin GraphQL shape as it is: its own totals are kept word for word; must never correct it. */
import type { Bag, BagCurrencies } from "../money/bag.ts";
import { formatBag, parseBag, subtractBags } from "../money/bag.ts";
import type { AddressRecord, OrderRecord, PriceTotal } from "../state/order-record.ts";
import { PRICE_TOTALS } from "../state/order-record.ts";
import type { ShopState } from "../state/shop-state.ts";
import { blankOrder, zeroBag } from "./blank-order.ts";
import { rememberCustomer } from "./customers.ts";
import { discountApplications, importedLine, importedShippingLine, importedTaxLine } from "./import-graphql-lines.ts";
import { importedFulfillment, importedPaymentTerms, importedPurchasingCompany, importedTransaction } from "./import-graphql-movements.ts";
import { importedRefund } from "./import-graphql-refunds.ts";
import { bagOf, legacyId } from "./graphql-bag.ts";
import type { GraphqlAddress, GraphqlOrder } from "./graphql-shape-schema.ts";
import { toUtcSeconds } from "./instants.ts";
import type { StatedPayment } from "./synthesise-transactions.ts";
import { synthesiseTransactions } from "./synthesise-transactions.ts";

/** `at`: now, in UTC seconds. Throws RangeError for amounts that do not fit the currency. */
export function importGraphqlOrder(shop: ShopState, source: GraphqlOrder, at: string): OrderRecord {
  const currencies = { currency: source.currencyCode, presentmentCurrency: source.presentmentCurrencyCode ?? source.currencyCode };
  const order = blankOrder(shop, { id: legacyId(source.id), name: source.name, at, ...currencies });
  Object.assign(order, header(source));
  order.billingAddress = source.billingAddress ? toAddress(source.billingAddress) : null;
  order.shippingAddress = source.shippingAddress ? toAddress(source.shippingAddress) : null;
  order.customerId = source.customer ? customerOf(shop, source.customer).id : null;
  order.purchasingCompany = importedPurchasingCompany(source);
  order.paymentTerms = importedPaymentTerms(shop, source);
  order.discountApplications = discountApplications(source);
  order.lines = source.lineItems.nodes.map((line) => importedLine(line, currencies));
  order.shippingLines = (source.shippingLines?.nodes ?? []).map((line) => importedShippingLine(shop, line, currencies));
  order.tip = source.totalTipReceivedSet ? bagOf(source.totalTipReceivedSet, currencies) : zeroBag(currencies);
  order.stated.totals = statedTotals(source, currencies);
  order.stated.taxLines = source.taxLines ? source.taxLines.map((tax) => importedTaxLine(tax, currencies)) : null;
  order.stated.financialStatus = source.displayFinancialStatus ?? null;
  order.fulfillments = (source.fulfillments ?? []).map((fulfillment, index) => importedFulfillment(shop, order, fulfillment, index));
  order.transactions = source.transactions
    ? source.transactions.map((transaction) => importedTransaction(transaction, order))
    : synthesiseTransactions(shop, order, statedPayment(source, currencies));
  order.refunds = (source.refunds ?? []).map((refund) => importedRefund(shop, order, refund));
  return order;
}

function header(source: GraphqlOrder): Partial<OrderRecord> {
  const createdAt = toUtcSeconds(source.createdAt);
  return {
    createdAt,
    processedAt: source.processedAt ? toUtcSeconds(source.processedAt) : createdAt,
    cancelledAt: source.cancelledAt ? toUtcSeconds(source.cancelledAt) : null,
    cancelReason: source.cancelReason ?? null,
    closedAt: source.closedAt ? toUtcSeconds(source.closedAt) : null,
    confirmationNumber: source.confirmationNumber ?? null,
    poNumber: source.poNumber ?? null,
    note: source.note ?? null,
    test: source.test ?? false,
    tags: source.tags ?? [],
    sourceName: source.sourceName ?? null,
    email: source.email ?? null,
    phone: source.phone ?? null,
    taxesIncluded: source.taxesIncluded,
    taxExempt: source.taxExempt ?? false,
    customAttributes: (source.customAttributes ?? []).map(({ key, value }) => ({ key, value: value ?? null })),
  };
}

function statedTotals(source: GraphqlOrder, currencies: BagCurrencies): Partial<Record<PriceTotal, Bag>> {
  const stated: Partial<Record<PriceTotal, Bag>> = {};
  for (const total of PRICE_TOTALS) {
    const bag = source[`${total}Set`];
    if (bag) stated[total] = bagOf(bag, currencies);
  }
  return stated;
}

function customerOf(shop: ShopState, customer: NonNullable<GraphqlOrder["customer"]>): { id: string } {
  return rememberCustomer(shop, {
    id: legacyId(customer.id),
    firstName: customer.firstName ?? null,
    lastName: customer.lastName ?? null,
    email: customer.defaultEmailAddress?.emailAddress ?? null,
    phone: customer.defaultPhoneNumber?.phoneNumber ?? null,
    taxExempt: customer.taxExempt ?? false,
    tags: customer.tags ?? [],
  });
}

function toAddress({ countryCodeV2, ...address }: GraphqlAddress): AddressRecord {
  const blank = {
    name: null, firstName: null, lastName: null, company: null, address1: null, address2: null, city: null,
    province: null, provinceCode: null, zip: null, country: null, phone: null,
  };
  const given = Object.fromEntries(Object.entries(address).filter(([, value]) => value !== undefined));
  return { ...blank, ...given, countryCode: countryCodeV2 ?? null };
}

const STATED_STATUSES: Record<string, StatedPayment["status"]> = {
  AUTHORIZED: "authorized", EXPIRED: "expired", PAID: "paid", PARTIALLY_PAID: "partially_paid",
  PARTIALLY_REFUNDED: "partially_refunded", REFUNDED: "refunded", VOIDED: "voided",
};

function statedPayment(source: GraphqlOrder, currencies: BagCurrencies): StatedPayment {
  const status = STATED_STATUSES[source.displayFinancialStatus ?? ""] ?? "pending";
  const total = parseBag(bagOf(source.totalPriceSet, currencies), currencies);
  const outstanding = source.totalOutstandingSet ? parseBag(bagOf(source.totalOutstandingSet, currencies), currencies) : undefined;
  const received = status === "partially_paid" && outstanding ? subtractBags(total, outstanding) : total;
  return { status, received: formatBag(received, currencies), gateway: source.paymentGatewayNames?.[0] || "manual", rounding: null };
}
