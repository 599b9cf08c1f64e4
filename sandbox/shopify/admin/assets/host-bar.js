// @ts-check
/** The app's title, title buttons and links, as the admin shows them. */

/** @typedef {{ title: string | null, buttons: { label: string, variant: string, tone: string, disabled: boolean }[], links: { label: string, href: string, home: boolean }[] }} AdminBar */

/**
 * @param {Document} page
 * @param {AdminBar} bar
 * @param {{ press: (index: number) => void, addressOf: (href: string) => string }} parts
 */
export function showBar(page, { title, buttons, links }, { press, addressOf }) {
  const heading = page.querySelector("[data-app-title]");
  const name = page.querySelector("[data-app-frame]")?.getAttribute("title") ?? "";
  if (heading) heading.textContent = title === null || title === "" ? name : title;
  page.querySelector("[data-app-buttons]")?.replaceChildren(...buttons.map((facts, index) => titleButton(page, facts, () => press(index))));
  // The app's own entry stands for its home page.
  page.querySelector("[data-app-links]")?.replaceChildren(...links.filter(({ home }) => !home).map(({ label, href }) => link(page, label, addressOf(href))));
}

/** @param {Document} page @param {AdminBar["buttons"][number]} facts @param {() => void} press */
function titleButton(page, { label, variant, tone, disabled }, press) {
  const button = page.createElement("button");
  button.type = "button";
  button.className = `button${variant === "primary" ? (tone === "critical" ? " button-critical" : " button-primary") : ""}`;
  button.textContent = label;
  button.disabled = disabled;
  button.addEventListener("click", press);
  return button;
}

/** @param {Document} page @param {string} label @param {string} address */
function link(page, label, address) {
  const anchor = page.createElement("a");
  anchor.href = address;
  anchor.textContent = label;
  return anchor;
}
