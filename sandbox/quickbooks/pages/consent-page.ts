/** The page on which a person lets an app into a company. It only asks: what the answer leads to is decided in oauth/authorize. */
import { APP_NAME } from "./app-name.ts";
import { countryName } from "./html/countries.ts";
import { html } from "./html/html.ts";
import type { Html } from "./html/html.ts";
import { plainPage } from "./html/layout.ts";
import type { Notice } from "./html/notice.ts";

export type CompanyChoice = { realmId: string; name: string; country: string; currency: string; isConnected: boolean };

export type Consent = {
  /** Sent back with the answer as they came. */
  hidden: Record<string, string>;
  companies: readonly CompanyChoice[];
  chosen: string | undefined;
  /** Where the person is sent afterwards. */
  returnsTo: string;
  notice?: Notice;
};

export function consentPage({ hidden, companies, chosen, returnsTo, notice }: Consent): string {
  const inputs = Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`);
  return plainPage({
    title: `Connect ${APP_NAME} to QuickBooks`,
    notice,
    body: html`<form method="post" action="/connect/oauth2" class="panel consent">${inputs}
${companies.length > 0 ? picker(companies, chosen) : html`<p>There is no company to connect. Make one first, then start again from the app.</p>`}
<div class="access"><h2>${APP_NAME} will be able to</h2><ul class="can">
<li>read the company's name, preferences, chart of accounts and taxes</li>
<li>read, create and change customers, vendors, products and services</li>
<li>read, create, change, void and delete estimates, invoices, payments and the other documents</li></ul>
<h2>It will not be able to</h2><ul class="cannot"><li>see your password or move money at your bank</li><li>see payroll</li></ul>
<p class="quiet">You can disconnect it at any time in this company's settings. You return to ${returnsTo}.</p></div>
<div class="row end"><button class="button" name="decision" value="deny">Cancel</button>
${companies.length > 0 && html`<button class="button primary" name="decision" value="connect">Connect</button>`}</div></form>`,
  });
}

/** A request that cannot lead to a connection, in words. */
export function consentProblem(title: string, sentence: string): string {
  return plainPage({
    title,
    body: html`<div class="panel"><p>${sentence}</p><p>Close this page and press Connect in the app again. Nothing was connected.</p></div>`,
  });
}

function picker(companies: readonly CompanyChoice[], chosen: string | undefined): Html {
  const option = ({ realmId, name, country, currency, isConnected }: CompanyChoice): Html => html`<label class="choice">
<input type="radio" name="realmId" value="${realmId}" required${realmId === chosen && html` checked`}>
<span><strong>${name}</strong><small>${countryName(country)}, ${currency} · ${realmId}${isConnected && " · an app is connected already"}</small></span></label>`;
  return html`<fieldset class="companies"><legend>Which company?</legend>${companies.map(option)}</fieldset>`;
}
