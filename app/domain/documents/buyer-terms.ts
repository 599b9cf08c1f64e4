/** What a business buyer was promised and asks to see again: payment terms and her own order number (story A21). Never makes a date that Shopify does not have. */
import type { CompanyFacts } from "../books/books.ts";
import { isForPoNumber, namedIn, ruledCustomFields } from "../books/named-in-books.ts";
import type { Order } from "../order/order.ts";
import { shopDate } from "../time/shop-date.ts";
import type { CustomField, DueTerms } from "./document.ts";
import type { ShopIdentity } from "./header.ts";

/** Terms of the company by Shopify's name for them, such as "Net 30", and Shopify's own due date: QuickBooks would count the days from the invoice's date. */
export function dueTerms({ paymentTerms, bookAs }: Pick<Order, "paymentTerms" | "bookAs">, { terms }: Pick<CompanyFacts, "terms">, shop: ShopIdentity): DueTerms | undefined {
  // Of a rule's terms QuickBooks counts the days itself: Shopify's date was for others.
  const ruled = namedIn(terms, bookAs?.terms);
  if (ruled) return { term: ruled, due: null };
  if (paymentTerms === null) return undefined;
  const { name, dueAt } = paymentTerms;
  const term = terms.find((each) => each.name.trim().toLowerCase() === name.trim().toLowerCase()) ?? null;
  const due = dueAt && shopDate(dueAt, shop.timeZone);
  return term || due ? { term, due } : undefined;
}

/** Intuit documents no length; 31 is what is often met (05 §1.1). A number cut short would be another one. */
const FIELD_LENGTH = 31;

/** The buyer's own order number, and what rules and settings put on fields of the company's. The memo has the number in any case. */
export function customFieldsOf({ poNumber: own, bookAs }: Pick<Order, "poNumber" | "bookAs">, { customFields }: Pick<CompanyFacts, "customFields">): CustomField[] | undefined {
  const ruled = ruledCustomFields(bookAs, customFields);
  const poNumber = bookAs?.poNumber ?? own;
  const field = customFields.find(({ id, name }) => isForPoNumber(name) && !ruled.some((each) => each.id === id));
  const ordered = field && poNumber !== null && poNumber !== "" && poNumber.length <= FIELD_LENGTH ? [{ ...field, value: poNumber }] : [];
  const fields = [...ordered, ...ruled];
  return fields.length > 0 ? fields : undefined;
}
