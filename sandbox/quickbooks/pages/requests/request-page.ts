/** `/company/{realm}/requests/{n}`: one request with what was sent and answered. */
import type { Books } from "../../company/state.ts";
import type { Json } from "../../wire/json.ts";
import { badge } from "../html/badge.ts";
import { readableTime } from "../html/dates.ts";
import { factList } from "../html/fact-list.ts";
import { html } from "../html/html.ts";
import type { Html } from "../html/html.ts";
import type { PageView } from "../page-view.ts";
import { answerOf, pathWithQuery } from "./requests-page.ts";

export function requestPage(books: Books, index: string): PageView | undefined {
  const request = /^\d+$/.test(index) ? books.state.requests[Number(index)] : undefined;
  if (!request) return undefined;
  return {
    section: "requests",
    title: `${request.method} ${request.path}`,
    body: html`${factList([
      ["Answer", badge(answerOf(request))],
      ["Time", readableTime(request.at)],
      ["Took", `${request.durationMs} ms`],
      ["Request id", request.query.requestid],
      ["Path", html`<code>${pathWithQuery(request)}</code>`],
    ])}
${block("Sent", request.body)}${block("Answered", request.response)}
<p><a href="/company/${books.state.realmId}/requests">All requests</a></p>`,
  };
}

function block(title: string, value: Json): Html {
  if (value === null) return html`<section><h2>${title}</h2><p class="quiet">Nothing.</p></section>`;
  const text = typeof value === "string" ? value : JSON.stringify(value, null, 2);
  return html`<section><h2>${title}</h2><pre tabindex="0">${text}</pre></section>`;
}
