/** Turns a run and a page of its orders into its page's view model. */
import type { RunOrderRow, RunRow } from "#app/pipeline/ports/runs.ts";
import type { ConnectionNotice } from "../connection-notice.server.ts";
import { counted, type Format } from "../format.server.ts";
import { orderPath } from "../order-path.server.ts";
import { reasonBeside } from "../order-state.server.ts";
import { askWords, byWords, countWords, runBadge } from "../run-words.server.ts";
import { RUN_OUTCOME_WORDS } from "../words.en.ts";
import { runPath } from "../run-path.server.ts";
import type { FoundRunView } from "./view.ts";
import { RUN_PAGE_WORDS as WORDS } from "./words.ts";
import { writtenWords } from "./written-words.server.ts";

const REFRESH_MS = 1_500;

export type RunQuestion = { notice: ConnectionNotice; run: RunRow; page: { rows: RunOrderRow[]; next: number | null }; after: number | null; format: Format };

export function runView({ notice, run, page, after, format }: RunQuestion): FoundRunView {
  const underWay = run.state === "finding" || run.state === "working";
  return {
    exists: true,
    notice: underWay ? notice : null,
    title: askWords(run.ask, format),
    subtitle: byWords(run, format),
    state: runBadge(run.state),
    progress: progressOf(run, format),
    counts: countWords(run.counts, format),
    failure: run.failure,
    notFound: run.notFound.length === 0 ? null : WORDS.notFound(run.notFound.map((number) => `#${number}`).join(", ")),
    orders: page.rows.map((row) => orderLine(row, format)),
    empty: page.rows.length > 0 ? null : run.state === "finding" ? WORDS.noOrders.finding : WORDS.noOrders.none,
    firstUrl: after === null ? null : runPath(run.id),
    moreUrl: page.next === null ? null : `${runPath(run.id)}?after=${page.next}`,
    csvUrl: `${runPath(run.id)}/csv`,
    csvName: `tieout-run-${run.createdAt.toString().slice(0, 10)}.csv`,
    mayCancel: underWay,
    refreshMs: underWay ? REFRESH_MS : null,
  };
}

/** While orders are still being found the bar must not promise an end. */
function progressOf({ state, found, gathered, counts }: RunRow, format: Format): FoundRunView["progress"] {
  if (state === "finding" && found === 0 && gathered > 0) return { percent: null, text: WORDS.gathering(counted(format, gathered, "order")) };
  if (state === "finding" && found === 0) return { percent: null, text: WORDS.looking };
  if (state === "finding") return { percent: null, text: WORDS.finding(counted(format, found, "order")) };
  const done = found - counts.waiting;
  const percent = found === 0 ? 100 : Math.floor((done / found) * 100);
  return { percent, text: WORDS.settled(format.count(done), counted(format, found, "order")) };
}

function orderLine(row: RunOrderRow, format: Format): FoundRunView["orders"][number] {
  const badge = RUN_OUTCOME_WORDS[row.state];
  const reason = row.state === "left" ? null : reasonBeside({ reason: row.reason, state: row.state }, badge);
  const written = row.writes.map(writtenWords).join(", ");
  return {
    key: row.orderId, url: orderPath(row.orderId), name: row.name,
    cells: [{ text: format.time(row.placedAt) }, { badge, text: reason ?? "" }, { text: written === "" ? WORDS.noWrites : written }],
  };
}
