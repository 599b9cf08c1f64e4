/**
 * What is asked of Shopify for an order, and nothing more. Amounts in shop money only: presentment money is never booked (design page 06).
 * Validated against Shopify's own schema by tests/contracts/shopify-documents.test.ts.
 */

/** Lines that come with an order; longer orders are completed with `MORE_LINES`. */
export const LINES_WITH_ORDER = 50;
/** Lines per further page: far below the ceiling of 1,000 points per query, so that one page always fits. */
const LINES_PER_PAGE = 100;

/** Of a product; rules that ask for more of them cannot be told. Each further one makes every order cost more. */
const COLLECTIONS = 5;

const SHARED_FRAGMENTS = `
fragment Amount on MoneyBag { shopMoney { amount } }
fragment Tax on TaxLine { title rate channelLiable priceSet { ...Amount } }
fragment Line on LineItem {
  id title variantTitle sku vendor quantity currentQuantity unfulfilledQuantity taxable requiresShipping isGiftCard
  originalUnitPriceSet { ...Amount }
  priceAfterAllDiscountsBeforeTaxesSet { ...Amount }
  taxLines { ...Tax }
  discountAllocations { allocatedAmountSet { ...Amount } }
  customAttributes { key value } sellingPlan { name } weight { value unit }
  product { productType tags collections(first: ${COLLECTIONS}) { nodes { title } } }
  variant { id inventoryItem { unitCost { amount currencyCode } } }
}`;

/**
 * Lists without `first` (transactions, fulfillments, refunds) come whole: the argument only truncates them (schema). Connections say when there is more.
 * Names, addresses and e-mail are protected customer data: an app without that approval gets null and
 * an ACCESS_DENIED error beside them.
 */
export const ORDERS_FOR_SYNC = `
query OrdersForSync($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on Order {
      id name poNumber note test edited sourceName tags
      createdAt processedAt updatedAt cancelledAt cancelReason
      currencyCode presentmentCurrencyCode taxesIncluded taxExempt dutiesIncluded
      displayFinancialStatus displayFulfillmentStatus returnStatus
      paymentGatewayNames discountCodes customAttributes { key value }
      app { name } retailLocation { name } risk { recommendation }
      currentTotalPriceSet { ...Amount } currentTotalTaxSet { ...Amount }
      currentTotalDutiesSet { ...Amount } currentTotalAdditionalFeesSet { ...Amount }
      totalTipReceivedSet { ...Amount } totalCashRoundingAdjustment { paymentSet { ...Amount } }
      totalReceivedSet { ...Amount } netPaymentSet { ...Amount } totalOutstandingSet { ...Amount }
      email
      paymentTerms { paymentTermsName paymentSchedules(first: 5) { nodes { dueAt } } }
      customer { id firstName lastName taxExempt tags numberOfOrders defaultEmailAddress { emailAddress } defaultPhoneNumber { phoneNumber } }
      purchasingEntity { ... on PurchasingCompany { company { name } location { name } } }
      billingAddress { ...Place }
      shippingAddress { ...Place }
      shippingLines(first: 10) { pageInfo { hasNextPage } nodes { id title carrierIdentifier source originalPriceSet { ...Amount } taxLines { ...Tax } discountAllocations { allocatedAmountSet { ...Amount } } } }
      lineItems(first: ${LINES_WITH_ORDER}) { pageInfo { hasNextPage endCursor } nodes { ...Line } }
      transactions { id kind status gateway formattedGateway processedAt createdAt amountSet { ...Amount } amountRoundingSet { ...Amount } paymentDetails { ... on CardPaymentDetails { company } } }
      fulfillments { id status createdAt service { serviceName } location { name } }
      refunds { id note }
      disputes { id initiatedAs status }
    }
  }
}
fragment Place on MailingAddress { name company address1 address2 city province provinceCode zip countryCodeV2 phone }
${SHARED_FRAGMENTS}`;

/** `updatedAt` shows whether the order changed between two pages. */
export const MORE_LINES = `
query MoreLines($id: ID!, $after: String!) {
  order(id: $id) {
    updatedAt
    lineItems(first: ${LINES_PER_PAGE}, after: $after) { pageInfo { hasNextPage endCursor } nodes { ...Line } }
  }
}
${SHARED_FRAGMENTS}`;

/** What happened to an order after it was placed, asked only for orders to which something did. Few agreements with many sales each would cost as much as they hold. */
const AGREEMENTS_PER_PAGE = 20;
const SALES_WITH_AGREEMENT = 50;
const SALES_PER_PAGE = 200;
/** Shopify's most. What of a still larger refund is not told counts as not restocked (normalise/restocking.ts). */
const REFUNDED_LINES = 250;

const SALE_FRAGMENT = `
fragment SaleFacts on Sale {
  lineType quantity totalAmount { ...Amount } totalTaxAmount { ...Amount } taxes { amount { ...Amount } taxLine { ...Tax } }
  ... on ProductSale { lineItem { id title } }
  ... on GiftCardSale { lineItem { id title } }
  ... on ShippingLineSale { shippingLine { id title } }
}`;

export const ORDER_CHANGES = `
query OrderChanges($id: ID!, $after: String) {
  order(id: $id) {
    updatedAt
    refunds { id processedAt createdAt orderAdjustments(first: 20) { nodes { reason amountSet { ...Amount } taxAmountSet { ...Amount } } } transactions(first: 50) { nodes { id } } refundLineItems(first: ${REFUNDED_LINES}) { nodes { quantity restockType lineItem { id } } } }
    agreements(first: ${AGREEMENTS_PER_PAGE}, after: $after) {
      pageInfo { hasNextPage endCursor }
      edges { cursor node {
        __typename id happenedAt
        ... on RefundAgreement { refund { id } }
        sales(first: ${SALES_WITH_AGREEMENT}) { pageInfo { hasNextPage endCursor } nodes { ...SaleFacts } }
      } }
    }
  }
}
fragment Amount on MoneyBag { shopMoney { amount } }
fragment Tax on TaxLine { title rate channelLiable priceSet { ...Amount } }
${SALE_FRAGMENT}`;

/** Further sales of one agreement, which is found by the cursor of the one before it. */
export const MORE_SALES = `
query MoreSales($id: ID!, $before: String, $after: String!) {
  order(id: $id) {
    updatedAt
    agreements(first: 1, after: $before) { nodes { id sales(first: ${SALES_PER_PAGE}, after: $after) { pageInfo { hasNextPage endCursor } nodes { ...SaleFacts } } } }
  }
}
fragment Amount on MoneyBag { shopMoney { amount } }
fragment Tax on TaxLine { title rate channelLiable priceSet { ...Amount } }
${SALE_FRAGMENT}`;

/** Of a shipment with more lines than Shopify tells at once, what it held counts as unknown. */
const SHIPPED_LINES = 250;

export const ORDER_SHIPMENTS = `
query OrderShipments($id: ID!) {
  order(id: $id) { updatedAt fulfillments { id fulfillmentLineItems(first: ${SHIPPED_LINES}) { pageInfo { hasNextPage } nodes { quantity lineItem { id } } } } }
}`;

/** Orders per page of the sweep: Shopify's maximum. Two fields per order keep a page at about a dozen points of the thousand a query may ask for. */
const CHANGED_PER_PAGE = 250;

/** The search names no status: cancelled and archived orders change too. */
export const CHANGED_ORDERS = `
query ChangedOrders($query: String!, $after: String) {
  orders(first: ${CHANGED_PER_PAGE}, after: $after, query: $query, sortKey: UPDATED_AT) { pageInfo { hasNextPage endCursor } nodes { id updatedAt } }
}`;

/** One of Shopify Payments; null for another provider's. `order` proves that it is the order's. */
export const DISPUTE = `
query Dispute($id: ID!) {
  dispute(id: $id) { type initiatedAt finalizedOn order { id } }
}`;

/** What moved on the balance of Shopify Payments within a span of time: no filter names a dispute (schema). */
export const BALANCE_MOVES = `
query BalanceMoves($query: String!, $after: String) {
  shopifyPaymentsAccount {
    balanceTransactions(first: 250, after: $after, query: $query, hideTransfers: true) {
      pageInfo { hasNextPage endCursor }
      nodes { id type transactionDate sourceType sourceId amount { amount currencyCode } net { amount currencyCode } associatedOrder { id } }
    }
  }
}`;
