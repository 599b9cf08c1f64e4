/** One sentence about what just happened, or why it did not. */
import type { QuickBooksFault } from "../../wire/fault.ts";
import { html } from "./html.ts";
import type { Html } from "./html.ts";

export type Notice = { tone: "done"; text: string } | { tone: "refused"; text: string; code?: string };

/** QuickBooks' own words: its detail says more than its message, where it has one. */
export function refusalOf(fault: QuickBooksFault): Notice {
  const text = fault.detail.startsWith(fault.message) || fault.detail === "" ? fault.detail || fault.message : `${fault.message}. ${fault.detail}`;
  return { tone: "refused", text, code: fault.code };
}

export function noticeBar(notice: Notice | undefined): Html | false {
  if (!notice) return false;
  if (notice.tone === "done") return html`<p class="notice done" role="status">${notice.text}</p>`;
  return html`<div class="notice refused" role="alert"><strong>${notice.code === undefined ? "Nothing was changed." : "QuickBooks refuses this."}</strong> ${notice.text} ${
    notice.code !== undefined && html`<span class="code">Error ${notice.code}</span>`
  }</div>`;
}
