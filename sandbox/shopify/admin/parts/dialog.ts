/** A dialog with one form, opened by the button made beside it; both work by keyboard through the browser's own dialog element. */
import type { Content, Html } from "../html.ts";
import { html } from "../html.ts";

export type DialogParts = { id: string; title: string; action: string; body: Content; submit: string; dismiss?: string; tone?: "primary" | "critical" };

export function dialog({ id, title, action, body, submit, dismiss = "Cancel", tone = "primary" }: DialogParts): Html {
  return html`<dialog id="${id}" class="dialog" aria-labelledby="${id}-title">
    <form method="post" action="${action}">
      <header class="dialog-head"><h2 id="${id}-title">${title}</h2><button type="button" class="button-plain" data-close aria-label="Close">✕</button></header>
      <div class="dialog-body">${body}</div>
      <footer class="dialog-foot"><button type="button" class="button" data-close>${dismiss}</button><button class="button button-${tone}" data-submit>${submit}</button></footer>
    </form>
  </dialog>`;
}

/** `whyNot`: the button stands there disabled and says why. */
export function opener(dialogId: string, text: string, { primary = false, whyNot }: { primary?: boolean; whyNot?: string | undefined } = {}): Html {
  if (whyNot !== undefined) return html`<button type="button" class="button" id="open-${dialogId}" disabled title="${whyNot}">${text}</button>`;
  return html`<button type="button" class="button${primary ? " button-primary" : ""}" id="open-${dialogId}" data-opens="${dialogId}" aria-haspopup="dialog">${text}</button>`;
}
