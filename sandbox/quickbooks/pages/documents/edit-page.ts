/** `…/documents/{Entity}/{Id}/edit`: the form a bookkeeper changes a document with. */
import type { Books } from "../../company/state.ts";
import { preferenceOf } from "../../company/preferences.ts";
import { listRows } from "../../store/rows.ts";
import { idOf, textOf } from "../../wire/json.ts";
import { html } from "../html/html.ts";
import type { Html } from "../html/html.ts";
import type { Notice } from "../html/notice.ts";
import type { PageView } from "../page-view.ts";
import type { DocumentSummary } from "./document-summary.ts";
import { documentAddress } from "./document-summary.ts";
import { editLines } from "./edit-lines.ts";
import type { EditValues } from "./edit-values.ts";

export type Choice = { value: string; label: string };

/** What a person may set an estimate to in QuickBooks. */
const ESTIMATE_STATUSES = ["Pending", "Accepted", "Closed", "Rejected"];

export function editPage(books: Books, document: DocumentSummary, values: EditValues, notice?: Notice): PageView {
  const address = documentAddress(books, document.entity, document.id);
  const isPayment = document.row.UnappliedAmt !== undefined;
  return {
    section: "documents",
    title: `Edit ${document.title.charAt(0).toLowerCase()}${document.title.slice(1)}`,
    notice,
    body: html`<p>For ${document.party?.name ?? "no customer"}. The app is not asked: it sees the change when it looks at this document again.</p>
<form method="post" action="${address}/edit" class="paper edit"><input type="hidden" name="syncToken" value="${values.syncToken}">
<div class="fields">${field("date", "Date", "date", values.date)}
${field("number", isPayment ? "Reference number" : "Number", "text", values.number, 21)}
${isPayment ? paymentFields(books, values) : salesFields(books, document, values)}</div>
${editLines(books, document, values)}
<div class="fields">${!isPayment && area("message", "Message to the customer", values.message, 1000)}${area("memo", "Memo, for the books only", values.memo, 4000)}</div>
<div class="row end"><a class="button" href="${address}">Cancel</a><button class="button primary">Save</button></div></form>`,
    status: notice?.tone === "refused" ? 400 : 200,
  };
}

function salesFields(books: Books, document: DocumentSummary, values: EditValues): Html {
  const isByClass = preferenceOf(books, "AccountingInfoPrefs.ClassTrackingPerTxn") === true;
  const statuses = [...new Set([...ESTIMATE_STATUSES, values.status])].map((value) => ({ value, label: value }));
  return html`${document.entity === "Estimate" && select("status", "Status", statuses, values.status)}
${isByClass && select("classId", "Class", [{ value: "", label: "None" }, ...choices(books, "Class")], values.classId)}
${values.tax !== "" && field("tax", "Sales tax", "text", values.tax, 15, "It does not follow the lines.")}`;
}

function paymentFields(books: Books, values: EditValues): Html {
  const accounts = choices(books, "Account", ["Bank", "Other Current Asset"]);
  return html`${field("total", "Amount received", "text", values.total, 15)}${select("depositTo", "Deposit to", accounts, values.depositTo)}`;
}

function choices(books: Books, entity: string, types?: readonly string[]): Choice[] {
  const rows = listRows(books, entity).filter((row) => row.Active !== false && (types?.includes(textOf(row, "AccountType") ?? "") ?? true));
  return rows.map((row) => ({ value: idOf(row), label: textOf(row, "FullyQualifiedName") ?? textOf(row, "Name") ?? idOf(row) }));
}

function field(name: string, label: string, type: "text" | "date", value: string, max?: number, hint?: string): Html {
  const limits = max === undefined ? html` required` : html` maxlength="${max}"`;
  return html`<label>${label}<input name="${name}" type="${type}" value="${value}"${limits}>${hint !== undefined && html`<small>${hint}</small>`}</label>`;
}

function area(name: string, label: string, value: string, max: number): Html {
  return html`<label>${label}<textarea name="${name}" rows="3" maxlength="${max}">${value}</textarea></label>`;
}

function select(name: string, label: string, options: readonly Choice[], chosen: string): Html {
  const option = ({ value, label: text }: Choice): Html => html`<option value="${value}"${value === chosen && html` selected`}>${text}</option>`;
  return html`<label>${label}<select name="${name}">${options.map(option)}</select></label>`;
}
