// @ts-check
/** Opens and closes dialogs, and keeps a form from being sent twice. Listens on the page, because live parts are replaced. */

/** @param {Document} page */
export function joinDialogs(page) {
  page.addEventListener("click", ({ target }) => {
    if (!(target instanceof Element)) return;
    const opener = target.closest("[data-opens]");
    const dialog = opener && page.getElementById(opener.getAttribute("data-opens") ?? "");
    if (dialog instanceof HTMLDialogElement) return open(dialog);
    if (target.closest("[data-close]") || target instanceof HTMLDialogElement) target.closest("dialog")?.close();
  });
  page.addEventListener("submit", ({ target }) => {
    const submit = target instanceof HTMLFormElement ? target.querySelector("[data-submit]") : null;
    // After this task: a disabled button would not be part of the form that is being sent.
    if (submit instanceof HTMLButtonElement) setTimeout(() => (submit.disabled = true));
  });
  // Coming back with the browser's Back button restores the page as it was left.
  addEventListener("pageshow", () => {
    for (const submit of page.querySelectorAll("[data-submit]")) if (submit instanceof HTMLButtonElement) submit.disabled = false;
  });
}

/** The first field has the focus, so that Enter is enough where what is filled in is right. @param {HTMLDialogElement} dialog */
function open(dialog) {
  dialog.showModal();
  const field = dialog.querySelector(".dialog-body input, .dialog-body select");
  if (field instanceof HTMLElement) field.focus();
}
