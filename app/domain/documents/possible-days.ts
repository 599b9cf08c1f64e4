/** The days on which a document without a number is looked for where our record of it is gone: settings, and the closing date, may have been others when it was made. */
import type { Temporal } from "temporal-polyfill";
import type { Order } from "../order/order.ts";
import { invoicedAt, paidAt, receiptedAt } from "../order/sold-at.ts";
import { shopDate } from "../time/shop-date.ts";
import type { PlannedDocument } from "./document.ts";
import { POSTS } from "./kind.ts";

/** Books are mostly closed through the last day of a month. */
const MOST_MONTHS = 24;

type Asked = { order: Order; timeZone: string; closedThrough: Temporal.PlainDate | null };

export function possibleDays(document: PlannedDocument, asked: Asked): Temporal.PlainDate[] {
  const own = [document.closedDay ?? document.date, ...chosenDays(document, asked)];
  const moved = POSTS[document.kind] ? own.flatMap((day) => firstOpenDays(day, asked.closedThrough)) : [];
  return [...new Map([document.date, ...own, ...moved].map((day) => [day.toString(), day])).values()];
}

/** What the setting `dates` lets people choose; the days of payments are not needed, since those have a reference. */
function chosenDays({ kind }: PlannedDocument, { order, timeZone }: Asked): Temporal.PlainDate[] {
  if (kind !== "sales_order" && kind !== "invoice" && kind !== "sales_receipt") return [];
  return [order.placedAt, invoicedAt(order), receiptedAt(order), paidAt(order)].flatMap((at) => (at ? [shopDate(at, timeZone)] : []));
}

/** Of a day that is closed now: the day after the closing date, and the first of each month until then. */
function firstOpenDays(day: Temporal.PlainDate, closedThrough: Temporal.PlainDate | null): Temporal.PlainDate[] {
  if (closedThrough === null || day.toString() > closedThrough.toString()) return [];
  const days = [closedThrough.add({ days: 1 })];
  for (let first = day.with({ day: 1 }).add({ months: 1 }); first.toString() <= closedThrough.toString() && days.length <= MOST_MONTHS; first = first.add({ months: 1 })) days.push(first);
  return days;
}
