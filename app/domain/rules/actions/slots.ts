/** Everything that rules can set on an order's documents. A slot belongs to the first rule that sets it. */

/** What set a slot: the rule's title, and the value as text (`yes` for what is simply switched on). */
export type SetBy = { rule: string; value: string };

export const ON = "yes";

export type OrderSlot =
  | "stopSalesOrders" | "stopInvoices" | "stopPurchaseOrders" | "markAsUnpaid" | "markAsPaid" | "transactionType"
  | "documentNumber" | "numberPrefix" | "numberSuffix" | "customer" | "class" | "department" | "terms" | "poNumber" | "shipDate" | "transactionDate"
  | "memo" | "customerMessage" | "salesRep" | "currencyHandling" | "emailInvoice"
  | "depositAccount" | "paymentMethod" | "paymentReference"
  | "taxCode" | "shippingTaxCode" | "discountTaxCode" | "shippingItem" | "discountItem" | "discounts";

/** One slot per custom field of the company, by its name in lower case. */
export type CustomFieldSlot = `customField:${string}`;
export const customFieldSlot = (name: string): CustomFieldSlot => `customField:${name.trim().toLowerCase()}`;

export type LineSlot = "vendor" | "item" | "incomeAccount" | "description" | "class" | "quantityFactor" | "skip" | "sku" | "taxCode";

/** Absent means no rule set it. */
export type Slots = { [Slot in OrderSlot | CustomFieldSlot]?: SetBy };
export type LineSlots = { [Slot in LineSlot]?: SetBy };

/** By Shopify's line item gid; a line of which no rule said anything is left out. */
export type SlotsByLine = Record<string, LineSlots>;
