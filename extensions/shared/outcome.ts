/** What became of a resync of one order, told from how it stood before and how it stands now. */
import type { Answer, Order } from "./answer.ts";
import { changesSince } from "./changes-since.ts";
import { WORDS } from "./words.ts";

export type Outcome = {
  orderId: string;
  name: string;
  kind: "working" | "noted" | "changed" | "same" | "issue" | "unknown";
  sentence: string;
  /** What was written to the books, in the order it was done. */
  changes: string[];
};

/** One per order asked for, in that order. */
export function outcomesOf(before: Answer, now: Answer): Outcome[] {
  const orders = before.orders.map((earlier): Outcome => outcomeOf(earlier, now.orders.find(({ orderId }) => orderId === earlier.orderId) ?? earlier, now.notice !== null));
  return [...orders, ...before.unknown.map(({ orderId, sentence }): Outcome => ({ orderId, name: "", kind: "unknown", sentence, changes: [] }))];
}

function outcomeOf(before: Order, now: Order, isPaused: boolean): Outcome {
  const changes = changesSince(before.happened, now.happened).map(({ sentence }) => sentence).reverse();
  const told = (kind: Outcome["kind"], sentence: string): Outcome => ({ orderId: now.orderId, name: now.name, kind, sentence, changes });
  if (isPaused) return told("noted", WORDS.noted);
  if (now.checking) return told("working", WORDS.working);
  const [issue] = now.issues;
  if (issue) return told("issue", `${issue.sentence} ${issue.remedy}`);
  if (changes.length > 0) return told("changed", WORDS.done);
  // A rule holds it until a person has looked.
  if (now.state.tone === "attention") return told("issue", [`${now.state.label}.`, now.reason].filter(Boolean).join(" "));
  // Waiting for a retry or left out by a rule is no "everything is there".
  return told("same", now.state.tone === "success" ? WORDS.upToDate : [`${WORDS.nothingToDo}: ${now.state.label}.`, now.reason].filter(Boolean).join(" "));
}

/** `2 changed, 1 nothing to do`; only what there is. */
export function summaryOf(outcomes: readonly Outcome[]): string {
  const kinds = ["changed", "same", "issue", "noted", "unknown", "working"] as const;
  return kinds.flatMap((kind) => {
    const count = outcomes.filter((outcome) => outcome.kind === kind).length;
    return count === 0 ? [] : [`${count} ${WORDS.summary[kind]}`];
  }).join(", ");
}
