import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { API_VERSION, API_VERSION_SUNSET } from "./api-version.ts";

const NOTICE_DAYS = 90;

describe("the version of Shopify's API", () => {
  it("sunsets twelve months after its release", () => {
    expect(Temporal.PlainDate.from(`${API_VERSION}-01`).add({ months: 12 }).toString()).toBe(API_VERSION_SUNSET);
  });

  it(`has more than ${NOTICE_DAYS} days to live: move to the next version when this fails`, () => {
    const daysLeft = Temporal.Now.plainDateISO("UTC").until(API_VERSION_SUNSET, { largestUnit: "day" }).days;
    expect(daysLeft).toBeGreaterThan(NOTICE_DAYS);
  });
});
