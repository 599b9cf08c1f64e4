/** What a business buyer was promised and asks to see again: payment terms and her own order number (story A21). Never makes a date that Shopify does not have. */
import type { CompanyFacts } from "../books/books.ts";
import type { Order } from "../order/order.ts";
import { shopDate } from "../time/shop-date.ts";
import type { CustomField, DueTerms } from "./document.ts";
import type { ShopIdentity } from "./header.ts";

/** Terms of the company by Shopify's name for them, such as "Net 30", and Shopify's own due date: QuickBooks would count the days from the invoice's date. */
export function dueTerms({ paymentTerms }: Pick<Order, "paymentTerms">, { terms }: Pick<CompanyFacts, "terms">, shop: ShopIdentity): DueTerms | undefined {
  if (paymentTerms === null) return undefined;
  const { name, dueAt } = paymentTerms;
  const term = terms.find((each) => each.name.trim().toLowerCase() === name.trim().toLowerCase()) ?? null;
  const due = dueAt && shopDate(dueAt, shop.timeZone);
  return term || due ? { term, due } : undefined;
}

/** `PO Number`, `P.O. No.`, `PO #`, `Purchase order number` … */
const NAMED_FOR_IT = /^(p\.?\s?o\.?|purchase order)(\s*(number|no\.?|num|#))?$/i;

/** Intuit documents no length; 31 is what is often met (05 §1.1). A number cut short would be another one. */
const FIELD_LENGTH = 31;

/** The memo has it in any case. */
export function purchaseOrderField({ poNumber }: Pick<Order, "poNumber">, { customFields }: Pick<CompanyFacts, "customFields">): CustomField[] | undefined {
  const field = customFields.find(({ name }) => NAMED_FOR_IT.test(name.trim()));
  return field && poNumber !== null && poNumber !== "" && poNumber.length <= FIELD_LENGTH ? [{ ...field, value: poNumber }] : undefined;
}
