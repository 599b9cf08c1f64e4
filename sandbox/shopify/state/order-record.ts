/**
 * An order as the simulator remembers it: facts only, plain JSON (amounts are decimal text, times ISO text in UTC).
 * Every total that Shopify would compute is derived from it elsewhere; must never hold a derived figure except what an imported file stated.
 */
import type { Bag } from "../money/bag.ts";

export type Attribute = { key: string; value: string | null };

export type TaxLineRecord = {
  title: string;
  /** Share of one, 0.06 for six per cent; Shopify serves it as a JSON number. */
  rate: number | null;
  source: string | null;
  channelLiable: boolean | null;
  price: Bag;
};

export type DiscountApplicationRecord = {
  kind: "code" | "automatic" | "manual" | "script";
  /** The code, or the title. */
  label: string;
  description: string | null;
  targetType: "LINE_ITEM" | "SHIPPING_LINE";
  targetSelection: "ALL" | "ENTITLED" | "EXPLICIT";
  allocationMethod: "ACROSS" | "EACH";
  value: { percentage: number } | { amount: string };
};

export type AllocationRecord = { amount: Bag; /** Position in the order's `discountApplications`. */ application: number };

export type LineRecord = {
  id: string;
  name: string;
  title: string;
  variantTitle: string | null;
  sku: string | null;
  vendor: string | null;
  quantity: number;
  /** Quantity after edits and refunds. */
  currentQuantity: number;
  fulfilledQuantity: number;
  taxable: boolean;
  requiresShipping: boolean;
  giftCard: boolean;
  unitPrice: Bag;
  taxLines: TaxLineRecord[];
  allocations: AllocationRecord[];
  customAttributes: Attribute[];
  product: { id: string; productType: string; tags?: string[]; collections?: string[] } | null;
  sellingPlan?: string | null;
  /** Of one unit. */
  grams?: number | null;
  variant: { id: string; barcode: string | null; inventoryItemId: string; tracked: boolean; unitCost: string | null } | null;
};

export type ShippingLineRecord = {
  id: string;
  title: string;
  code: string | null;
  source: string | null;
  carrierIdentifier?: string | null;
  removed: boolean;
  custom: boolean;
  price: Bag;
  taxLines: TaxLineRecord[];
  allocations: AllocationRecord[];
};

/** A charge beside what was sold: import duties, of a line where Shopify says so, or an additional fee. */
export type ChargeRecord = { id: string; of: "duties" | "fees"; name: string; lineId: string | null; price: Bag };

export type TransactionKind = "AUTHORIZATION" | "CAPTURE" | "SALE" | "REFUND" | "VOID" | "CHANGE" | "EMV_AUTHORIZATION" | "SUGGESTED_REFUND";
export type TransactionStatus = "SUCCESS" | "PENDING" | "FAILURE" | "ERROR" | "AWAITING_RESPONSE" | "UNKNOWN";

export type TransactionRecord = {
  id: string;
  kind: TransactionKind;
  status: TransactionStatus;
  test: boolean;
  /** As the order's author wrote it; common names become Shopify's handle. */
  gateway: string;
  formattedGateway: string;
  manual: boolean;
  parentId: string | null;
  amount: Bag;
  /** Cash rounding, null for everything but cash. */
  rounding: Bag | null;
  paymentId: string | null;
  /** Null for what is no card. */
  cardBrand?: string | null;
  createdAt: string;
  processedAt: string;
};

export type FulfillmentRecord = {
  id: string;
  name: string;
  status: "SUCCESS" | "CANCELLED" | "ERROR" | "FAILURE" | "OPEN" | "PENDING";
  createdAt: string;
  updatedAt: string;
  lines: { id: string; lineId: string; quantity: number }[];
  tracking: { company: string | null; number: string | null }[];
  service?: string | null;
  /** Left out: the shop's own. */
  location?: string | null;
};

/** Money given back, or units taken out of the order; an edit that removes units leaves one without transactions, as Shopify's does. */
export type RefundRecord = {
  id: string;
  note: string | null;
  createdAt: string;
  processedAt: string;
  lines: { id: string; lineId: string; quantity: number; restockType: string; subtotal: Bag; tax: Bag }[];
  shippingLines: { id: string; shippingLineId: string; subtotal: Bag; tax: Bag }[];
  /** The tip is no line here, so what a cancellation takes back of it is kept beside the lines. */
  tip: Bag | null;
  /** What was given back of duties and fees; files of before there were any have none. */
  charges?: { chargeId: string; amount: Bag }[];
  adjustments: { id: string; reason: string; amount: Bag; tax: Bag }[];
  transactionIds: string[];
  /** The edit that took these units out; such a refund is part of the edit and no event of its own. */
  editId?: string;
};

/** A dispute of the buyer's bank. Amount, fee and times are the payment provider's; the order itself tells none of them (schema: OrderDisputeSummary). `…Id`: what moved on its balance. */
export type DisputeRecord = {
  id: string;
  status: "NEEDS_RESPONSE" | "LOST" | "WON";
  initiatedAs: "CHARGEBACK" | "INQUIRY";
  type: "CHARGEBACK" | "INQUIRY";
  amount: string;
  fee: string;
  initiatedAt: string;
  finalizedAt: string | null;
  withdrawalId: string | null;
  withdrawnAt: string | null;
  reversalId: string | null;
};

/** One committed order edit: units added to and removed from lines. */
export type EditRecord = {
  id: string;
  at: string;
  note: string | null;
  /** `taxes`: what each of the line's tax lines grew by, in their order; files of before it was kept have none. */
  additions: { lineId: string; delta: number; taxes?: Bag[] }[];
  removals: { lineId: string; delta: number }[];
};

export type AddressRecord = {
  name: string | null;
  firstName: string | null;
  lastName: string | null;
  company: string | null;
  address1: string | null;
  address2: string | null;
  city: string | null;
  province: string | null;
  provinceCode: string | null;
  zip: string | null;
  country: string | null;
  countryCode: string | null;
  phone: string | null;
};

export type PaymentTermsRecord = {
  id: string;
  name: string;
  type: string;
  dueInDays: number | null;
  schedules: { id: string; issuedAt: string | null; dueAt: string | null; completedAt: string | null; amount: string }[];
};

export type PurchasingCompanyRecord = {
  company: { id: string; name: string; externalId: string | null };
  location: { id: string; name: string; externalId: string | null; taxExempt: boolean; taxRegistrationId: string | null };
  contact: { id: string; title: string | null } | null;
};

/** The totals that follow from lines, discounts, shipping, taxes, tip and charges. Names are Shopify's without "Set". */
export const PRICE_TOTALS = [
  "totalPrice", "subtotalPrice", "totalTax", "totalDiscounts", "totalShippingPrice", "originalTotalPrice",
  "currentTotalPrice", "currentSubtotalPrice", "currentTotalTax", "currentTotalDiscounts", "currentShippingPrice",
] as const;
export type PriceTotal = (typeof PRICE_TOTALS)[number];

export type OrderRecord = {
  /** Numeric text; the GraphQL id is gid://shopify/Order/{id}. */
  id: string;
  name: string;
  number: number;
  confirmationNumber: string | null;
  poNumber: string | null;
  note: string | null;
  test: boolean;
  tags: string[];
  sourceName: string | null;
  app?: string | null;
  location?: string | null;
  risk?: "ACCEPT" | "CANCEL" | "INVESTIGATE" | "NONE";
  createdAt: string;
  processedAt: string;
  updatedAt: string;
  cancelledAt: string | null;
  cancelReason: string | null;
  closedAt: string | null;
  currency: string;
  presentmentCurrency: string;
  taxesIncluded: boolean;
  taxExempt: boolean;
  email: string | null;
  phone: string | null;
  customerId: string | null;
  billingAddress: AddressRecord | null;
  shippingAddress: AddressRecord | null;
  purchasingCompany: PurchasingCompanyRecord | null;
  paymentTerms: PaymentTermsRecord | null;
  customAttributes: Attribute[];
  discountApplications: DiscountApplicationRecord[];
  lines: LineRecord[];
  shippingLines: ShippingLineRecord[];
  tip: Bag;
  charges: ChargeRecord[];
  transactions: TransactionRecord[];
  fulfillments: FulfillmentRecord[];
  refunds: RefundRecord[];
  edits: EditRecord[];
  /** Left out where there never was one. */
  disputes?: DisputeRecord[];
  /** What an imported file says of itself: served word for word even where it does not add up. */
  stated: {
    totals: Partial<Record<PriceTotal, Bag>>;
    taxLines: TaxLineRecord[] | null;
    financialStatus: string | null;
  };
};
