/** What holds of every plan, whatever the order: checked for each step of each story and of each random life. */
import { refKey } from "#app/domain/documents/kind.ts";
import { legsBalance } from "#app/domain/documents/leg.ts";
import { type PlannedDocument, unappliedOf } from "#app/domain/documents/document.ts";
import { equals, formatMoney, isNegative, isZero, type Money, negate, sum, zero } from "#app/domain/money/money.ts";
import { aspectsOf } from "#app/domain/plan/aspects.ts";
import { diff } from "#app/domain/plan/diff.ts";
import type { PostedDocument } from "#app/domain/plan/operation.ts";
import { balances, coveredOf } from "./journal.ts";
import type { Told } from "./tell.ts";

/** One sentence per thing that does not hold; a plan that waits on an issue sends nothing and is not looked at. */
export function unsound({ order, plan, decision }: Told): string[] {
  if (decision.treatment.kind !== "sync" || plan.issues.length > 0) return [];
  const { documents, proof } = plan;
  const wrong: string[] = [];
  const claim = (holds: boolean, sentence: string): void => {
    if (!holds) wrong.push(sentence);
  };
  const text = (amount: Money): string => formatMoney(amount);
  for (const document of documents) {
    claim(legsBalance(document.legs), `${refKey(document)} does not balance`);
    claim(!isNegative(document.total), `${refKey(document)} comes to ${text(document.total)}`);
    if (document.number !== null) claim(document.number.length <= 21, `${document.number} is too long`);
    if (document.kind === "payment") claim(!isNegative(unappliedOf(document)), `${refKey(document)} covers more than it has`);
    else if (document.kind === "invoice" || document.kind === "credit_memo" || document.kind === "customer_refund") claim(!isNegative(coveredOf(document, documents)), `${refKey(document)} is covered beyond its total`);
    if (document.kind === "customer_refund") claim(isZero(coveredOf(document, documents)), `${refKey(document)} is not covered by ${text(coveredOf(document, documents))}`);
  }
  const numbers = documents.map(({ kind, number }) => (number === null ? null : `${kind} ${number}`)).filter((number) => number !== null);
  claim(new Set(numbers).size === numbers.length, `numbers are used twice: ${numbers.join(", ")}`);
  for (const [name, side] of [["income", proof.income], ["money", proof.money]] as const) claim(isZero(side.difference), `${name} differs by ${text(side.difference)}`);
  const trial = balances(documents, order.currency);
  claim(isZero(sum(order.currency, [...trial.values()])), "the trial balance does not come to 0");
  const posted = documents.map((document, index): PostedDocument => ({
    postingId: String(index), kind: document.kind, part: document.part, revision: 0, ledgerId: String(index), syncToken: "0", number: document.number, date: document.date, total: document.total, aspects: aspectsOf(document),
  }));
  claim(diff({ planned: documents, posted, undone: [], askedByPerson: false }).operations.length === 0, "what was just applied is not up to date");
  const receivable = trial.get("Accounts Receivable");
  const open = sum(order.currency, documents.map((document) => openOf(document, documents)));
  claim(receivable === undefined ? isZero(open) : equals(receivable, open), `receivables are ${receivable ? text(receivable) : "0"}, but ${text(open)} is open`);
  return wrong.map((sentence) => `${order.name}: ${sentence}`);
}

/** What a document leaves on receivables: what is owed of it, or as a negative amount what the customer has for it. */
function openOf(document: PlannedDocument, all: readonly PlannedDocument[]): Money {
  switch (document.kind) {
    case "invoice":
    case "customer_refund":
      return coveredOf(document, all);
    case "credit_memo":
      return negate(coveredOf(document, all));
    case "payment":
      // A payment of 0 spends as much as it covers.
      return negate(unappliedOf(document));
    case "sales_order":
    case "purchase_order":
    case "sales_receipt":
    case "refund_receipt":
    case "chargeback":
    case "chargeback_reversal":
      return zero(document.currency);
  }
}
