/** Tables that scroll inside their own box, with a sentence where there is nothing to show. */
import { html } from "./html.ts";
import type { Html, Part } from "./html.ts";

export type Column = { title: string; kind?: "number" | "date" | "main" };

export type Row = {
  /** Stays the same while the row does, so that a page that updates itself can show what is new. */
  key: string;
  cells: readonly Part[];
  tone?: "quiet" | "total";
};

export type Table = {
  /** Read out before the table; shown above it only where the page does not say it already. */
  caption: string;
  columns: readonly Column[];
  rows: readonly Row[];
  /** Rows below a rule, such as totals. */
  footer?: readonly Row[];
  /** What to say instead of an empty table. */
  empty: Part;
};

export function table({ caption, columns, rows, footer = [], empty }: Table): Html {
  if (rows.length === 0) return html`<div class="empty">${empty}</div>`;
  const row = ({ key, cells, tone }: Row): Html =>
    html`<tr data-key="${key}" class="${tone ?? ""}">${cells.map((cell, index) => html`<td class="${columns[index]?.kind ?? ""}">${cell}</td>`)}</tr>`;
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table>
<caption class="hidden">${caption}</caption>
<thead><tr>${columns.map(({ title, kind }) => html`<th scope="col" class="${kind ?? ""}">${title}</th>`)}</tr></thead>
<tbody>${rows.map(row)}</tbody>
${footer.length > 0 && html`<tfoot>${footer.map(row)}</tfoot>`}
</table></div>`;
}
