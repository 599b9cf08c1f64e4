/** Closed books: nothing that posts may change on or before the closing date (6210). */
import type { Books } from "../company/state.ts";
import { preferenceOf } from "../company/preferences.ts";
import type { EntityDefinition } from "../entities/definition.ts";
import type { JsonObject } from "../wire/json.ts";
import { textOf, without } from "../wire/json.ts";
import { periodClosed } from "../wire/refusals.ts";

/** What an update that only applies a payment may change. */
const APPLICATION_PROPERTIES = ["Line", "UnappliedAmt", "SyncToken", "MetaData", "sparse"];

/** Both the date a transaction had and the one it shall have count. */
export function requireOpenPeriod(
  books: Books,
  definition: EntityDefinition,
  after: JsonObject | undefined,
  before: JsonObject | undefined,
): void {
  const closeDate = preferenceOf(books, "AccountingInfoPrefs.BookCloseDate");
  if (definition.kind !== "transaction" || typeof closeDate !== "string") return;
  if (!definition.postings && !books.state.switches.closedPeriodCoversNonPosting) return;
  if (books.state.switches.closedPeriodAllowsApplying && after && before && onlyApplies(after, before)) return;
  for (const row of [before, after]) {
    const date = row && textOf(row, "TxnDate");
    if (date !== undefined && date <= closeDate) throw periodClosed();
  }
}

function onlyApplies(after: JsonObject, before: JsonObject): boolean {
  const rest = (row: JsonObject): string =>
    JSON.stringify(Object.entries(without(row, APPLICATION_PROPERTIES)).sort(([a], [b]) => (a < b ? -1 : 1)));
  return "UnappliedAmt" in after && rest(after) === rest(before);
}
