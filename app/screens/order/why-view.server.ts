/** Why each document exists or does not, and what every rule said about the order. */
import { DOCUMENT_KINDS, type DocumentKind } from "#app/domain/documents/kind.ts";
import { dropShips } from "#app/domain/decision/drop-ships.ts";
import { NO_VALUE } from "#app/domain/rules/fields/field.ts";
import { rowPhrase } from "#app/domain/rules/row-phrase.ts";
import type { Rule } from "#app/domain/rules/rule.ts";
import { ruleSentence } from "#app/domain/rules/sentence.ts";
import { DOCUMENT_WORDS } from "../words.en.ts";
import type { Kinds } from "./next-events.server.ts";
import type { RecordedDecision, RecordedTrace } from "./recorded.server.ts";
import { type RuleValues, ruleValues } from "./rule-values.server.ts";
import type { WhyView } from "./view.ts";
import { whoDecided } from "./who-decided.server.ts";
import { WHY_WORDS as WORDS } from "./words.ts";

export function whyView(decision: RecordedDecision | null, kinds: Kinds, rules: readonly Rule[]): Omit<WhyView, "fields"> {
  if (decision === null) return { sentence: WORDS.notDecided, documents: [], rules: [] };
  const { treatment, passed, released, documents, trace } = decision;
  const values = ruleValues(trace);
  return {
    sentence: treatment.sentence ?? (released !== undefined ? WORDS.released(released) : passed ? WORDS.followed(passed.because.name, passed.kind) : null),
    documents: treatment.kind === "sync" ? DOCUMENT_KINDS.filter((kind) => concerns(kind, documents[kind], kinds) && (kind !== "purchase_order" || kinds.present.has(kind) || dropShips(decision))).map((kind) => ({ document: DOCUMENT_WORDS[kind].one, reason: reasonFor(kind, documents[kind], kinds, values) })) : [],
    rules: trace.map((each) => ({ title: each.title, applied: each.outcome === "matched", outcome: outcomeOf(each, rules, values) })),
  };
}

const FOLLOW_A_REFUND: ReadonlySet<DocumentKind> = new Set(["credit_memo", "refund_receipt", "customer_refund"]);
/** Neither mode nor rule asks for them: the buyer's bank did. */
const FOLLOW_A_CHARGEBACK: ReadonlySet<DocumentKind> = new Set(["chargeback", "chargeback_reversal"]);

/** Invoice and sales receipt exclude each other: of the form that the mode does not use nothing need be said. What follows from a refund is told once there is one. */
function concerns(kind: DocumentKind, { create, because }: RecordedDecision["documents"][DocumentKind], { present, planned }: Kinds): boolean {
  if (FOLLOW_A_REFUND.has(kind) || FOLLOW_A_CHARGEBACK.has(kind)) return present.has(kind) || planned.has(kind);
  return kind !== "sales_receipt" || create || because.by !== "mode" || present.has(kind);
}

function reasonFor(kind: DocumentKind, { create, because }: RecordedDecision["documents"][DocumentKind], { present, planned }: Kinds, values: RuleValues): string {
  const who = whoDecided(because, values);
  if (create && FOLLOW_A_CHARGEBACK.has(kind)) return present.has(kind) ? WORDS.chargedBack : WORDS.toFollow;
  if (create && FOLLOW_A_REFUND.has(kind)) return present.has(kind) ? WORDS.refunded : WORDS.toFollow;
  if (!create) return present.has(kind) ? WORDS.stays(who) : WORDS.notMade(who);
  if (present.has(kind)) return WORDS.made(who);
  return kind === "payment" && !planned.has(kind) ? WORDS.madeWhenPaid(who) : WORDS.toBeMade(who);
}

/** A rule that applied is told as it reads now, with the values of the order that it applied by. */
function outcomeOf({ outcome, title, failed }: RecordedTrace, rules: readonly Rule[], values: RuleValues): string {
  switch (outcome) {
    case "matched": {
      const rule = rules.find((each) => each.title === title);
      const here = values.get(title);
      return [WORDS.matched, ...(rule === undefined ? [] : [`${ruleSentence(rule)}.`]), ...(here === undefined ? [] : [WORDS.here(here)])].join(" ");
    }
    case "not_matched":
      if (failed === undefined) return "";
      return failed.actual === NO_VALUE ? WORDS.noValue(rowPhrase(failed)) : WORDS.notMatched(rowPhrase(failed), failed.actual);
    case "disabled":
      return WORDS.disabled;
    case "not_reached":
      return WORDS.notReached;
  }
}
