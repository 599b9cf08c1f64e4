/** The shape of a snapshot: one order as `ORDERS_FOR_SYNC` asks for it. What is null-able here is null-able in Shopify's schema or protected data. */
import { z } from "zod";

/** Shop money only; a decimal string, because Shopify's Decimal is one. */
const amount = z.object({ shopMoney: z.object({ amount: z.string() }) }).transform(({ shopMoney }) => shopMoney.amount);
const instant = z.iso.datetime({ offset: true });
/** A connection of which everything is there: half an order would be booked as a whole one. */
const all = <Node extends z.ZodType>(node: Node) =>
  z
    .object({ pageInfo: z.object({ hasNextPage: z.literal(false, { error: "some are missing" }) }), nodes: z.array(node) })
    .transform((connection) => connection.nodes);

const nodes = <Node extends z.ZodType>(node: Node) => z.object({ nodes: z.array(node) }).transform((connection) => connection.nodes);
const named = z.object({ name: z.string() });
/** Snapshots of before they were asked for have none; nor has what the shop did not grant. */
const attributes = z.array(z.object({ key: z.string(), value: z.string().nullable() })).optional();

const taxLine = z.object({ title: z.string(), rate: z.number().nullable(), channelLiable: z.boolean().nullable(), priceSet: amount });
const discounts = z.array(z.object({ allocatedAmountSet: amount }));

const line = z.object({
  id: z.string(),
  title: z.string(),
  variantTitle: z.string().nullable(),
  sku: z.string().nullable(),
  vendor: z.string().nullable(),
  quantity: z.int(),
  currentQuantity: z.int(),
  unfulfilledQuantity: z.int(),
  taxable: z.boolean(),
  requiresShipping: z.boolean(),
  isGiftCard: z.boolean(),
  originalUnitPriceSet: amount,
  priceAfterAllDiscountsBeforeTaxesSet: amount,
  taxLines: z.array(taxLine),
  discountAllocations: discounts,
  customAttributes: attributes,
  sellingPlan: named.nullish(),
  weight: z.object({ value: z.number(), unit: z.string() }).nullish(),
  product: z.object({ productType: z.string(), tags: z.array(z.string()).optional(), collections: nodes(z.object({ title: z.string() })).optional() }).nullable(),
  /** The cost is null where nobody entered one, or where the shop does not show it to the app. */
  variant: z.object({ id: z.string(), inventoryItem: z.object({ unitCost: z.object({ amount: z.string(), currencyCode: z.string() }).nullish() }).nullish() }).nullable(),
});

const shippingLine = z.object({ id: z.string().nullable(), title: z.string(), carrierIdentifier: z.string().nullish(), source: z.string().nullish(), originalPriceSet: amount, taxLines: z.array(taxLine), discountAllocations: discounts });

const transaction = z.object({
  id: z.string(),
  kind: z.string(),
  status: z.string(),
  gateway: z.string().nullable(),
  formattedGateway: z.string().nullable(),
  processedAt: instant.nullable(),
  createdAt: instant,
  amountSet: amount,
  amountRoundingSet: amount.nullable(),
  /** Empty for what is no card. */
  paymentDetails: z.object({ company: z.string().nullish() }).nullish(),
});

const place = z.object({
  name: z.string().nullable(),
  company: z.string().nullable(),
  address1: z.string().nullable(),
  address2: z.string().nullable(),
  city: z.string().nullable(),
  province: z.string().nullish(),
  provinceCode: z.string().nullable(),
  zip: z.string().nullable(),
  countryCodeV2: z.string().nullable(),
  phone: z.string().nullable(),
});

const customer = z.object({
  id: z.string(),
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  taxExempt: z.boolean(),
  tags: z.array(z.string()),
  /** Shopify writes large numbers as text. */
  numberOfOrders: z.coerce.number().int().nullish(),
  defaultEmailAddress: z.object({ emailAddress: z.string() }).nullable(),
  defaultPhoneNumber: z.object({ phoneNumber: z.string() }).nullable(),
});

const refund = z.object({
  id: z.string(),
  processedAt: instant.nullable(),
  createdAt: instant.nullable(),
  orderAdjustments: nodes(z.object({ reason: z.string().nullish(), amountSet: amount, taxAmountSet: amount })),
  transactions: nodes(z.object({ id: z.string() })),
  refundLineItems: nodes(z.object({ quantity: z.int(), restockType: z.string(), lineItem: z.object({ id: z.string() }) })),
});

const ofLine = z.object({ id: z.string().nullable(), title: z.string() }).nullish();
const sale = z.object({
  lineType: z.string(),
  quantity: z.int().nullable(),
  totalAmount: amount,
  totalTaxAmount: amount,
  taxes: z.array(z.object({ amount, taxLine })),
  lineItem: ofLine,
  shippingLine: ofLine,
});

const agreement = z.object({ __typename: z.string(), id: z.string(), happenedAt: instant, refund: z.object({ id: z.string() }).nullish(), sales: all(sale) });

const ofBalance = z.object({ amount: z.string(), currencyCode: z.string() });
const balanceMove = z.object({ type: z.string(), transactionDate: instant, amount: ofBalance, net: ofBalance });

const shipment = z.object({
  id: z.string(),
  fulfillmentLineItems: z.object({ pageInfo: z.object({ hasNextPage: z.boolean() }), nodes: z.array(z.object({ quantity: z.int(), lineItem: z.object({ id: z.string() }) })) })
    .transform(({ pageInfo, nodes }) => (pageInfo.hasNextPage ? null : nodes.map(({ quantity, lineItem }) => ({ lineId: lineItem.id, quantity })))),
});

export const snapshotSchema = z.object({
  id: z.string(),
  name: z.string(),
  poNumber: z.string().nullable(),
  /** Null too where the shop did not grant the scope for it. */
  paymentTerms: z.object({ paymentTermsName: z.string(), paymentSchedules: z.object({ nodes: z.array(z.object({ dueAt: instant.nullable() })) }) }).nullable(),
  note: z.string().nullable(),
  test: z.boolean(),
  edited: z.boolean(),
  sourceName: z.string().nullable(),
  tags: z.array(z.string()),
  createdAt: instant.nullish(),
  processedAt: instant,
  updatedAt: instant,
  cancelledAt: instant.nullable(),
  cancelReason: z.string().nullish(),
  currencyCode: z.string(),
  presentmentCurrencyCode: z.string(),
  taxesIncluded: z.boolean(),
  taxExempt: z.boolean(),
  dutiesIncluded: z.boolean(),
  displayFinancialStatus: z.string().nullable(),
  displayFulfillmentStatus: z.string(),
  paymentGatewayNames: z.array(z.string()),
  discountCodes: z.array(z.string()),
  customAttributes: attributes,
  app: named.nullish(),
  retailLocation: named.nullish(),
  risk: z.object({ recommendation: z.string() }).nullish(),
  currentTotalPriceSet: amount,
  currentTotalTaxSet: amount,
  currentTotalDutiesSet: amount.nullable(),
  currentTotalAdditionalFeesSet: amount.nullable(),
  totalTipReceivedSet: amount,
  totalCashRoundingAdjustment: z.object({ paymentSet: amount }),
  totalReceivedSet: amount,
  netPaymentSet: amount,
  totalOutstandingSet: amount,
  email: z.string().nullable(),
  customer: customer.nullable(),
  /** A customer, or a company; only the company is asked for anything. */
  purchasingEntity: z.object({ company: named.optional(), location: named.nullish() }).nullable(),
  billingAddress: place.nullable(),
  shippingAddress: place.nullable(),
  shippingLines: all(shippingLine),
  lineItems: all(line),
  transactions: z.array(transaction),
  fulfillments: z.array(z.object({ id: z.string(), status: z.string(), createdAt: instant, service: z.object({ serviceName: z.string() }).nullish(), location: named.nullish() })),
  refunds: z.array(z.object({ id: z.string(), note: z.string().nullish() })).optional(),
  disputes: z.array(z.object({ id: z.string(), initiatedAs: z.string(), status: z.string() })).default([]),
  /** What the shop tells of them beside: another provider's, and one whose scope was not granted, is not among them. */
  disputeMoves: z.array(z.object({ id: z.string(), type: z.string(), moves: z.array(balanceMove).nullable() })).default([]),
  /** Null where the order did not go out in parts. */
  shipments: z.array(shipment).nullable().default(null),
  /** Null where nothing happened to the order after it was placed. */
  changes: z.object({ refunds: z.array(refund), agreements: z.array(agreement) }).nullable(),
});

export type OrderSnapshot = z.infer<typeof snapshotSchema>;
export type ChangesSnapshot = NonNullable<OrderSnapshot["changes"]>;
export type SaleSnapshot = z.infer<typeof sale>;
export type LineSnapshot = z.infer<typeof line>;
export type ShippingLineSnapshot = z.infer<typeof shippingLine>;
export type TaxLineSnapshot = z.infer<typeof taxLine>;
export type BalanceMoveSnapshot = z.infer<typeof balanceMove>;
export type TransactionSnapshot = z.infer<typeof transaction>;
