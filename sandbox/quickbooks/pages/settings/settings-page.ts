/** `/company/{realm}/settings`: preferences, the closing date, and the app that is connected. */
import type { Books } from "../../company/state.ts";
import { preferenceOf } from "../../company/preferences.ts";
import { APP_NAME } from "../app-name.ts";
import { readableDate } from "../html/dates.ts";
import { dialog, dialogButton } from "../html/dialog.ts";
import { html } from "../html/html.ts";
import type { Html } from "../html/html.ts";
import type { Notice } from "../html/notice.ts";
import type { PageView } from "../page-view.ts";
import { PREFERENCE_GROUPS } from "./preference-words.ts";
import type { PreferenceWords } from "./preference-words.ts";

export function settingsPage(books: Books, isConnected: boolean, notice?: Notice): PageView {
  const address = `/company/${books.state.realmId}/settings`;
  return {
    section: "settings",
    title: "Settings",
    notice,
    body: html`${preferencesForm(books, address)}${closingForm(books, address)}${connection(isConnected)}`,
    after: [reopenDialog(address), disconnectDialog(address)],
    status: notice?.tone === "refused" ? 400 : 200,
  };
}

function preferencesForm(books: Books, address: string): Html {
  const row = ({ name, title, hint }: PreferenceWords): Html => html`<label class="switch"><input type="checkbox" name="${name}" value="on"${
    preferenceOf(books, name) === true && html` checked`
  }><span><strong>${title}</strong><small>${hint}</small></span></label>`;
  const group = ({ title, preferences }: (typeof PREFERENCE_GROUPS)[number]): Html => html`<fieldset><legend>${title}</legend>${preferences.map(row)}</fieldset>`;
  return html`<form method="post" action="${address}/preferences" class="panel"><h2>Preferences</h2><div class="groups">${PREFERENCE_GROUPS.map(group)}</div>
<div class="row end"><button class="button primary">Save preferences</button></div></form>`;
}

function closingForm(books: Books, address: string): Html {
  const closed = preferenceOf(books, "AccountingInfoPrefs.BookCloseDate");
  const date = typeof closed === "string" ? closed : "";
  return html`<form method="post" action="${address}/close-books" class="panel"><h2>Close the books</h2>
<p>${date === "" ? "The books are open." : `The books are closed through ${readableDate(date)}.`} Nothing that posts can be created, changed or removed on or before the closing date; QuickBooks refuses it with error 6210.</p>
<div class="row"><label>Close through<input type="date" name="date" required value="${date}"></label>
<button class="button primary">Close the books</button>${date !== "" && dialogButton("reopen-dialog", "Reopen")}</div></form>`;
}

function connection(isConnected: boolean): Html {
  return html`<section class="panel"><h2>Connected app</h2>${
    isConnected
      ? html`<p>${APP_NAME} is connected to this company.</p><div class="row">${dialogButton("disconnect-dialog", "Disconnect app", "danger-quiet")}</div>`
      : html`<p>No app is connected. Apps ask for access from their own pages.</p>`
  }</section>`;
}

function reopenDialog(address: string): Html {
  const body = html`<ul><li>Documents of the closed period can be changed again.</li></ul>`;
  return dialog({ id: "reopen-dialog", title: "Reopen the books?", body, action: `${address}/reopen-books`, confirm: "Reopen" });
}

function disconnectDialog(address: string): Html {
  const body = html`<ul><li>The app's access ends at once, in the middle of what it does.</li><li>Documents it made stay as they are.</li>
<li>The app is not told: it notices at its next request and asks to be reconnected.</li></ul>`;
  return dialog({ id: "disconnect-dialog", title: `Disconnect ${APP_NAME}?`, body, action: `${address}/disconnect`, confirm: "Disconnect", danger: true });
}
