/** A run's orders as CSV, page after page, so that no run is ever held whole. No cell can become a formula in a spreadsheet. */
import type { ShopDesk } from "#app/pipeline/ports/shop-desk.ts";
import type { RunOrderRow } from "#app/pipeline/ports/runs.ts";
import { csvLine } from "../csv.server.ts";
import { RUN_OUTCOME_WORDS } from "../words.en.ts";
import { RUN_PAGE_WORDS } from "./words.ts";
import { writtenWords } from "./written-words.server.ts";

export async function* runCsv(desk: Pick<ShopDesk, "runOrders">, runId: string): AsyncGenerator<string> {
  // Spreadsheets take a file without the mark for one of another encoding.
  yield `\uFEFF${csvLine(RUN_PAGE_WORDS.csvColumns)}`;
  let after: number | null = null;
  do {
    const page = await desk.runOrders(runId, after);
    yield page.rows.map((row) => csvLine(cellsOf(row))).join("");
    after = page.next;
  } while (after !== null);
}

const cellsOf = ({ name, placedAt, state, reason, writes, settledAt }: RunOrderRow): string[] => [
  name, placedAt.toString(), RUN_OUTCOME_WORDS[state].label, reason ?? "", writes.map(writtenWords).join(", "), settledAt?.toString() ?? "",
];
