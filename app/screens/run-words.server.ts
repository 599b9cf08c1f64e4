/** A run in words: what was asked, by whom, and where it stands. */
import type { RunRow, RunState } from "#app/pipeline/ports/runs.ts";
import { counted, type Format } from "./format.server.ts";
import type { StatusView } from "./shared-views.ts";
import { ORDER_STATUS_WORDS, RUN_OUTCOME_WORDS, RUN_WORDS as WORDS } from "./words.en.ts";

const MOST_NAMED = 3;

export function askWords({ selection, statuses, anyway }: RunRow["ask"], format: Format): string {
  const terms = [...(statuses === null ? [] : [WORDS.statuses(statuses.map((status) => ORDER_STATUS_WORDS[status]).join(", "))]), ...(anyway ? [WORDS.anyway] : [])];
  return [selection.kind === "range" ? rangeWords(selection, format) : numbersWords(selection.numbers, format), ...terms].join(" · ");
}

const rangeWords = ({ from, to }: { from: string; to: string }, format: Format): string => (from === to ? WORDS.day(format.day(from)) : WORDS.range(format.day(from), format.day(to)));

function numbersWords(numbers: readonly string[], format: Format): string {
  if (numbers.length > MOST_NAMED) return counted(format, numbers.length, "order number");
  return numbers.map((number) => `#${number}`).join(", ");
}

/** Shopify tells an app the id of a person, not the name. */
export const byWords = ({ askedBy, createdAt }: Pick<RunRow, "askedBy" | "createdAt">, format: Format): string => WORDS.asked(format.time(createdAt), askedBy);

const STATES = { finding: WORDS.finding, working: WORDS.working, done: WORDS.done, cancelled: WORDS.cancelled, failed: WORDS.failed } as const satisfies Record<RunState, StatusView>;
export const runBadge = (state: RunState): StatusView => STATES[state];

/** Only what there is, such as `3 up to date, 1 needs you`. */
export function countWords(counts: RunRow["counts"], format: Format): { label: string; value: string }[] {
  return OUTCOMES.filter((outcome) => counts[outcome] > 0).map((outcome) => ({ label: RUN_OUTCOME_WORDS[outcome].label, value: format.count(counts[outcome]) }));
}

const OUTCOMES = ["posted", "attention", "held", "skipped", "undone", "waiting", "left"] as const satisfies (keyof RunRow["counts"])[];
