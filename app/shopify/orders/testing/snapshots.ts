/** Snapshots for the tests of this folder: a plain paid order of one line as Shopify answers it, changed where a test says so. */
type Change = Record<string, unknown>;

export const amount = (decimal: string) => ({ shopMoney: { amount: decimal } });
export const taxLine = (decimal: string, change: Change = {}) => ({ title: "State tax", rate: 0.08, channelLiable: false, priceSet: amount(decimal), ...change });
export const allocation = (decimal: string) => ({ allocatedAmountSet: amount(decimal) });
/** A connection whose every node is in the first page. */
export const whole = (...nodes: unknown[]) => ({ pageInfo: { hasNextPage: false, endCursor: null }, nodes });

export const lineSnapshot = (change: Change = {}) => ({
  id: "gid://shopify/LineItem/1", title: "Mug", variantTitle: null, sku: "MUG-1", vendor: "Acme",
  quantity: 2, currentQuantity: 2, unfulfilledQuantity: 2, taxable: true, requiresShipping: true, isGiftCard: false,
  originalUnitPriceSet: amount("10.0"), priceAfterAllDiscountsBeforeTaxesSet: amount("20.0"),
  taxLines: [taxLine("1.6")], discountAllocations: [], product: { productType: "Kitchen" }, variant: { id: "gid://shopify/ProductVariant/1" },
  ...change,
});

export const transactionSnapshot = (change: Change = {}) => ({
  id: "gid://shopify/OrderTransaction/1", kind: "SALE", status: "SUCCESS", gateway: "paypal", formattedGateway: "PayPal",
  processedAt: "2026-11-02T15:00:05Z", createdAt: "2026-11-02T15:00:00Z", amountSet: amount("21.6"), amountRoundingSet: null,
  ...change,
});

export const orderSnapshot = (change: Change = {}) => ({
  id: "gid://shopify/Order/1", name: "#1001", poNumber: null, paymentTerms: null, note: null, test: false, edited: false, sourceName: "web", tags: [],
  processedAt: "2026-11-02T15:00:00Z", updatedAt: "2026-11-02T15:01:00Z", cancelledAt: null, cancelReason: null,
  currencyCode: "USD", presentmentCurrencyCode: "USD", taxesIncluded: false, taxExempt: false, dutiesIncluded: false,
  displayFinancialStatus: "PAID", displayFulfillmentStatus: "UNFULFILLED", returnStatus: "NO_RETURN", paymentGatewayNames: ["paypal"], discountCodes: [],
  currentTotalPriceSet: amount("21.6"), currentTotalTaxSet: amount("1.6"), currentTotalDutiesSet: null, currentTotalAdditionalFeesSet: null,
  totalTipReceivedSet: amount("0.0"), totalCashRoundingAdjustment: { paymentSet: amount("0.0") },
  totalReceivedSet: amount("21.6"), netPaymentSet: amount("21.6"), totalOutstandingSet: amount("0.0"),
  email: null, customer: null, purchasingEntity: null, billingAddress: null, shippingAddress: null,
  shippingLines: whole(), lineItems: whole(lineSnapshot()), transactions: [transactionSnapshot()], fulfillments: [], refunds: [], changes: null,
  ...change,
});
