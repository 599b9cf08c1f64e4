/** What a document did to the ledger, as debits and credits. */
import type { Books } from "../../company/state.ts";
import { findEntity } from "../../entities/registry.ts";
import { findRow } from "../../store/rows.ts";
import { textOf } from "../../wire/json.ts";
import { html } from "../html/html.ts";
import type { Html } from "../html/html.ts";
import { ledgerAmount } from "../html/money.ts";
import { table } from "../html/table.ts";
import type { DocumentSummary } from "./document-summary.ts";
import { wordsOf } from "./document-words.ts";

export function journalView(books: Books, document: DocumentSummary): Html {
  const postings = books.state.ledger.entries[`${document.entity}:${document.id}`] ?? [];
  const sides = postings.map((posting) => ({ ...posting, amount: BigInt(posting.minor) }));
  const debits = sides.reduce((sum, { amount }) => (amount > 0n ? sum + amount : sum), 0n);
  const debit = (minor: bigint): string => (minor > 0n ? ledgerAmount(books, minor) : "");
  const credit = (minor: bigint): string => (minor < 0n ? ledgerAmount(books, -minor) : "");
  return table({
    caption: "Journal entry",
    columns: [{ title: "Account", kind: "main" }, { title: "Debit", kind: "number" }, { title: "Credit", kind: "number" }],
    rows: sides.map(({ accountId, amount }, index) => ({
      key: `${index}`,
      cells: [accountLink(books, accountId), debit(amount), credit(amount)],
    })),
    footer: [{ key: "sum", cells: ["Total", debit(debits), credit(-debits)], tone: "total" }],
    empty: html`<p>${reasonForNone(document)}</p>`,
  });
}

export function accountLink(books: Books, accountId: string): Html {
  const account = findRow(books, "Account", accountId) ?? {};
  return html`<a href="/company/${books.state.realmId}/accounts/${accountId}">${textOf(account, "FullyQualifiedName") ?? accountId}</a>`;
}

function reasonForNone({ entity, status }: DocumentSummary): string {
  const { plural } = wordsOf(entity);
  if (!findEntity(entity)?.postings) return `${plural} do not post: nothing in the ledger comes from them.`;
  return status.word === "Voided" ? "A void document posts nothing any more." : "Nothing was posted: the amounts are zero.";
}
