/** The chain of documents as a row of cards, the one being looked at marked. */
import type { Books } from "../../company/state.ts";
import { badge } from "../html/badge.ts";
import { html } from "../html/html.ts";
import type { Html } from "../html/html.ts";
import { wireMoney } from "../html/money.ts";
import { chainOf } from "./chain.ts";
import type { DocumentSummary } from "./document-summary.ts";
import { documentAddress, numberOrId } from "./document-summary.ts";
import { wordsOf } from "./document-words.ts";

export function chainView(books: Books, document: DocumentSummary): Html | false {
  const { documents, isComplete } = chainOf(books, document);
  if (documents.length === 1) return html`<p class="chain-none">Not linked to any other document.</p>`;
  const card = (other: DocumentSummary): Html => {
    const inside = html`<span class="kind">${wordsOf(other.entity).singular}</span> <strong>${numberOrId(other)}</strong>
<span class="amount">${wireMoney(books, other.row.TotalAmt, other.row)}</span> ${badge(other.status)}`;
    if (other.entity === document.entity && other.id === document.id) return html`<li><span class="card here" aria-current="true">${inside}</span></li>`;
    return html`<li><a class="card" href="${documentAddress(books, other.entity, other.id)}">${inside}</a></li>`;
  };
  return html`<nav class="chain" aria-label="Linked documents"><ol>${documents.map(card)}</ol>
${!isComplete && html`<p>More documents hang together with these; open one to see its own.</p>`}</nav>`;
}
