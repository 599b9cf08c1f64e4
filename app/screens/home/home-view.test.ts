import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import type { HomeFacts } from "#app/pipeline/ports/shop-desk.ts";
import { formatFor } from "../format.server.ts";
import { type HomeQuestion, homeView } from "./home-view.server.ts";

const NOTHING: HomeFacts = {
  counts: { posted: 0, waiting: 0, skipped: 0, held: 0, attention: 0, undone: 0 }, due: 0, issues: [], proof: { matching: 0, matchingExcept: 0, differing: 0 }, clearing: null,
  postedLast30Days: [{ day: "2026-11-01", documents: 0 }, { day: "2026-11-02", documents: 0 }],
};
const counts = (changes: Partial<HomeFacts["counts"]>): Partial<HomeFacts> => ({ counts: { ...NOTHING.counts, ...changes } });
const view = (facts: Partial<HomeFacts> = {}, question: Partial<HomeQuestion> = {}) =>
  homeView({ facts: { ...NOTHING, ...facts }, notice: null, setUp: false, format: formatFor({ country: "US", timeZone: "America/New_York" }), ...question });

describe("the headline says the first thing that is true", () => {
  const DIFFERING = { matching: 5, matchingExcept: 1, differing: 2 };
  test.each<[string, Partial<HomeFacts>, Partial<HomeQuestion>, { tone: string; title: string; sentence: unknown }]>([
    ["nothing is connected", { due: 3 }, { notice: "not_connected" }, { tone: "info", title: "QuickBooks is not connected", sentence: "3 orders waiting until a QuickBooks company is connected." }],
    ["the connection is parked", { ...counts({ attention: 9 }), due: 1 }, { notice: "paused" }, { tone: "attention", title: "Paused", sentence: expect.stringMatching(/^1 order waiting;/) }],
    ["orders need a person", { ...counts({ attention: 1, held: 1 }), proof: DIFFERING }, {}, { tone: "attention", title: "2 orders need you", sentence: expect.any(String) }],
    ["one order needs a person", counts({ held: 1 }), {}, { tone: "attention", title: "1 order needs you", sentence: expect.any(String) }],
    ["something differs that no rule explains", { ...counts({ posted: 8 }), proof: DIFFERING, due: 4 }, {}, { tone: "critical", title: "Shop and books differ", sentence: "2 orders with a difference that no rule explains." }],
    ["orders are on their way", { ...counts({ waiting: 2 }), due: 1_234 }, {}, { tone: "info", title: "Catching up", sentence: "1,234 orders on the way to QuickBooks." }],
    ["everything agrees", { ...counts({ posted: 6 }), proof: { matching: 5, matchingExcept: 1, differing: 0 } }, {}, { tone: "success", title: "Shop and books agree", sentence: "6 orders compared with QuickBooks, to the cent." }],
    ["nothing was to be compared", counts({ skipped: 1 }), {}, { tone: "success", title: "Up to date", sentence: "No order is waiting." }],
    ["there is no order at all", {}, {}, { tone: "success", title: "Ready for the first order", sentence: expect.any(String) }],
  ])("%s", (_case, facts, question, headline) => {
    expect(view(facts, question).headline).toEqual(headline);
  });
});

test("a shop without orders has an empty chart and nothing to compare", () => {
  expect(view()).toMatchObject({ chart: null, agreement: null, issues: [], needsYouUrl: null, refreshMs: null });
});

test("the chart tells its sum and its best day to people who do not see it", () => {
  const { chart } = view({ postedLast30Days: [{ day: "2026-11-01", documents: 2 }, { day: "2026-11-02", documents: 8 }, { day: "2026-11-03", documents: 0 }] });
  expect(chart).toEqual({
    summary: "10 documents in the last 3 days; most on Nov 2: 8.", top: "8", axis: { start: "Nov 1", end: "Nov 3" },
    bars: [{ title: "Nov 1: 2 documents", share: 0.25 }, { title: "Nov 2: 8 documents", share: 1 }, { title: "Nov 3: 0 documents", share: 0 }],
  });
});

test("an issue leads to its one order or to all that wait, and to the page where its remedy is", () => {
  const issue = { id: "1", code: "item_missing", sentence: "s", remedy: "r", openedAt: { epochMilliseconds: 0 } as HomeFacts["issues"][number]["openedAt"], orderCount: 1, found: null, firstOrderId: "gid://shopify/Order/77" };
  const [one, many, unknown] = view({ issues: [issue, { ...issue, id: "2", orderCount: 3 }, { ...issue, id: "3", code: "from_another_release" }], ...counts({ attention: 3 }) }).issues;
  expect(one).toMatchObject({ waiting: { label: "1 order waiting", url: "/app/orders/77" }, fix: { url: "/app/settings" } });
  expect(many).toMatchObject({ waiting: { label: "3 orders waiting", url: "/app/orders?show=needs-you" } });
  expect(unknown?.fix).toBeNull();
});

test("it looks again by itself only while orders are on their way and can move", () => {
  expect(view({ due: 1 }).refreshMs).toBeGreaterThan(0);
  expect(view({ due: 1 }, { notice: "paused" }).refreshMs).toBeNull();
});

describe("the clearing account (story A34)", () => {
  const held = (minor: bigint) => view({ clearing: { account: "Shopify Clearing", balance: { currency: "USD", minor }, readAt: Temporal.Instant.from("2026-11-02T15:00:00Z") } }).clearing;

  test("shows what is still to match, with what it is made of and as of when", () => {
    expect(held(31_426n)).toEqual({
      account: "Shopify Clearing", amount: "$314.26", sentence: expect.stringMatching(/payouts still to match, and Shopify's fees/) as string, readAt: expect.stringMatching(/^Read from QuickBooks Nov 2, 2026, 10:00.AM;/) as string,
    });
  });

  test("says so where more left it than came in", () => {
    expect(held(-500n)).toMatchObject({ amount: "-$5.00", sentence: expect.stringMatching(/^More left this account/) as string });
  });

  test("is left out while nothing is known of it", () => {
    expect(view().clearing).toBeNull();
  });
});
