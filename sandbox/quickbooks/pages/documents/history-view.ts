/** The audit history of a document: when it was made and changed, and by whose hand. */
import type { Actor, AuditEntry, Books } from "../../company/state.ts";
import { html } from "../html/html.ts";
import type { Html } from "../html/html.ts";
import { readableTime } from "../html/dates.ts";

const WHO: Record<Actor, string> = { app: "the app, through the API", bookkeeper: "the bookkeeper", setup: "the set-up of the company" };

const WHAT: Record<AuditEntry["what"], string> = { created: "Created", changed: "Changed", voided: "Voided", deleted: "Deleted" };

/** QuickBooks' property names, for those that a bookkeeper would not understand. */
const FIELD_WORDS: Record<string, string> = {
  TxnDate: "date",
  DocNumber: "number",
  PrivateNote: "memo",
  CustomerMemo: "message to the customer",
  Line: "lines",
  LinkedTxn: "links",
  TotalAmt: "total",
  Balance: "balance",
  UnappliedAmt: "unapplied amount",
  TxnTaxDetail: "sales tax",
  TxnStatus: "status",
  DueDate: "due date",
  ClassRef: "class",
  CustomerRef: "customer",
  DepositToAccountRef: "deposit account",
  PaymentRefNum: "reference number",
};

/** Newest first. */
export function historyView(books: Books, entity: string, id: string): Html {
  const entries = [...(books.state.audit[`${entity}:${id}`] ?? [])].reverse();
  if (entries.length === 0) return html`<div class="empty"><p>No history was kept.</p></div>`;
  const line = ({ at, by, what, fields }: AuditEntry): Html => html`<li><strong>${WHAT[what]}</strong> by ${WHO[by]}
<time datetime="${at}">${readableTime(at)}</time>${fields.length > 0 && html`<span class="fields">${fields.map((name) => FIELD_WORDS[name] ?? name).join(", ")}</span>`}</li>`;
  return html`<ol class="history">${entries.map(line)}</ol>`;
}
