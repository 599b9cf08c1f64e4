// @ts-check
/** Fetches the page's live part every two seconds and shows it when it differs; never while a person is in a dialog or the page is hidden. */

const EVERY_MS = 2000;

/** @param {Document} page */
export function keepLive(page) {
  const region = page.querySelector("[data-live]");
  if (!(region instanceof HTMLElement)) return;
  let shown = "";
  const look = async () => {
    if (!page.hidden && page.querySelector("dialog[open]") === null) {
      const text = await fetch(region.dataset["live"] ?? "").then((response) => (response.ok ? response.text() : undefined), () => undefined);
      // The first answer is what the page was made with, so only a change after it is shown.
      if (text !== undefined && shown !== "" && text !== shown && page.querySelector("dialog[open]") === null) replace(page, region, text);
      if (text !== undefined) shown = text;
    }
    setTimeout(() => void look(), EVERY_MS);
  };
  void look();
}

/** Keeps the focus where it was, if that is still there. @param {Document} page @param {HTMLElement} region @param {string} text */
function replace(page, region, text) {
  const focused = page.activeElement;
  const reference = focused && region.contains(focused) ? (focused.id ? `#${CSS.escape(focused.id)}` : `a[href="${CSS.escape(focused.getAttribute("href") ?? "")}"]`) : undefined;
  region.innerHTML = text;
  const again = reference === undefined ? null : region.querySelector(reference);
  if (again instanceof HTMLElement) again.focus({ preventScroll: true });
}
