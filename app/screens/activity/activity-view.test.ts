import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import type { RunRow } from "#app/pipeline/ports/runs.ts";
import { formatFor } from "../format.server.ts";
import { activityView } from "./activity-view.server.ts";

const US = formatFor({ country: "US", timeZone: "America/New_York" });
const RUN: RunRow = {
  id: "0d6e0b0c-2f6e-4f0a-9a3c-000000000001", ask: { selection: { kind: "range", from: "2026-11-01", to: "2026-11-07" }, statuses: null, anyway: false }, state: "working",
  counts: { posted: 2, waiting: 1, skipped: 0, held: 0, attention: 0, undone: 0, left: 0 }, found: 3, gathered: 0, notFound: [], failure: null, askedBy: "7", createdAt: Temporal.Instant.from("2026-11-02T15:00:00Z"), finishedAt: null,
};

test("the list of runs says who, when, what and how it ended, and looks again while one is under way", () => {
  const list = activityView({ rows: [RUN], next: "n", previous: null }, US);
  expect(list).toMatchObject({ olderUrl: "/app/activity?page=n", newerUrl: null, refreshMs: 2_000 });
  expect(list.runs[0]).toMatchObject({ url: `/app/sync/${RUN.id}`, cells: [{ text: "Orders placed Nov 1, 2026 to Nov 7, 2026" }, { badge: { label: "Under way" } }, { text: "Up to date: 2 · Still to come: 1" }] });
  expect(activityView({ rows: [{ ...RUN, state: "done" }], next: null, previous: null }, US).refreshMs).toBeNull();
});
