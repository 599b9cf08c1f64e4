// @ts-check
/** `ui-title-bar`, `ui-nav-menu` and `s-app-nav`: the app writes them into its page, the admin shows them in its own bar and navigation. */

/**
 * @param {Window & typeof globalThis} view
 * @param {import("./channel.js").Channel} channel
 */
export function mirrorAdminBar(view, channel) {
  const page = view.document;
  let last = "";
  let waiting = false;

  const tell = () => {
    waiting = false;
    const seen = { title: titleOf(page), buttons: titleButtons(page).map(buttonFacts), links: navigationLinks(page) };
    const text = JSON.stringify(seen);
    if (text === last) return;
    last = text;
    channel.post("admin-bar", seen);
  };
  const soon = () => {
    if (waiting) return;
    waiting = true;
    view.setTimeout(tell, 0);
  };

  channel.on("title-press", ({ index }) => titleButtons(page)[Number(index)]?.click());
  const attributeFilter = ["title", "href", "rel", "variant", "tone", "disabled", "loading"];
  new view.MutationObserver(soon).observe(page, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter });
  soon();
}

/** A modal has a title bar of its own. @param {Document} page */
function titleBar(page) {
  return [...page.querySelectorAll("ui-title-bar")].find((bar) => bar.closest("ui-modal") === null);
}

/** @param {Document} page */
function titleOf(page) {
  return titleBar(page)?.getAttribute("title") ?? null;
}

/** @param {Document} page @returns {HTMLElement[]} */
function titleButtons(page) {
  return [...(titleBar(page)?.querySelectorAll("button, a") ?? [])].filter((element) => element instanceof HTMLElement);
}

/** @param {HTMLElement} button */
function buttonFacts(button) {
  const has = (/** @type {string} */ name) => button.hasAttribute(name) && button.getAttribute(name) !== "false";
  return { label: button.textContent?.trim() ?? "", variant: button.getAttribute("variant") ?? "", tone: button.getAttribute("tone") ?? "", disabled: has("disabled") || has("loading") };
}

/** @param {Document} page */
function navigationLinks(page) {
  const links = [...page.querySelectorAll("ui-nav-menu a, s-app-nav a, s-app-nav s-link")];
  return links.map((link) => ({ label: link.textContent?.trim() ?? "", href: link.getAttribute("href") ?? "", home: link.getAttribute("rel") === "home" }));
}
