/** What rules and settings call by name, as the company has it. Names of what the company does not track, or has not, are not found; the issues say so where it matters. */
import type { BookAs } from "../order/book-as.ts";
import type { Order } from "../order/order.ts";
import { namedMissing } from "../issues/rule-issues.ts";
import { settingNameMissing } from "../issues/setting-issues.ts";
import type { Issue } from "../issues/issue.ts";
import type { Books } from "./books.ts";

type Named = { id: string; name: string };

export const namedIn = (list: readonly Named[] | null | undefined, name: string | undefined): Named | undefined =>
  name === undefined ? undefined : list?.find((each) => each.name.trim().toLowerCase() === name.trim().toLowerCase());

/** Everything that rules and settings name for the order and that QuickBooks has to have. What the company's preferences keep off its forms is not asked for. */
export function namedIssues({ bookAs = {}, lines }: Pick<Order, "bookAs" | "lines">, { company }: Pick<Books, "company">): Issue[] {
  const { tracking, terms, paymentMethods = [] } = company;
  const missing = (what: string, list: readonly Named[] | null | undefined, name: string | undefined, setting?: string): Issue[] =>
    list && name !== undefined && !namedIn(list, name) ? [setting === undefined ? namedMissing(what, name) : settingNameMissing(what, name)] : [];
  const { bySetting = {} } = bookAs;
  const { onForms, onLines } = classesOf(tracking);
  const ofLines = onLines ? [...new Set(lines.flatMap(({ bookAs: own }) => own?.class ?? []))].flatMap((name) => missing("class", tracking?.classes, name)) : [];
  return [
    ...(onForms || onLines ? missing("class", tracking?.classes, bookAs.class, bySetting["class"]) : []), ...ofLines,
    ...missing("location", tracking?.departments, bookAs.department, bySetting["department"]),
    ...missing("payment terms", terms, bookAs.terms, bySetting["terms"]),
    ...missing("payment method", paymentMethods, bookAs.paymentMethod),
  ];
}

export const classesOf = (tracking: Books["company"]["tracking"]): { onForms: boolean; onLines: boolean } =>
  ({ onForms: tracking?.classesOn.documents === true && tracking.classes !== null, onLines: tracking?.classesOn.lines === true && tracking.classes !== null });

/** Names of the custom field that a sales representative stands on, and of the one for the buyer's own order number: `PO Number`, `P.O. No.`, `PO #`, `Purchase order number` … */
const FOR_SALES_REP = /^(sales\s*)?(rep(resentative)?|owner)$/i;
const FOR_PO_NUMBER = /^(p\.?\s?o\.?|purchase order)(\s*(number|no\.?|num|#))?$/i;

export const isForSalesRep = (name: string): boolean => FOR_SALES_REP.test(name.trim());
export const isForPoNumber = (name: string): boolean => FOR_PO_NUMBER.test(name.trim());

/** Values that rules and settings give custom fields of the company, in the order of its fields. */
export function ruledCustomFields(bookAs: BookAs | undefined, customFields: Books["company"]["customFields"]): (Named & { value: string })[] {
  if (!bookAs) return [];
  return customFields.flatMap(({ id, name }) => {
    const value = bookAs[`customField:${name.trim().toLowerCase()}`] ?? (isForSalesRep(name) ? bookAs.salesRep : undefined);
    return value === undefined ? [] : [{ id, name, value }];
  });
}
