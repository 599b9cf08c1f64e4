/** `/company/{realm}`: where the company stands, in a few amounts and its newest documents. */
import { customerBalances } from "./customers/customer-balances.ts";
import type { Books } from "../company/state.ts";
import { accountBalance } from "../store/ledger.ts";
import { findRow, listRows } from "../store/rows.ts";
import { idOf, textOf } from "../wire/json.ts";
import { serverDate } from "../wire/timestamps.ts";
import { amountOr0 } from "../rules/amounts.ts";
import { documentsTable } from "./documents/documents-table.ts";
import { accountLink } from "./documents/journal-view.ts";
import { listDocuments, summariesOf } from "./documents/list-documents.ts";
import { bars } from "./html/bars.ts";
import type { Bar } from "./html/bars.ts";
import { countryName } from "./html/countries.ts";
import { html } from "./html/html.ts";
import type { Html } from "./html/html.ts";
import { money } from "./html/money.ts";
import type { PageView } from "./page-view.ts";

const NEWEST = 8;

export function overviewPage(books: Books): PageView {
  const { country, currency, realmId } = books.state;
  const sum = (list: readonly Bar[]): bigint => list.reduce((total, { size }) => total + size, 0n);
  const [bank, receivable, income] = [bankBars(books), receivableBars(books), incomeBars(books)];
  const month = serverDate(books.now).slice(0, 7);
  const monthName = new Date(`${month}-15T00:00:00Z`).toLocaleString("en-US", { month: "long", year: "numeric", timeZone: "UTC" });
  return {
    section: "overview",
    title: "Overview",
    live: true,
    before: html`<p class="hint">${countryName(country)} · ${currency} · company id ${realmId}</p>`,
    body: html`<div class="cards">${panel("Bank accounts", money(books, sum(bank)), bank, "No bank account.")}
${panel("Receivable", money(books, sum(receivable)), receivable, "Nobody owes anything.")}
${panel(`Income in ${monthName}`, money(books, sum(income)), income, "No income this month yet.")}</div>
<section><h2>Newest documents</h2>${documentsTable(books, summariesOf(books, listDocuments(books).slice(0, NEWEST)), {
      caption: "Newest documents",
      empty: html`<p>No documents yet.</p><p>As soon as the app writes the first estimate or invoice, it appears here.</p>`,
    })}<p><a href="/company/${realmId}/documents">All documents</a></p></section>`,
  };
}

function panel(title: string, total: string, list: readonly Bar[], empty: string): Html {
  return html`<section class="panel"><h2>${title}</h2><p class="total">${total}</p>${list.length > 0 ? bars(list) : html`<p class="quiet">${empty}</p>`}</section>`;
}

function bankBars(books: Books): Bar[] {
  const accounts = listRows(books, "Account").filter((row) => row.AccountType === "Bank" || idOf(row) === books.state.roles.undeposited);
  return accounts.map((row) => {
    const size = accountBalance(books, idOf(row));
    return { label: accountLink(books, idOf(row)), amount: money(books, size), size };
  });
}

/** Open invoices less credit that waits for an invoice: together the receivable account, as far as sales made it. */
function receivableBars(books: Books): Bar[] {
  const open = listRows(books, "Invoice").reduce((sum, row) => sum + amountOr0(books, row, "Balance"), 0n);
  const credit = [...customerBalances(books).values()].reduce((sum, each) => sum + each.credit, 0n);
  if (open === 0n && credit === 0n) return [];
  return [
    { label: "Open invoices", amount: money(books, open), size: open },
    { label: "Unapplied credit", amount: money(books, -credit), size: -credit },
  ];
}

/** Credits of this month's transactions on income accounts. */
function incomeBars(books: Books): Bar[] {
  const month = serverDate(books.now).slice(0, 7);
  const totals = new Map<string, bigint>();
  for (const [key, postings] of Object.entries(books.state.ledger.entries)) {
    const [entity = "", id = ""] = key.split(":");
    if (!textOf(findRow(books, entity, id) ?? {}, "TxnDate")?.startsWith(month)) continue;
    for (const { accountId, minor } of postings) {
      const isIncome = findRow(books, "Account", accountId)?.Classification === "Revenue";
      if (isIncome) totals.set(accountId, (totals.get(accountId) ?? 0n) - BigInt(minor));
    }
  }
  return [...totals].map(([accountId, size]) => ({ label: accountLink(books, accountId), amount: money(books, size), size }));
}
