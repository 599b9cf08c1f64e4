/** What rules and settings put on a form beside its lines, as far as the company's preferences allow it. */
import { Temporal } from "temporal-polyfill";
import type { Books } from "../books/books.ts";
import { classesOf, namedIn } from "../books/named-in-books.ts";
import type { Order } from "../order/order.ts";
import type { FormChoices } from "./document.ts";

/** For every form of the order, those that take a sale back included. */
export function formChoices({ bookAs }: Pick<Order, "bookAs">, { company }: Pick<Books, "company">): FormChoices | undefined {
  if (!bookAs) return undefined;
  const { tracking } = company;
  const ofForm = classesOf(tracking).onForms ? namedIn(tracking?.classes, bookAs.class) : undefined;
  return orNothing({ classId: ofForm?.id, departmentId: namedIn(tracking?.departments, bookAs.department)?.id });
}

/** For the sale itself. */
export function saleChoices(order: Pick<Order, "bookAs">, books: Pick<Books, "company">): FormChoices | undefined {
  const { bookAs } = order;
  if (!bookAs) return undefined;
  const shipDate = bookAs.shipDate !== undefined && books.company.tracking?.shipping ? bookAs.shipDate : undefined;
  return orNothing({ ...formChoices(order, books), shipDate, customerMessage: bookAs.customerMessage });
}

/** The day that a rule gives the sale's documents, else its own. */
export const ruledDate = ({ bookAs }: Pick<Order, "bookAs">, own: Temporal.PlainDate): Temporal.PlainDate =>
  bookAs?.transactionDate === undefined ? own : Temporal.PlainDate.from(bookAs.transactionDate);

const orNothing = (choices: FormChoices): FormChoices | undefined => (Object.values(choices).some((each) => each !== undefined) ? choices : undefined);
