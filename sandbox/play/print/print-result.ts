/** A play's result as a bookkeeper reads it: each order's chain of documents, its proof, the trial balance, and what did not hold. */
import { amountText } from "../result/amount.ts";
import { signedBalance } from "../expectations/trial-balance.ts";
import { isLive, type PlayResult, type ResultDocument, type ResultLink, type ResultOrder, type TrialBalanceRow } from "../result/result.ts";
import { proofHolds } from "../result/proof.ts";
import { type Paint, table } from "./table.ts";

const KIND_NAMES: Readonly<Record<string, string>> = {
  chargeback: "Chargeback expense", chargeback_reversal: "Chargeback reversal",
  sales_order: "Sales order", invoice: "Invoice", payment: "Payment", sales_receipt: "Sales receipt",
  credit_memo: "Credit memo", refund_receipt: "Refund receipt", customer_refund: "Customer refund", purchase_order: "Purchase order",
};

export function resultText(result: PlayResult, paint: Paint): string {
  return [
    paint.bold(result.name),
    ...result.orders.flatMap((order) => ["", ...orderText(order, paint)]),
    "",
    ...trialBalanceText(result.trialBalance, paint),
    "",
    `Webhooks: ${result.webhooks.received} received, ${result.webhooks.applied} applied, ${result.webhooks.superseded} superseded, ${result.webhooks.duplicate} duplicate, ${result.webhooks.parked} parked`,
    `${(result.timings.wallMs / 1000).toFixed(1)} s, ${result.timings.quickbooksCalls} QuickBooks calls, ${result.timings.shopifyCalls} Shopify calls`,
    ...verdictText(result, paint),
  ].join("\n");
}

function orderText(order: ResultOrder, paint: Paint): string[] {
  const reason = order.reason === undefined ? "" : ` (${order.reason})`;
  const rows = order.documents.map((document) => documentCells(document, order.documents));
  const documents = rows.length === 0 ? ["no documents"] : table(DOCUMENT_COLUMNS, rows);
  return [
    `${paint.bold(order.name)}  ${order.status}, ${order.state}${reason}`,
    ...documents.map((line) => `  ${line}`),
    `  ${proofText(order, paint)}`,
    ...order.issues.map((issue) => `  ${paint.bad(issue.code)} ${issue.sentence} ${issue.remedy}`),
  ];
}

const DOCUMENT_COLUMNS = [
  { title: "Document", align: "left" },
  { title: "Number", align: "left" },
  { title: "Date", align: "left" },
  { title: "Total", align: "right" },
  { title: "Open", align: "right" },
  { title: "Status", align: "left" },
  { title: "Linked to", align: "left" },
] as const;

function documentCells(document: ResultDocument, all: readonly ResultDocument[]): string[] {
  const links = document.links.map((link) => linkText(link, all)).join(", ");
  const status = document.status.replaceAll("_", " ");
  return [nameOf(document.kind), document.docNumber ?? "", document.date, document.total, document.balance ?? "", isLive(document) ? status : `(${status})`, links];
}

function linkText(link: ResultLink, all: readonly ResultDocument[]): string {
  const target = all.find((document) => document.kind === link.kind && document.id === link.id);
  return `${nameOf(link.kind).toLowerCase()} ${target?.docNumber ?? link.id}`;
}

const nameOf = (kind: string): string => KIND_NAMES[kind] ?? kind;

function proofText({ proof }: ResultOrder, paint: Paint): string {
  if (proof === null) return paint.dim("Proof: nothing to prove");
  const figures = `shop ${proof.shop}, books ${proof.books}, difference ${proof.difference}`;
  return proofHolds(proof) ? paint.good(`Proof: ${figures}`) : paint.bad(`Proof: ${figures}`);
}

function trialBalanceText(rows: readonly TrialBalanceRow[], paint: Paint): string[] {
  if (rows.length === 0) return [paint.bold("Trial balance"), "  nothing is posted"];
  const sumOf = (side: 1n | -1n): bigint => rows.map(signedBalance).reduce((total, balance) => (balance * side > 0n ? total + balance * side : total), 0n);
  const lines = table(
    [{ title: "Account", align: "left" }, { title: "Type", align: "left" }, { title: "Debit", align: "right" }, { title: "Credit", align: "right" }],
    [...rows.map((row) => [row.account, row.type, blankZero(row.debit), blankZero(row.credit)]), ["Total", "", amountText(sumOf(1n)), amountText(sumOf(-1n))]],
  );
  return [paint.bold("Trial balance"), ...lines.map((line) => `  ${line}`)];
}

const blankZero = (amount: string): string => (/[1-9]/.test(amount) ? amount : "");

function verdictText({ failures, orders }: PlayResult, paint: Paint): string[] {
  const named = orders.filter((order) => order.issues.length > 0).length;
  if (failures.length === 0 && named > 0) return [paint.good(`Everything holds; ${named} ${named === 1 ? "order waits" : "orders wait"} on an issue that says why.`)];
  if (failures.length === 0) return [paint.good("Everything holds.")];
  return ["", paint.bad(`${failures.length} ${failures.length === 1 ? "thing does" : "things do"} not hold:`), ...failures.map(({ place, sentence }) => `  ${place}: ${sentence}`)];
}
