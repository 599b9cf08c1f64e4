/** Turns the partial order of the play format into a whole one, as Shopify's checkout would; must never round or convert money. */
import { Temporal } from "temporal-polyfill";
import { allocate } from "../money/allocate.ts";
import { formatBag } from "../money/bag.ts";
import { formatMinor, parseMinor } from "../money/minor-units.ts";
import type { AllocationRecord, OrderRecord, PaymentTermsRecord } from "../state/order-record.ts";
import type { ShopState } from "../state/shop-state.ts";
import { takeId } from "../state/shop-state.ts";
import { blankOrder } from "./blank-order.ts";
import { defaultAddress, defaultCustomer } from "./default-buyer.ts";
import { rememberCustomer, splitName } from "./customers.ts";
import { inlineLine, inlineTaxLine, sameInBoth } from "./inline-line.ts";
import type { InlineOrder } from "./inline-order-schema.ts";
import { toUtcSeconds } from "./instants.ts";
import { OrderInputError } from "./order-errors.ts";
import { toAddress, toAttribute } from "./rest-shape-people.ts";
import { paymentTotals } from "./payment-totals.ts";
import { newTransaction } from "./transactions.ts";

const DEFAULT_GATEWAY = "shopify_payments";

/** `at`: now, in UTC seconds. Throws OrderInputError or RangeError for amounts that do not fit. */
export function completeInlineOrder(shop: ShopState, input: InlineOrder, at: string): OrderRecord {
  const currencies = { currency: shop.currency, presentmentCurrency: shop.currency };
  const order = blankOrder(shop, { name: input.name, at, ...currencies });
  if (input.created_at) order.createdAt = toUtcSeconds(input.created_at);
  order.processedAt = input.processed_at ? toUtcSeconds(input.processed_at) : order.createdAt;
  order.taxesIncluded = input.taxes_included ?? shop.taxesIncluded;
  order.test = input.test ?? false;
  order.note = input.note ?? null;
  order.poNumber = input.po_number ?? null;
  order.tags = input.tags ?? [];
  addFacts(shop, order, input);
  order.customAttributes = (input.note_attributes ?? []).map(toAttribute);
  if (input.tip !== undefined) order.tip = sameInBoth(input.tip, shop.currency);
  const allocations = discountAllocations(order, input, shop.currency);
  order.lines = input.line_items.map((line, index) => inlineLine(shop, line, allocations[index]));
  order.shippingLines = shippingLines(shop, order, input);
  addBuyer(shop, order, input);
  addPayment(shop, order, input);
  if (input.payment_terms) order.paymentTerms = netTerms(shop, order, input.payment_terms);
  return order;
}

const RISKS = { low: "ACCEPT", medium: "INVESTIGATE", high: "CANCEL" } as const;

/** What rules ask for beside goods and money. */
function addFacts(shop: ShopState, order: OrderRecord, { source_name: sourceName, app, location, risk, company }: InlineOrder): void {
  if (sourceName !== undefined) order.sourceName = sourceName;
  if (app !== undefined) order.app = app;
  if (location !== undefined) order.location = location;
  if (risk !== undefined) order.risk = RISKS[risk];
  if (company) {
    order.purchasingCompany = {
      company: { id: takeId(shop), name: company.name, externalId: null },
      location: { id: takeId(shop), name: company.location ?? company.name, externalId: null, taxExempt: false, taxRegistrationId: null },
      contact: null,
    };
  }
}

function netTerms(shop: ShopState, order: OrderRecord, { name, due_in_days: dueInDays }: NonNullable<InlineOrder["payment_terms"]>): PaymentTermsRecord {
  const dueAt = toUtcSeconds(Temporal.Instant.from(order.processedAt).add({ hours: 24 * dueInDays }).toString());
  const amount = formatMinor(paymentTotals(order).outstanding.shop, order.currency);
  return { id: takeId(shop), name, type: "NET", dueInDays, schedules: [{ id: takeId(shop), issuedAt: order.processedAt, dueAt, completedAt: null, amount }] };
}

/** Records the discount on the order; its share per line is as given, else by largest remainder over the lines' gross amounts. */
function discountAllocations(order: OrderRecord, input: InlineOrder, currency: string): (AllocationRecord | undefined)[] {
  const { discount } = input;
  if (!discount) return [];
  const total = parseMinor(discount.amount, currency);
  const shares = discount.allocations?.map((share) => parseMinor(share, currency)) ?? allocate(total, grossAmounts(input, currency));
  if (shares.length !== input.line_items.length) throw new OrderInputError(["discount.allocations: one amount per line is needed"]);
  if (shares.reduce((sum, share) => sum + share, 0n) !== total) {
    throw new OrderInputError([`discount.allocations: they do not add up to ${discount.amount}`]);
  }
  order.discountApplications.push({
    kind: "code",
    label: discount.code,
    description: null,
    targetType: "LINE_ITEM",
    targetSelection: "ALL",
    allocationMethod: "ACROSS",
    value: discount.percentage === undefined ? { amount: formatMinor(total, currency) } : { percentage: discount.percentage },
  });
  return shares.map((share) => {
    if (share === 0n) return undefined;
    return { application: 0, amount: sameInBoth(formatMinor(share, currency), currency) };
  });
}

function grossAmounts(input: InlineOrder, currency: string): bigint[] {
  return input.line_items.map((line) => parseMinor(line.price, currency) * BigInt(line.quantity));
}

function shippingLines(shop: ShopState, order: OrderRecord, { shipping }: InlineOrder): OrderRecord["shippingLines"] {
  if (shipping === undefined) return [];
  const { price, title = "Standard", carrier = null, tax_lines = [], discount = undefined } = typeof shipping === "string" ? { price: shipping } : shipping;
  return [
    {
      id: takeId(shop),
      title,
      code: title,
      source: "shopify",
      carrierIdentifier: carrier,
      removed: false,
      custom: false,
      price: sameInBoth(price, shop.currency),
      taxLines: tax_lines.map((tax) => inlineTaxLine(tax, shop.currency)),
      allocations: discount ? [shippingDiscount(order, discount, shop.currency)] : [],
    },
  ];
}

function shippingDiscount(order: OrderRecord, { code, amount }: { code: string; amount: string }, currency: string): AllocationRecord {
  const bag = sameInBoth(amount, currency);
  order.discountApplications.push({
    kind: "code",
    label: code,
    description: null,
    targetType: "SHIPPING_LINE",
    targetSelection: "ALL",
    allocationMethod: "EACH",
    value: { amount: bag.shop },
  });
  return { application: order.discountApplications.length - 1, amount: bag };
}

/** `customer: null` is a guest without any data; no customer at all gets the shop's default buyer. */
function addBuyer(shop: ShopState, order: OrderRecord, input: InlineOrder): void {
  if (input.customer === null) return;
  const given = input.customer && {
    ...(input.customer.name === undefined ? {} : splitName(input.customer.name)),
    ...(input.customer.first_name === undefined ? {} : { firstName: input.customer.first_name }),
    ...(input.customer.last_name === undefined ? {} : { lastName: input.customer.last_name }),
    ...(input.customer.email === undefined ? {} : { email: input.customer.email }),
    ...(input.customer.phone === undefined ? {} : { phone: input.customer.phone }),
    ...(input.customer.tags === undefined ? {} : { tags: input.customer.tags }),
    ...(input.customer.tax_exempt === undefined ? {} : { taxExempt: input.customer.tax_exempt }),
  };
  const customer = rememberCustomer(shop, given ?? defaultCustomer());
  const address = defaultAddress(shop.country, customer);
  order.customerId = customer.id;
  order.email = customer.email;
  order.phone = customer.phone;
  order.taxExempt = customer.taxExempt;
  order.billingAddress = input.billing_address ? toAddress(input.billing_address) : address;
  order.shippingAddress = input.shipping_address ? toAddress(input.shipping_address) : address;
}

function addPayment(shop: ShopState, order: OrderRecord, { financial_status: status = "pending", gateway = DEFAULT_GATEWAY, card }: InlineOrder): void {
  const { outstanding } = paymentTotals(order);
  if (status === "pending" || outstanding.shop <= 0n) return;
  const kind = status === "authorized" ? "AUTHORIZATION" : "SALE";
  const transaction = newTransaction(shop, { kind, gateway, amount: formatBag(outstanding, order), at: order.processedAt, test: order.test });
  order.transactions.push(card === undefined ? transaction : { ...transaction, cardBrand: card });
}
