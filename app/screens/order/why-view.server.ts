/** Why each document exists or does not, and what every rule said about the order. */
import { DOCUMENT_KINDS, type DocumentKind } from "#app/domain/documents/kind.ts";
import { rowPhrase } from "#app/domain/rules/row-phrase.ts";
import type { Rule } from "#app/domain/rules/rule.ts";
import { ruleSentence } from "#app/domain/rules/sentence.ts";
import { DOCUMENT_WORDS } from "../words.en.ts";
import type { RecordedDecision, RecordedTrace } from "./recorded.server.ts";
import type { WhyView } from "./view.ts";
import { whoDecided } from "./who-decided.server.ts";
import { WHY_WORDS as WORDS } from "./words.ts";

/** `present`: kinds the order has documents of. */
export function whyView(decision: RecordedDecision | null, present: ReadonlySet<string>, rules: readonly Rule[]): WhyView {
  if (decision === null) return { sentence: WORDS.notDecided, documents: [], rules: [] };
  const { treatment, documents, trace } = decision;
  return {
    sentence: treatment.sentence ?? null,
    documents: treatment.kind === "sync" ? DOCUMENT_KINDS.map((kind) => ({ document: DOCUMENT_WORDS[kind].one, reason: reasonFor(kind, documents[kind], present.has(kind)) })) : [],
    rules: trace.map((each) => ({ title: each.title, applied: each.outcome === "matched", outcome: outcomeOf(each, rules) })),
  };
}

function reasonFor(kind: DocumentKind, { create, because }: RecordedDecision["documents"][DocumentKind], present: boolean): string {
  const who = whoDecided(because);
  if (!create) return present ? WORDS.stays(who) : WORDS.notMade(who);
  return kind === "payment" && !present ? WORDS.madeWhenPaid(who) : WORDS.made(who);
}

/** A rule that applied is told as it reads now; the trace keeps values only of what did not hold. */
function outcomeOf({ outcome, title, failed }: RecordedTrace, rules: readonly Rule[]): string {
  switch (outcome) {
    case "matched": {
      const rule = rules.find((each) => each.title === title);
      return rule === undefined ? WORDS.matched : `${WORDS.matched} ${ruleSentence(rule)}.`;
    }
    case "not_matched":
      return failed === undefined ? "" : WORDS.notMatched(rowPhrase(failed), failed.actual);
    case "disabled":
      return WORDS.disabled;
    case "not_reached":
      return WORDS.notReached;
  }
}
