/** `/company/{realm}/requests`: what the app asked, for people who want to see what it did. Holds no token, because the log holds none. */
import type { Books, TimedRequest } from "../../company/state.ts";
import { badge } from "../html/badge.ts";
import type { Status } from "../html/badge.ts";
import { readableTime } from "../html/dates.ts";
import { html } from "../html/html.ts";
import { table } from "../html/table.ts";
import type { PageView } from "../page-view.ts";

const SHOWN = 200;

export function requestsPage(books: Books): PageView {
  const { requests, realmId } = books.state;
  const numbered = requests.map((request, index) => ({ request, index })).slice(-SHOWN).reverse();
  const total = requests.length > SHOWN ? `The last ${SHOWN} of ${requests.length} requests` : `${requests.length} ${requests.length === 1 ? "request" : "requests"}`;
  return {
    section: "requests",
    title: "API log",
    live: true,
    before: html`<p class="hint">What apps asked of this company. What you do on these pages is not in it.</p>`,
    body: html`${requests.length > 0 && html`<p>${total}, newest first.</p>`}${table({
      caption: "Requests, newest first",
      columns: [{ title: "Method" }, { title: "Path", kind: "main" }, { title: "Status" }, { title: "Took", kind: "number" }, { title: "Time", kind: "date" }, { title: "Request id" }],
      rows: numbered.map(({ request, index }) => ({
        key: `${index}:${request.at}`,
        cells: [
          request.method,
          html`<a href="/company/${realmId}/requests/${index}"><code>${pathWithQuery(request)}</code></a>`,
          badge(answerOf(request)),
          `${request.durationMs} ms`,
          readableTime(request.at),
          html`<code>${request.query.requestid ?? ""}</code>`,
        ],
      })),
      empty: html`<p>No app has asked anything yet.</p><p>Requests appear here as soon as an app is connected and syncs an order.</p>`,
    })}`,
  };
}

/** Without what is on every request or has its own column. */
export function pathWithQuery({ path, query }: TimedRequest): string {
  const said = Object.entries(query).filter(([name]) => !["requestid", "minorversion", "format"].includes(name));
  return said.length === 0 ? path : `${path}?${said.map(([name, value]) => `${name}=${value}`).join("&")}`;
}

export function answerOf({ status }: TimedRequest): Status {
  if (status === 0) return { word: "No answer", tone: "late" };
  return { word: String(status), tone: status < 300 ? "good" : status < 500 ? "open" : "late" };
}
