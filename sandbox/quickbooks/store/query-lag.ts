/** What a query sees: the rows as they were a moment ago, where the company's queries lag behind its writes (05, 1.13). Reads by id must never come here. */
import { Temporal } from "temporal-polyfill";
import type { Books, RecentWrite } from "../company/state.ts";
import { assign, nextNumber } from "../company/state.ts";
import type { JsonObject } from "../wire/json.ts";
import { idOf } from "../wire/json.ts";

/** Keeps a row as it was before a write, for as long as queries may still show it. What set the company up was there from the beginning. */
export function rememberForQueries(books: Books, entity: string, id: string, before: JsonObject | undefined): void {
  const { switches, recentWrites } = books.state;
  if (switches.queryLagMs === 0 || books.by === "setup") return;
  for (const [key, write] of Object.entries(recentWrites)) if (!isRecent(books, write)) assign(books, recentWrites, key, undefined);
  const key = String(nextNumber(books, "RecentWrite", 1));
  assign(books, recentWrites, key, { at: books.now.toString(), entity, id, before: before ?? null });
}

/** `rows` without what was written since the lag began: new rows are missing, changed ones old, deleted ones still there. */
export function asQueriesSee(books: Books, entity: string, rows: JsonObject[]): JsonObject[] {
  const hidden = Object.values(books.state.recentWrites).filter((write) => write.entity === entity && isRecent(books, write));
  if (hidden.length === 0) return rows;
  const seen = new Map(rows.map((row) => [idOf(row), row]));
  for (const { id, before } of hidden.reverse()) {
    if (before) seen.set(id, before);
    else seen.delete(id);
  }
  return [...seen.values()];
}

function isRecent({ state, now }: Books, { at }: RecentWrite): boolean {
  return now.since(Temporal.Instant.from(at)).total("milliseconds") < state.switches.queryLagMs;
}
