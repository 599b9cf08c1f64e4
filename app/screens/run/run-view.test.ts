import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import type { RunOrderRow, RunRow } from "#app/pipeline/ports/runs.ts";
import { formatFor } from "../format.server.ts";
import { csvCell } from "../csv.server.ts";
import { runCsv } from "./csv.server.ts";
import { runView } from "./run-view.server.ts";

const AT = Temporal.Instant.from("2026-11-02T15:00:00Z");
const US = formatFor({ country: "US", timeZone: "America/New_York" });
const COUNTS: RunRow["counts"] = { posted: 0, waiting: 0, skipped: 0, held: 0, attention: 0, undone: 0, left: 0 };
const RUN: RunRow = {
  id: "0d6e0b0c-2f6e-4f0a-9a3c-000000000001", ask: { selection: { kind: "range", from: "2026-11-01", to: "2026-11-07" }, statuses: null, anyway: false },
  state: "working", counts: { ...COUNTS, posted: 2, waiting: 1 }, found: 3, gathered: 0, notFound: [], failure: null, askedBy: "7", createdAt: AT, finishedAt: null,
};
const ROW: RunOrderRow = { orderId: "gid://shopify/Order/6001", name: "#1001", placedAt: AT, state: "posted", reason: null, writes: [{ op: "create", kind: "payment", number: null }, { op: "close", kind: "sales_order", number: "1001" }], settledAt: AT };
const view = (run: Partial<RunRow> = {}, rows: Partial<RunOrderRow>[] = [], next: number | null = null, after: number | null = null) =>
  runView({ notice: "paused", run: { ...RUN, ...run }, page: { rows: rows.map((row) => ({ ...ROW, ...row })), next }, after, format: US });

describe("a run's page", () => {
  test("tells what was asked, by whom, and how far it is", () => {
    expect(view()).toMatchObject({
      title: "Orders placed Nov 1, 2026 to Nov 7, 2026", subtitle: expect.stringMatching(/by Shopify user 7$/), state: { label: "Under way" }, mayCancel: true, refreshMs: 1_500,
      progress: { percent: 66, text: "2 of 3 orders done" }, counts: [{ label: "Up to date", value: "2" }, { label: "Still to come", value: "1" }],
    });
  });

  test("says why it stands still, until it has ended", () => {
    expect([view({ state: "finding" }).notice, view().notice, view({ state: "done" }).notice]).toEqual(["paused", "paused", null]);
  });

  test("says how far Shopify is while it gathers a long range, of which nothing is found yet", () => {
    expect(view({ state: "finding", found: 0, gathered: 4_000 }).progress).toEqual({ percent: null, text: "Shopify has gathered 4,000 orders so far" });
    expect(view({ state: "finding", found: 250, gathered: 4_000 }).progress).toEqual({ percent: null, text: "250 orders found so far; still looking" });
  });

  test("promises no end while orders are still being found", () => {
    expect(view({ state: "finding", found: 0 }).progress).toEqual({ percent: null, text: "Finding orders …" });
    expect(view({ state: "finding", found: 1_200 }).progress).toEqual({ percent: null, text: "1,200 orders found so far; still looking" });
  });

  test.each(["done", "cancelled", "failed"] as const)("once %s it looks no more and cannot be cancelled", (state) => {
    expect(view({ state })).toMatchObject({ mayCancel: false, refreshMs: null });
  });

  test("names numbers, terms, numbers not found and the failure", () => {
    const shown = view({ ask: { selection: { kind: "numbers", numbers: ["1001", "1002"] }, statuses: ["paid"], anyway: true }, notFound: ["1002"], failure: "Shopify does not answer." });
    expect([shown.title, shown.notFound, shown.failure]).toEqual(["#1001, #1002 · statuses: Paid · sync anyway", "No order of this shop has: #1002.", "Shopify does not answer."]);
  });

  test("lists each order with its result, its reason and what was written", () => {
    const [posted, skipped, left] = view({}, [{}, { state: "skipped", reason: "Not synced: it is a test order.", writes: [] }, { state: "left" }]).orders;
    expect(posted).toMatchObject({ url: "/app/orders/6001", name: "#1001", cells: [{}, { badge: { label: "Up to date" }, text: "" }, { text: "Payment created, Sales order 1001 closed" }] });
    expect(skipped?.cells.slice(1)).toEqual([{ badge: { label: "Not synced", tone: "new" }, text: "It is a test order." }, { text: "Nothing written" }]);
    expect(left?.cells[1]?.badge?.label).toContain("cancelled");
  });

  test("is paged by positions", () => {
    expect(view({}, [{}], 200, 100)).toMatchObject({ firstUrl: `/app/sync/${RUN.id}`, moreUrl: `/app/sync/${RUN.id}?after=200` });
  });
});

describe("the file", () => {
  test("has every page's orders", async () => {
    const pages = new Map<number | null, { rows: RunOrderRow[]; next: number | null }>([[null, { rows: [ROW], next: 1 }], [1, { rows: [{ ...ROW, name: "#1002", writes: [] }], next: null }]]);
    let text = "";
    for await (const part of runCsv({ runOrders: (_runId, after) => Promise.resolve(pages.get(after) ?? { rows: [], next: null }) }, RUN.id)) text += part;
    expect(text.split("\r\n")).toEqual([
      '\uFEFF"Order","Placed","Result","Reason","Written to QuickBooks","Settled"',
      '"#1001","2026-11-02T15:00:00Z","Up to date","","Payment created, Sales order 1001 closed","2026-11-02T15:00:00Z"',
      '"#1002","2026-11-02T15:00:00Z","Up to date","","","2026-11-02T15:00:00Z"', "",
    ]);
  });

  test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r1"])("never hands %j to a spreadsheet as a formula", (text) => {
    expect(csvCell(text)).toBe(`"'${text}"`);
  });

  test("keeps quotes and commas within their cell", () => {
    expect(csvCell('a "b", c')).toBe('"a ""b"", c"');
  });
});
