/**
 * The day of a document by which a change of the order corrects what was sold: the day of the change. Where that day is closed already, the first open one:
 * the sale itself stays as its closed period has it (story A12). Must never move a document that money goes with: that is dated when the money moved.
 */
import { Temporal } from "temporal-polyfill";
import type { Step } from "../plan/course.ts";
import { shopDate } from "../time/shop-date.ts";
import type { PlanContext } from "./plan-context.ts";

export function dayOfChange({ shop, books }: Pick<PlanContext, "shop" | "books">, { change, paidBack }: Step): Temporal.PlainDate {
  const day = shopDate(change.at, shop.timeZone);
  const { closedThrough } = books.company;
  return paidBack.length === 0 && closedThrough !== null && Temporal.PlainDate.compare(day, closedThrough) <= 0 ? closedThrough.add({ days: 1 }) : day;
}
