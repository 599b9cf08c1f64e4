/** What rules call by name, as the company has it. Names of what the company does not track, or has not, are not found; the issues say so where it matters. */
import type { BookAs } from "../order/book-as.ts";
import type { Order } from "../order/order.ts";
import { namedMissing } from "../issues/rule-issues.ts";
import type { Issue } from "../issues/issue.ts";
import type { Books } from "./books.ts";

type Named = { id: string; name: string };

export const namedIn = (list: readonly Named[] | null | undefined, name: string | undefined): Named | undefined =>
  name === undefined ? undefined : list?.find((each) => each.name.trim().toLowerCase() === name.trim().toLowerCase());

/** Everything that rules name for the order and that QuickBooks has to have. What the company's preferences keep off its forms is not asked for. */
export function namedIssues({ bookAs = {}, lines }: Pick<Order, "bookAs" | "lines">, { company }: Pick<Books, "company">): Issue[] {
  const { tracking, terms, paymentMethods = [] } = company;
  const missing = (what: string, list: readonly Named[] | null | undefined, name: string | undefined): Issue[] =>
    list && name !== undefined && !namedIn(list, name) ? [namedMissing(what, name)] : [];
  const { onForms, onLines } = classesOf(tracking);
  const ofLines = onLines ? [...new Set(lines.flatMap(({ bookAs: own }) => own?.class ?? []))].flatMap((name) => missing("class", tracking?.classes, name)) : [];
  return [
    ...(onForms || onLines ? missing("class", tracking?.classes, bookAs.class) : []), ...ofLines,
    ...missing("location", tracking?.departments, bookAs.department),
    ...missing("payment terms", terms, bookAs.terms),
    ...missing("payment method", paymentMethods, bookAs.paymentMethod),
  ];
}

export const classesOf = (tracking: Books["company"]["tracking"]): { onForms: boolean; onLines: boolean } =>
  ({ onForms: tracking?.classesOn.documents === true && tracking.classes !== null, onLines: tracking?.classesOn.lines === true && tracking.classes !== null });

/** Names of the custom field that a sales representative stands on. */
const FOR_SALES_REP = /^(sales\s*)?(rep(resentative)?|owner)$/i;

/** Values that rules give custom fields of the company, in the order of its fields. */
export function ruledCustomFields(bookAs: BookAs | undefined, customFields: Books["company"]["customFields"]): (Named & { value: string })[] {
  if (!bookAs) return [];
  return customFields.flatMap(({ id, name }) => {
    const value = bookAs[`customField:${name.trim().toLowerCase()}`] ?? (FOR_SALES_REP.test(name.trim()) ? bookAs.salesRep : undefined);
    return value === undefined ? [] : [{ id, name, value }];
  });
}
