// @ts-check
/** The shop switcher and, on narrow windows, the navigation: opened by their buttons, closed by Escape and by whatever is done elsewhere. */

/** @typedef {{ opener: HTMLElement, content: Element, close: () => void }} OpenMenu */

/** @param {Document} page */
export function joinMenus(page) {
  page.addEventListener("click", ({ target }) => {
    const toggle = target instanceof Element ? target.closest("[data-toggles]") : null;
    const opens = toggle !== null && toggle.getAttribute("aria-expanded") !== "true";
    for (const { content, close } of openMenus(page)) if (!(content.localName === "details" && target instanceof Node && content.contains(target))) close();
    if (toggle && opens) open(page, toggle);
  });
  page.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    for (const { opener, content, close } of openMenus(page)) {
      const hadKeyboard = content.contains(page.activeElement);
      close();
      if (hadKeyboard) opener.focus();
    }
  });
  // Left with Tab, it would cover what the keyboard went to.
  page.addEventListener("focusout", ({ target, relatedTarget }) => {
    for (const { opener, content, close } of openMenus(page)) {
      if (target instanceof Node && content.contains(target) && relatedTarget !== opener && !(relatedTarget instanceof Node && content.contains(relatedTarget))) close();
    }
  });
}

/** @param {Document} page @returns {OpenMenu[]} */
function openMenus(page) {
  /** @type {OpenMenu[]} */
  const menus = [];
  for (const content of page.querySelectorAll("details[data-menu][open]")) {
    const opener = content.querySelector("summary");
    if (opener) menus.push({ opener, content, close: () => content.removeAttribute("open") });
  }
  for (const opener of page.querySelectorAll('[data-toggles][aria-expanded="true"]')) {
    const content = toggled(page, opener);
    if (opener instanceof HTMLElement && content) menus.push({ opener, content, close: () => setOpen(opener, content, false) });
  }
  return menus;
}

/** The keyboard goes into what was opened: it stands elsewhere on the page than its button. @param {Document} page @param {Element} toggle */
function open(page, toggle) {
  const content = toggled(page, toggle);
  if (!content) return;
  setOpen(toggle, content, true);
  content.querySelector("a")?.focus();
}

/** @param {Document} page @param {Element} toggle */
function toggled(page, toggle) {
  return page.getElementById(toggle.getAttribute("data-toggles") ?? "");
}

/** @param {Element} toggle @param {Element} content @param {boolean} isOpen */
function setOpen(toggle, content, isOpen) {
  toggle.setAttribute("aria-expanded", String(isOpen));
  content.classList.toggle("open", isOpen);
}
