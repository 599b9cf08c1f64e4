// @ts-check
/** Opens an action of the app in a window over the page, for the orders its button names, and lets the block look again when the window is closed. */

const dialog = document.querySelector("[data-extension-dialog]");
if (dialog instanceof HTMLDialogElement) {
  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("[data-runs-extension]") : null;
    if (button instanceof HTMLElement) openExtension(dialog, (button.dataset["runsExtension"] ?? "").split(" ").filter(Boolean));
  });
  dialog.addEventListener("close", () => {
    dialog.replaceChildren();
    for (const block of document.querySelectorAll("[data-extension-block]")) if (block instanceof HTMLIFrameElement) block.contentWindow?.location.reload();
  });
}

/** @param {HTMLDialogElement} dialog @param {string[]} ids */
function openExtension(dialog, ids) {
  for (const menu of document.querySelectorAll("details.more[open]")) menu.removeAttribute("open");
  const frame = document.createElement("iframe");
  frame.className = "extension-frame";
  frame.name = "extension-action";
  frame.title = dialog.dataset["title"] ?? "";
  frame.src = `${dialog.dataset["source"]}&${new URLSearchParams(ids.map((id) => ["id", id]))}`;
  dialog.replaceChildren(frame);
  dialog.showModal();
}
