/** `/`: the companies of this simulator. */
import type { QuickBooksControl } from "../control/control.ts";
import { countryName } from "./html/countries.ts";
import { html } from "./html/html.ts";
import type { Html } from "./html/html.ts";
import { plainPage } from "./html/layout.ts";

export function companiesPage(control: QuickBooksControl): string {
  const companies = control.companies();
  const card = ({ realmId, name, country, currency }: (typeof companies)[number]): Html => html`<li><a class="company-card" href="/company/${realmId}">
<strong>${name}</strong><span>${countryName(country)}, ${currency}</span><span class="quiet">Company id ${realmId}</span>
<span>${control.isConnected(realmId) ? "An app is connected" : "No app is connected"}</span></a></li>`;
  return plainPage({
    title: "Companies",
    body: html`<p>A program that behaves like QuickBooks Online, for trying Tieout without an account. Nothing here is real, and nothing leaves this computer.</p>
${companies.length > 0 ? html`<ul class="company-list">${companies.map(card)}</ul>` : html`<div class="empty"><p>There is no company yet.</p><p>The demo makes one when it starts.</p></div>`}`,
  });
}
