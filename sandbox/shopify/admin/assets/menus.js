// @ts-check
/** The shop switcher and, on narrow windows, the navigation. */

/** @param {Document} page */
export function joinMenus(page) {
  const closeMenus = (/** @type {EventTarget | null} */ except) => {
    for (const menu of page.querySelectorAll("[data-menu][open]")) if (!(except instanceof Node && menu.contains(except))) menu.removeAttribute("open");
  };
  const closeToggled = () => {
    for (const toggle of page.querySelectorAll('[data-toggles][aria-expanded="true"]')) setOpen(page, toggle, false);
  };
  page.addEventListener("click", ({ target }) => {
    closeMenus(target);
    const toggle = target instanceof Element ? target.closest("[data-toggles]") : null;
    if (toggle) setOpen(page, toggle, toggle.getAttribute("aria-expanded") !== "true");
    else closeToggled();
  });
  page.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    closeMenus(null);
    closeToggled();
  });
}

/** @param {Document} page @param {Element} toggle @param {boolean} open */
function setOpen(page, toggle, open) {
  toggle.setAttribute("aria-expanded", String(open));
  page.getElementById(toggle.getAttribute("data-toggles") ?? "")?.classList.toggle("open", open);
}
