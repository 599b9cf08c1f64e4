/** Turns a page of runs into the list's view model. */
import type { RunRow } from "#app/pipeline/ports/runs.ts";
import type { Page } from "#app/pipeline/ports/shop-desk.ts";
import type { Format } from "../format.server.ts";
import { runPath } from "../run-path.server.ts";
import { askWords, byWords, countWords, runBadge } from "../run-words.server.ts";
import type { ActivityView } from "./view.ts";

const REFRESH_MS = 2_000;

export function activityView({ rows, next, previous }: Page<RunRow>, format: Format): ActivityView {
  return {
    runs: rows.map((run) => ({
      key: run.id, url: runPath(run.id), name: byWords(run, format),
      cells: [{ text: askWords(run.ask, format) }, { badge: runBadge(run.state), text: "" }, { text: run.failure ?? countWords(run.counts, format).map(({ label, value }) => `${label}: ${value}`).join(" · ") }],
    })),
    newerUrl: pageUrl(previous),
    olderUrl: pageUrl(next),
    refreshMs: rows.some(({ state }) => state === "finding" || state === "working") ? REFRESH_MS : null,
  };
}

const pageUrl = (cursor: string | null): string | null => (cursor === null ? null : `/app/activity?${new URLSearchParams({ page: cursor }).toString()}`);
