/** What is different between two outcomes of one order. Pure. */
import type { DocumentKind } from "../documents/kind.ts";
import type { Issue } from "../issues/issue.ts";
import { isZero, type Money, negate, subtract, zero } from "../money/money.ts";
import type { Outcome } from "./outcome.ts";

/** `document`: null where it is about the order as a whole. A document that is new or gone is told as one fact named `document`. */
export type FactChange = { document: DocumentKind | null; name: string; before: string | null; after: string | null };

export type OutcomeDifference = { changes: FactChange[]; newProblems: Issue[]; moved: { account: string; amount: Money }[] };

export function compareOutcomes(before: Outcome, after: Outcome): OutcomeDifference {
  return { changes: [...treatmentChange(before, after), ...documentChanges(before, after)], newProblems: newProblems(before, after), moved: movedBetween(before, after) };
}

const treatmentChange = (before: Outcome, after: Outcome): FactChange[] =>
  before.notSynced === after.notSynced ? [] : [{ document: null, name: "treatment", before: before.notSynced, after: after.notSynced }];

function documentChanges(before: Outcome, after: Outcome): FactChange[] {
  const keys = new Set([...before.documents.keys(), ...after.documents.keys()]);
  return [...keys].flatMap((key): FactChange[] => {
    const was = before.documents.get(key);
    const is = after.documents.get(key);
    const document = was?.kind ?? is?.kind ?? null;
    if (!was || !is) return [{ document, name: "document", before: was ? summaryOf(was.facts) : null, after: is ? summaryOf(is.facts) : null }];
    const names = new Set([...was.facts.keys(), ...is.facts.keys()]);
    return [...names].flatMap((name) => {
      const [old, now] = [was.facts.get(name) ?? "", is.facts.get(name) ?? ""];
      return old === now ? [] : [{ document, name, before: old, after: now }];
    });
  });
}

const summaryOf = (facts: ReadonlyMap<string, string>): string => ["number", "total"].map((name) => facts.get(name) ?? "").filter((text) => text !== "").join(" · ");

function newProblems(before: Outcome, after: Outcome): Issue[] {
  const known = new Set(before.issues.map(({ code, cause }) => `${code}/${cause}`));
  return after.issues.filter(({ code, cause }) => !known.has(`${code}/${cause}`));
}

function movedBetween(before: Outcome, after: Outcome): OutcomeDifference["moved"] {
  const keys = new Set([...before.accounts.keys(), ...after.accounts.keys()]);
  return [...keys].flatMap((key) => {
    const was = before.accounts.get(key);
    const is = after.accounts.get(key);
    const known = is ?? was;
    if (!known) return [];
    const amount = is ? subtract(is.amount, was?.amount ?? zero(is.amount.currency)) : negate(was?.amount ?? zero(known.amount.currency));
    return isZero(amount) ? [] : [{ account: known.account, amount }];
  });
}
