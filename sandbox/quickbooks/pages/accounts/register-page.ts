/** `/company/{realm}/accounts/{Id}`: everything that was booked on one account, with the balance after each entry. */
import type { Books } from "../../company/state.ts";
import { findRow } from "../../store/rows.ts";
import { textOf } from "../../wire/json.ts";
import type { DocumentSummary } from "../documents/document-summary.ts";
import { documentAddress, summaryOf } from "../documents/document-summary.ts";
import { readableDate } from "../html/dates.ts";
import { html } from "../html/html.ts";
import { ledgerAmount, money } from "../html/money.ts";
import { pageOf, pager } from "../html/pager.ts";
import { table } from "../html/table.ts";
import type { Row } from "../html/table.ts";
import type { PageView } from "../page-view.ts";

type Entry = { entity: string; id: string; minor: bigint; balance: bigint };

export function registerPage(books: Books, accountId: string, url: URL): PageView | undefined {
  const account = findRow(books, "Account", accountId);
  if (!account) return undefined;
  const page = pageOf(entriesOf(books, accountId).reverse(), url);
  return {
    section: "accounts",
    title: textOf(account, "FullyQualifiedName") ?? accountId,
    live: true,
    before: html`<p class="hint">${textOf(account, "AccountType") ?? ""} · newest first · the balance is debits less credits</p>`,
    body: html`${table({
      caption: "Register",
      columns: [
        { title: "Date", kind: "date" },
        { title: "Document" },
        { title: "Customer", kind: "main" },
        { title: "Debit", kind: "number" },
        { title: "Credit", kind: "number" },
        { title: "Balance", kind: "number" },
      ],
      rows: page.items.flatMap(({ entity, id, minor, balance }) => rowOf(books, summaryOf(books, entity, id), minor, balance)),
      empty: html`<p>Nothing was booked on this account yet.</p>`,
    })}${pager(page, url)}`,
  };
}

function rowOf(books: Books, document: DocumentSummary | undefined, minor: bigint, balance: bigint): Row[] {
  if (!document) return [];
  const cells = [
    readableDate(document.date),
    html`<a href="${documentAddress(books, document.entity, document.id)}">${document.title}</a>`,
    document.party?.name ?? "",
    minor > 0n && ledgerAmount(books, minor),
    minor < 0n && ledgerAmount(books, -minor),
    money(books, balance),
  ];
  return [{ key: `${document.entity}:${document.id}`, cells }];
}

/** One entry per document, oldest first by date and then by id. */
function entriesOf(books: Books, accountId: string): Entry[] {
  const booked = Object.entries(books.state.ledger.entries).flatMap(([key, postings]) => {
    const own = postings.filter((posting) => posting.accountId === accountId);
    if (own.length === 0) return [];
    const [entity = "", id = ""] = key.split(":");
    const date = textOf(findRow(books, entity, id) ?? {}, "TxnDate") ?? "";
    return [{ entity, id, date, minor: own.reduce((sum, { minor }) => sum + BigInt(minor), 0n) }];
  });
  const sorted = booked.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : Number(a.id) - Number(b.id)));
  let balance = 0n;
  return sorted.map(({ entity, id, minor }) => ({ entity, id, minor, balance: (balance += minor) }));
}
