/** A question before something happens: a native dialog with a form, opened by the page's script. */
import { html } from "./html.ts";
import type { Html, Part } from "./html.ts";

export type Dialog = {
  id: string;
  title: string;
  /** What will happen, said before it does. */
  body: Part;
  action: string;
  confirm: string;
  danger?: boolean;
};

export function dialog({ id, title, body, action, confirm, danger }: Dialog): Html {
  return html`<dialog id="${id}" aria-labelledby="${id}-title"><form method="post" action="${action}">
<h2 id="${id}-title">${title}</h2>
${body}
<div class="row end"><button type="button" class="button" data-closes>Keep as it is</button>
<button class="button ${danger ? "danger" : "primary"}">${confirm}</button></div>
</form></dialog>`;
}

export function dialogButton(id: string, label: string, tone: "primary" | "danger-quiet" | "" = ""): Html {
  return html`<button type="button" class="button ${tone}" data-opens="${id}" aria-haspopup="dialog">${label}</button>`;
}
