/** Takes over an order in REST/webhook shape as it is: its own totals are kept word for word; must never correct it. */
import type { Bag, BagCurrencies } from "../money/bag.ts";
import type { AllocationRecord, DiscountApplicationRecord, LineRecord, OrderRecord, PriceTotal, ShippingLineRecord, TaxLineRecord } from "../state/order-record.ts";
import type { ShopState } from "../state/shop-state.ts";
import { blankOrder } from "./blank-order.ts";
import { rememberCustomer } from "./customers.ts";
import { toUtcSeconds } from "./instants.ts";
import { importedFulfillments, importedTransactions } from "./import-rest-movements.ts";
import { importedRefunds } from "./import-rest-refunds.ts";
import { bagOf } from "./rest-bag.ts";
import { toAddress, toAttribute } from "./rest-shape-people.ts";
import type { RestOrder, RestTaxLine } from "./rest-shape-schema.ts";

/** `at`: now, in UTC seconds. Throws RangeError for amounts that do not fit the currency. */
export function importRestOrder(shop: ShopState, rest: RestOrder, at: string): OrderRecord {
  const currencies = { currency: rest.currency, presentmentCurrency: rest.presentment_currency ?? rest.currency };
  const order = blankOrder(shop, { id: rest.id, name: rest.name, at, ...currencies });
  Object.assign(order, header(rest));
  order.billingAddress = rest.billing_address ? toAddress(rest.billing_address) : null;
  order.shippingAddress = rest.shipping_address ? toAddress(rest.shipping_address) : null;
  order.customerId = rest.customer ? customerOf(shop, rest.customer).id : null;
  order.discountApplications = (rest.discount_applications ?? []).map(toApplication);
  order.lines = rest.line_items.map((line) => toLine(line, currencies));
  order.shippingLines = (rest.shipping_lines ?? []).map((line) => toShippingLine(line, currencies));
  order.tip = bagOf(rest.total_tip_received ?? "0", null, currencies);
  order.stated.totals = statedTotals(rest, currencies);
  order.stated.taxLines = (rest.tax_lines ?? []).map((tax) => toTaxLine(tax, currencies));
  order.stated.financialStatus = rest.financial_status.toUpperCase();
  order.fulfillments = importedFulfillments(rest);
  for (const fulfillment of order.fulfillments.filter(({ status }) => status === "SUCCESS")) {
    for (const shipped of fulfillment.lines) {
      const line = order.lines.find(({ id }) => id === shipped.lineId);
      if (line) line.fulfilledQuantity += shipped.quantity;
    }
  }
  order.refunds = importedRefunds(rest, currencies);
  order.transactions = importedTransactions(shop, rest, order);
  return order;
}

function header(rest: RestOrder): Partial<OrderRecord> {
  const createdAt = toUtcSeconds(rest.created_at);
  return {
    createdAt,
    processedAt: rest.processed_at ? toUtcSeconds(rest.processed_at) : createdAt,
    cancelledAt: rest.cancelled_at ? toUtcSeconds(rest.cancelled_at) : null,
    cancelReason: rest.cancel_reason?.toUpperCase() ?? null,
    closedAt: rest.closed_at ? toUtcSeconds(rest.closed_at) : null,
    confirmationNumber: rest.confirmation_number ?? null,
    poNumber: rest.po_number ?? null,
    note: rest.note ?? null,
    test: rest.test ?? false,
    tags: splitTags(rest.tags),
    sourceName: rest.source_name ?? null,
    email: rest.email || null,
    phone: rest.phone || null,
    taxesIncluded: rest.taxes_included,
    taxExempt: rest.tax_exempt ?? false,
    customAttributes: (rest.note_attributes ?? []).map(toAttribute),
  };
}

function splitTags(tags: string | null | undefined): string[] {
  return (tags ?? "").split(",").map((tag) => tag.trim()).filter(Boolean);
}

function customerOf(shop: ShopState, customer: NonNullable<RestOrder["customer"]>): { id: string } {
  return rememberCustomer(shop, {
    id: customer.id,
    email: customer.email || null,
    firstName: customer.first_name ?? null,
    lastName: customer.last_name ?? null,
    phone: customer.phone ?? null,
    taxExempt: customer.tax_exempt ?? false,
    tags: splitTags(customer.tags),
  });
}

function toTaxLine(tax: RestTaxLine, currencies: BagCurrencies): TaxLineRecord {
  return {
    title: tax.title,
    rate: tax.rate ?? null,
    source: null,
    channelLiable: tax.channel_liable ?? null,
    price: bagOf(tax.price, tax.price_set, currencies),
  };
}

type RestLine = RestOrder["line_items"][number];
type RestAllocations = RestLine["discount_allocations"];

function toAllocations(allocations: RestAllocations, currencies: BagCurrencies): AllocationRecord[] {
  return (allocations ?? []).map((allocation) => ({
    application: allocation.discount_application_index,
    amount: bagOf(allocation.amount, allocation.amount_set, currencies),
  }));
}

function toLine(line: RestLine, currencies: BagCurrencies): LineRecord {
  return {
    id: line.id,
    name: line.name ?? line.title,
    title: line.title,
    variantTitle: line.variant_title ?? null,
    sku: line.sku ?? null,
    vendor: line.vendor ?? null,
    quantity: line.quantity,
    currentQuantity: line.current_quantity ?? line.quantity,
    fulfilledQuantity: 0,
    taxable: line.taxable ?? true,
    requiresShipping: line.requires_shipping ?? true,
    giftCard: line.gift_card ?? false,
    unitPrice: bagOf(line.price, line.price_set, currencies),
    taxLines: (line.tax_lines ?? []).map((tax) => toTaxLine(tax, currencies)),
    allocations: toAllocations(line.discount_allocations, currencies),
    customAttributes: (line.properties ?? []).map(toAttribute),
    product: line.product_id ? { id: line.product_id, productType: "" } : null,
    variant: line.variant_id
      ? { id: line.variant_id, barcode: null, inventoryItemId: line.variant_id, tracked: line.variant_inventory_management === "shopify", unitCost: null }
      : null,
  };
}

function toShippingLine(line: NonNullable<RestOrder["shipping_lines"]>[number], currencies: BagCurrencies): ShippingLineRecord {
  return {
    id: line.id,
    title: line.title,
    code: line.code ?? null,
    source: line.source ?? null,
    removed: line.is_removed ?? false,
    custom: false,
    price: bagOf(line.price, line.price_set, currencies),
    taxLines: (line.tax_lines ?? []).map((tax) => toTaxLine(tax, currencies)),
    allocations: toAllocations(line.discount_allocations, currencies),
  };
}

function toApplication(application: NonNullable<RestOrder["discount_applications"]>[number]): DiscountApplicationRecord {
  return {
    kind: application.type === "discount_code" ? "code" : application.type,
    label: application.code ?? application.title ?? "",
    description: application.description ?? null,
    targetType: application.target_type === "line_item" ? "LINE_ITEM" : "SHIPPING_LINE",
    targetSelection: application.target_selection.toUpperCase() as DiscountApplicationRecord["targetSelection"],
    allocationMethod: application.allocation_method === "across" ? "ACROSS" : "EACH",
    value: application.value_type === "percentage" ? { percentage: Number(application.value) } : { amount: application.value },
  };
}

function statedTotals(rest: RestOrder, currencies: BagCurrencies): Partial<Record<PriceTotal, Bag>> {
  const total = bagOf(rest.total_price, rest.total_price_set, currencies);
  const stated: Partial<Record<PriceTotal, Bag>> = {
    totalPrice: total,
    originalTotalPrice: total,
    subtotalPrice: bagOf(rest.subtotal_price, rest.subtotal_price_set, currencies),
    totalTax: bagOf(rest.total_tax, rest.total_tax_set, currencies),
    totalDiscounts: bagOf(rest.total_discounts, rest.total_discounts_set, currencies),
    currentTotalPrice: bagOf(rest.current_total_price ?? rest.total_price, rest.current_total_price_set, currencies),
    currentSubtotalPrice: bagOf(rest.current_subtotal_price ?? rest.subtotal_price, rest.current_subtotal_price_set, currencies),
    currentTotalTax: bagOf(rest.current_total_tax ?? rest.total_tax, rest.current_total_tax_set, currencies),
    currentTotalDiscounts: bagOf(rest.current_total_discounts ?? rest.total_discounts, rest.current_total_discounts_set, currencies),
  };
  if (rest.total_shipping_price_set) stated.totalShippingPrice = bagOf("0", rest.total_shipping_price_set, currencies);
  return stated;
}
