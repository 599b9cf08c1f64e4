import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { shopDays } from "./shop-days.ts";

const days = (first: string, last: string, timeZone: string): string[] => {
  const { from, until } = shopDays(Temporal.PlainDate.from(first), Temporal.PlainDate.from(last), timeZone);
  return [from.toString(), until.toString(), String((until.epochMilliseconds - from.epochMilliseconds) / 3_600_000)];
};

test.each([
  ["Auckland's short day", "2026-09-27", "Pacific/Auckland", ["2026-09-26T12:00:00Z", "2026-09-27T11:00:00Z", "23"]],
  ["Auckland's long day", "2026-04-05", "Pacific/Auckland", ["2026-04-04T11:00:00Z", "2026-04-05T12:00:00Z", "25"]],
  ["New York's short day", "2026-03-08", "America/New_York", ["2026-03-08T05:00:00Z", "2026-03-09T04:00:00Z", "23"]],
  ["New York's long day", "2026-11-01", "America/New_York", ["2026-11-01T04:00:00Z", "2026-11-02T05:00:00Z", "25"]],
  ["Kathmandu, a quarter hour off", "2026-11-01", "Asia/Kathmandu", ["2026-10-31T18:15:00Z", "2026-11-01T18:15:00Z", "24"]],
  ["Santiago's day that begins at one", "2026-09-06", "America/Santiago", ["2026-09-06T04:00:00Z", "2026-09-07T03:00:00Z", "23"]],
])("a local day is what the shop's clock says: %s", (_, day, timeZone, expected) => {
  expect(days(day, day, timeZone)).toEqual(expected);
});

test("several days run from the first one's start to the last one's end", () => {
  expect(days("2026-10-31", "2026-11-02", "America/New_York")).toEqual(["2026-10-31T04:00:00Z", "2026-11-03T05:00:00Z", "73"]);
});
