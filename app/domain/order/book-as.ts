/** How an order and its lines are to be booked where rules say so, or settings where no rule does: values by what they set, as text. Pure data; whoever makes documents reads it. */

export type OrderSlot =
  | "stopSalesOrders" | "stopInvoices" | "stopPurchaseOrders" | "markAsUnpaid" | "markAsPaid" | "transactionType"
  | "documentNumber" | "numberPrefix" | "numberSuffix" | "customer" | "customerBy" | "class" | "department" | "terms" | "poNumber" | "shipDate" | "transactionDate"
  | "memo" | "customerMessage" | "salesRep" | "currencyHandling" | "emailInvoice"
  | "depositAccount" | "paymentMethod" | "paymentReference"
  | "taxCode" | "shippingTaxCode" | "discountTaxCode" | "shippingItem" | "discountItem" | "discounts";

/** One slot per custom field of the company, by its name in lower case. */
export type CustomFieldSlot = `customField:${string}`;
export const customFieldSlot = (name: string): CustomFieldSlot => `customField:${name.trim().toLowerCase()}`;

export type LineSlot = "vendor" | "item" | "incomeAccount" | "description" | "class" | "quantityFactor" | "skip" | "sku" | "taxCode";

/** Which of the values come from a setting and not from a rule: slot → name of the setting. What is said about one names it. */
type BySetting = { readonly bySetting?: Readonly<Record<string, string | undefined>> };

/** `customerBy`: `email` where customers are told apart by their e-mail address; only a setting says so. */
export type BookAs = { readonly [Slot in OrderSlot | CustomFieldSlot]?: string } & BySetting;
export type BookLineAs = { readonly [Slot in LineSlot]?: string } & BySetting;
