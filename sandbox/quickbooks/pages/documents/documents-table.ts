/** The table of transactions, as the list, a customer's page and the overview show it. */
import type { Books } from "../../company/state.ts";
import { badge } from "../html/badge.ts";
import { readableDate } from "../html/dates.ts";
import { html } from "../html/html.ts";
import type { Html, Part } from "../html/html.ts";
import { wireMoney } from "../html/money.ts";
import { table } from "../html/table.ts";
import type { DocumentSummary } from "./document-summary.ts";
import { documentAddress, numberOrId } from "./document-summary.ts";
import { wordsOf } from "./document-words.ts";

export function documentsTable(books: Books, documents: readonly DocumentSummary[], options: { caption: string; empty: Part; party?: false }): Html {
  const withParty = options.party !== false;
  return table({
    caption: options.caption,
    columns: [
      { title: "Document" },
      { title: "Date", kind: "date" },
      ...(withParty ? [{ title: "Customer", kind: "main" } as const] : []),
      { title: "Total", kind: "number" },
      { title: "Open", kind: "number" },
      { title: "Status" },
    ],
    rows: documents.map((document) => ({
      key: `${document.entity}:${document.id}`,
      ...(document.status.word === "Voided" ? { tone: "quiet" } : {}),
      cells: [
        html`<a href="${documentAddress(books, document.entity, document.id)}">${wordsOf(document.entity).singular} ${numberOrId(document)}</a>`,
        readableDate(document.date),
        ...(withParty ? [partyLink(books, document)] : []),
        wireMoney(books, document.row.TotalAmt, document.row),
        wireMoney(books, document.row.UnappliedAmt ?? document.row.Balance, document.row),
        badge(document.status),
      ],
    })),
    empty: options.empty,
  });
}

export function partyLink(books: Books, { party }: DocumentSummary): Part {
  if (!party) return "–";
  if (party.entity !== "Customer") return party.name;
  return html`<a href="/company/${books.state.realmId}/customers/${party.id}">${party.name}</a>`;
}
