/** What was just done, said once on the page it led to. The address carries a word and never a text. */
import type { Notice } from "./html/notice.ts";

const SENTENCES: Record<string, string> = {
  saved: "Saved. The change is in the books.",
  voided: "Voided.",
  deleted: "Deleted.",
  invoiced: "Invoice created from the estimate.",
  preferences: "Preferences saved.",
  closed: "The books are closed.",
  reopened: "The books are open again.",
  disconnected: "The app is disconnected.",
};

export function doneNotice(url: URL): Notice | undefined {
  const word = url.searchParams.get("done") ?? "";
  const text = Object.hasOwn(SENTENCES, word) ? SENTENCES[word] : undefined;
  return text === undefined ? undefined : { tone: "done", text };
}
