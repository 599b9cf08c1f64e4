/** What the simulator reads of an order in Admin GraphQL shape (the answer of an order query); other keys are let through unread. */
import { z } from "zod";

const text = z.string().nullish();
const gid = z.string().startsWith("gid://shopify/");
const money = z.object({ amount: z.string(), currencyCode: z.string() });
const bag = z.object({ shopMoney: money, presentmentMoney: money });
const attribute = z.object({ key: z.string(), value: text });

const taxLine = z.object({ title: z.string(), rate: z.number().nullish(), source: text, channelLiable: z.boolean().nullish(), priceSet: bag });

const discountApplication = z.object({
  index: z.int().nonnegative(),
  targetType: z.enum(["LINE_ITEM", "SHIPPING_LINE"]),
  targetSelection: z.enum(["ALL", "ENTITLED", "EXPLICIT"]),
  allocationMethod: z.enum(["ACROSS", "EACH"]),
  value: z.union([z.object({ percentage: z.number() }), z.object({ amount: z.string() })]),
  code: text, title: text, description: text,
});

const allocation = z.object({ allocatedAmountSet: bag, discountApplication });

const address = z.object({
  name: text, firstName: text, lastName: text, company: text, address1: text, address2: text, city: text,
  province: text, provinceCode: text, zip: text, country: text, countryCodeV2: text, phone: text,
});

const line = z.object({
  id: gid, title: z.string(), name: text, variantTitle: text, sku: text, vendor: text,
  quantity: z.int(), currentQuantity: z.int().nullish(), unfulfilledQuantity: z.int().nullish(),
  taxable: z.boolean().nullish(), requiresShipping: z.boolean().nullish(), isGiftCard: z.boolean().nullish(),
  originalUnitPriceSet: bag, taxLines: z.array(taxLine).nullish(), discountAllocations: z.array(allocation).nullish(),
  customAttributes: z.array(attribute).nullish(),
  product: z.object({ id: gid, productType: text }).nullish(),
  variant: z
    .object({ id: gid, barcode: text, inventoryItem: z.object({ id: gid, tracked: z.boolean().nullish(), unitCost: money.nullish() }).nullish() })
    .nullish(),
});

const shippingLine = z.object({
  id: gid.nullish(), title: z.string(), code: text, source: text, isRemoved: z.boolean().nullish(), custom: z.boolean().nullish(),
  originalPriceSet: bag, taxLines: z.array(taxLine).nullish(), discountAllocations: z.array(allocation).nullish(),
});

const transaction = z.object({
  id: gid,
  kind: z.enum(["AUTHORIZATION", "CAPTURE", "SALE", "REFUND", "VOID", "CHANGE", "EMV_AUTHORIZATION", "SUGGESTED_REFUND"]),
  status: z.enum(["SUCCESS", "PENDING", "FAILURE", "ERROR", "AWAITING_RESPONSE", "UNKNOWN"]),
  test: z.boolean().nullish(), gateway: text, formattedGateway: text, manualPaymentGateway: z.boolean().nullish(), paymentId: text,
  createdAt: text, processedAt: text, amountSet: bag, amountRoundingSet: bag.nullish(), parentTransaction: z.object({ id: gid }).nullish(),
});

const fulfillment = z.object({
  id: gid, name: text, status: z.enum(["SUCCESS", "CANCELLED", "ERROR", "FAILURE", "OPEN", "PENDING"]), createdAt: text, updatedAt: text,
  fulfillmentLineItems: z.object({ nodes: z.array(z.object({ id: gid.nullish(), quantity: z.int(), lineItem: z.object({ id: gid }) })) }).nullish(),
});

const refund = z.object({
  id: gid, note: text, createdAt: text, processedAt: text,
  refundLineItems: z.object({ nodes: z.array(z.object({ id: gid.nullish(), quantity: z.int(), restockType: text, subtotalSet: bag, totalTaxSet: bag, lineItem: z.object({ id: gid }) })) }).nullish(),
  refundShippingLines: z.object({ nodes: z.array(z.object({ id: gid, subtotalAmountSet: bag, taxAmountSet: bag, shippingLine: z.object({ id: gid.nullish() }).nullish() })) }).nullish(),
  orderAdjustments: z.object({ nodes: z.array(z.object({ id: gid.nullish(), reason: text, amountSet: bag, taxAmountSet: bag })) }).nullish(),
  transactions: z.object({ nodes: z.array(z.object({ id: gid })) }).nullish(),
});

const schedule = z.object({ issuedAt: text, dueAt: text, completedAt: text, totalBalance: money });

export const graphqlOrder = z.object({
  id: gid, name: z.string(), createdAt: z.string(), processedAt: text, cancelledAt: text, cancelReason: text, closedAt: text,
  currencyCode: z.string().length(3), presentmentCurrencyCode: text, confirmationNumber: text, poNumber: text, note: text,
  test: z.boolean().nullish(), tags: z.array(z.string()).nullish(), sourceName: text, email: text, phone: text,
  taxesIncluded: z.boolean(), taxExempt: z.boolean().nullish(), customAttributes: z.array(attribute).nullish(),
  displayFinancialStatus: text, paymentGatewayNames: z.array(z.string()).nullish(),
  totalPriceSet: bag, subtotalPriceSet: bag.nullish(), totalTaxSet: bag.nullish(), totalDiscountsSet: bag.nullish(), totalShippingPriceSet: bag.nullish(),
  originalTotalPriceSet: bag.nullish(), currentTotalPriceSet: bag.nullish(), currentSubtotalPriceSet: bag.nullish(), currentTotalTaxSet: bag.nullish(),
  currentTotalDiscountsSet: bag.nullish(), currentShippingPriceSet: bag.nullish(), totalTipReceivedSet: bag.nullish(), totalOutstandingSet: bag.nullish(),
  taxLines: z.array(taxLine).nullish(), lineItems: z.object({ nodes: z.array(line).min(1) }), shippingLines: z.object({ nodes: z.array(shippingLine) }).nullish(),
  transactions: z.array(transaction).nullish(), fulfillments: z.array(fulfillment).nullish(), refunds: z.array(refund).nullish(),
  customer: z
    .object({
      id: gid, firstName: text, lastName: text, taxExempt: z.boolean().nullish(), tags: z.array(z.string()).nullish(),
      defaultEmailAddress: z.object({ emailAddress: z.string() }).nullish(), defaultPhoneNumber: z.object({ phoneNumber: z.string() }).nullish(),
    })
    .nullish(),
  billingAddress: address.nullish(), shippingAddress: address.nullish(),
  purchasingEntity: z
    .object({
      company: z.object({ id: gid, name: z.string(), externalId: text }).optional(),
      location: z
        .object({ id: gid, name: z.string(), externalId: text, taxSettings: z.object({ taxExempt: z.boolean(), taxRegistrationId: text }).nullish() })
        .optional(),
      contact: z.object({ id: gid, title: text }).nullish(),
    })
    .nullish(),
  paymentTerms: z
    .object({ id: gid, paymentTermsName: z.string(), paymentTermsType: z.string(), dueInDays: z.int().nullish(), paymentSchedules: z.object({ nodes: z.array(schedule) }).nullish() })
    .nullish(),
});

export type GraphqlOrder = z.infer<typeof graphqlOrder>;
export type GraphqlBag = z.infer<typeof bag>;
export type GraphqlTaxLine = z.infer<typeof taxLine>;
export type GraphqlAllocation = z.infer<typeof allocation>;
export type GraphqlAddress = z.infer<typeof address>;
