/** A story as a bookkeeper reads it: the documents with their lines and legs in order of date, what covers what, the order's trial balance, and the proof. */
import { isSalesForm, type PlannedDocument, unappliedOf } from "#app/domain/documents/document.ts";
import { KIND_WORDS, refKey } from "#app/domain/documents/kind.ts";
import { add, formatMoney, isZero, type Money, negate, sum, zero } from "#app/domain/money/money.ts";
import type { Story } from "./story.ts";
import type { Told } from "./tell.ts";

export function journal(story: Story, { order, decision, plan }: Told): string {
  const { documents, proof, issues, notices } = plan;
  const head = [`# ${story.title}`, "", story.tells, "", `${order.name} is ${order.status}, worth ${text(order.totals.current)} ${order.currency}; ${text(order.totals.netPayment)} received, less what went back.`, ""];
  if (decision.treatment.kind !== "sync") return [...head, decision.treatment.sentence, ""].join("\n");
  const waits = issues.map(({ code, sentence, remedy }) => `Waits: ${code}. ${sentence} ${remedy}`);
  if (waits.length > 0) return [...head, ...waits, ""].join("\n");
  const dated = documents.toSorted((a, b) => a.date.toString().localeCompare(b.date.toString()));
  const told = [...plan.waits.map(({ code, sentence, remedy }) => `Waits meanwhile: ${code}. ${sentence} ${remedy}`), ...notices.map(({ code, sentence }) => `Told: ${code}. ${sentence}`)];
  return [
    ...head, "```", ...dated.flatMap((document) => entry(document, documents)), ...trialBalance(documents, order.currency), "",
    `income  shop ${text(proof.income.shop)}  books ${text(proof.income.books)}  difference ${text(proof.income.difference)}${leftOut(proof.income)}`,
    `money   shop ${text(proof.money.shop)}  books ${text(proof.money.books)}  difference ${text(proof.money.difference)}${leftOut(proof.money)}`,
    ...(proof.chargedBack ? [`chargebacks  ${text(proof.chargedBack)} taken and not given back, an expense beside the two`] : []),
    "```", ...(told.length > 0 ? ["", ...told] : []), "",
  ].join("\n");
}

const text = formatMoney;
const leftOut = ({ leftOut: left }: Told["plan"]["proof"]["income"]): string => (left ? `  left out ${text(left.amount)} (${left.because.by} ${left.because.name})` : "");

function entry(document: PlannedDocument, all: readonly PlannedDocument[]): string[] {
  const lines = document.kind === "purchase_order" ? document.lines.map(({ description, quantity, unitCost, amount }) => `      ${quantity} × ${description} at ${unitCost}  ${text(amount)}`) : isSalesForm(document) ? [
    ...document.lines.map(({ description, quantity, amount }) => `      ${quantity === null ? "" : `${quantity} × `}${description}  ${text(amount)}`),
    ...(isZero(document.tax) ? [] : [`      tax  ${text(document.tax)}`]),
  ] : [];
  const expenses = "expenses" in document ? document.expenses.map(({ description, amount }) => `      ${description}  ${text(amount)}`) : [];
  return [
    `${document.date.toString()}  ${KIND_WORDS[document.kind]} ${document.number ?? ("reference" in document ? document.reference : document.part)}  ${text(document.total)}${standing(document, all)}`,
    ...lines, ...expenses,
    ...document.legs.map(({ side, account, amount }) => `    ${side === "debit" ? "Dr" : "    Cr"} ${account.name}  ${text(amount)}`),
    "",
  ];
}

function standing(document: PlannedDocument, all: readonly PlannedDocument[]): string {
  const named = (ref: { kind: PlannedDocument["kind"]; part: string }): string => {
    const found = all.find((each) => refKey(each) === refKey(ref));
    return `${KIND_WORDS[ref.kind]} ${found?.number ?? ref.part}`;
  };
  switch (document.kind) {
    case "sales_order":
      return `  ${document.standing}`;
    case "invoice": {
      const open = coveredOf(document, all);
      return `  open ${text(open)}${document.salesOrder ? `, made from ${named(document.salesOrder)}` : ""}`;
    }
    case "credit_memo":
      return `  unspent ${text(coveredOf(document, all))}`;
    case "payment": {
      const covers = document.applications.map(({ to, amount }) => (to.kind === "credit_memo" ? `spends ${text(amount)} of ${named(to)}` : `covers ${text(amount)} of ${named(to)}`));
      return `  ${[...covers, ...(isZero(unappliedOf(document)) ? [] : [`${text(unappliedOf(document))} unapplied`])].join(", ")}`;
    }
    case "customer_refund":
      return isZero(coveredOf(document, all)) ? "" : `  uncovered ${text(coveredOf(document, all))}`;
    case "purchase_order":
      return `  ${document.standing}, to ${document.vendor.name}`;
    case "sales_receipt":
    case "refund_receipt":
    case "chargeback":
    case "chargeback_reversal":
      return "";
  }
}

/** What of a document no payment has covered or spent yet. */
export const coveredOf = (document: PlannedDocument, all: readonly PlannedDocument[]): Money =>
  all.flatMap((each) => (each.kind === "payment" ? each.applications : [])).filter(({ to }) => refKey(to) === refKey(document)).reduce((left, { amount }) => add(left, negate(amount)), document.total);

export function balances(documents: readonly PlannedDocument[], currency: string): Map<string, Money> {
  const accounts = new Map<string, Money>();
  for (const { account, side, amount } of documents.flatMap(({ legs }) => legs)) {
    accounts.set(account.name, add(accounts.get(account.name) ?? zero(currency), side === "debit" ? amount : negate(amount)));
  }
  return accounts;
}

function trialBalance(documents: readonly PlannedDocument[], currency: string): string[] {
  const accounts = [...balances(documents, currency)].filter(([, balance]) => !isZero(balance)).toSorted(([a], [b]) => a.localeCompare(b));
  return [...accounts.map(([name, balance]) => `${name}  ${text(balance)}`), `sum  ${text(sum(currency, accounts.map(([, balance]) => balance)))}`];
}
