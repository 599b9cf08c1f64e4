// @ts-check
/** The bar that appears over the admin while the app has unsaved changes. */

/**
 * @param {Document} page
 * @param {(kind: string, data?: object) => void} post
 */
export function createSaveBar(page, post) {
  const bar = page.querySelector("[data-save-bar]");
  let shown = false;
  bar?.querySelector("[data-save]")?.addEventListener("click", () => post("save-bar-press", { save: true }));
  bar?.querySelector("[data-discard]")?.addEventListener("click", () => post("save-bar-press", { save: false }));
  addEventListener("beforeunload", (event) => {
    if (shown) event.preventDefault();
  });
  return {
    /** @param {{ shown: boolean }} data */
    show(data) {
      shown = data.shown;
      const hadKeyboard = bar?.contains(page.activeElement) === true;
      bar?.toggleAttribute("hidden", !shown);
      // The pressed button is gone: the person goes on in the app.
      const frame = page.querySelector("[data-app-frame]");
      if (hadKeyboard && !shown && frame instanceof HTMLElement) frame.focus();
    },
    /** Asks only when there is something to lose. */
    mayLeave: () => !shown || confirm("Leave this page? Your changes are not saved."),
  };
}
