/** What a person can stop at with the Tab key: listed in document order from the admin's page and the app's inside it, and watched while they tab. */
import type { Page } from "playwright-core";

/** One visit of the keyboard; a stop that is not on the list is called unexpected in its own name. */
export type Visit = { stop: string; at: number };

type Watch = { stops: Element[]; names: string[]; visits: Visit[] };
declare global {
  var tabWatch: Watch | undefined;
}

/** The names of all stops in document order, the app's in the place of its iframe. From now on visits are written down. */
export async function watchStops(page: Page): Promise<string[]> {
  const around = await page.evaluate(watch, "admin");
  const inside = await Promise.all(page.frames().slice(1).map((frame) => frame.evaluate(watch, "app")));
  return around.flatMap((name) => (name.startsWith("admin iframe ") ? inside.flat() : [name]));
}

/** In the order in which they happened, whichever document they were in. */
export async function readVisits(page: Page): Promise<Visit[]> {
  const lists = await Promise.all(page.frames().map((frame) => frame.evaluate(() => globalThis.tabWatch?.visits ?? [])));
  return lists.flat().sort((a, b) => a.at - b.at);
}

/** As if a person had just come into the page from above; the first stop counts as visited. */
export async function focusFirstStop(page: Page): Promise<void> {
  await page.evaluate(() => {
    const first = globalThis.tabWatch?.stops[0];
    if (!(first instanceof HTMLElement)) throw new Error("the page has nothing to stop at");
    first.blur();
    first.focus();
  });
}

/** Runs in the page, so it must stand alone. */
function watch(prefix: string): string[] {
  const CANDIDATES = "a[href], button, input:not([type=hidden]), select, textarea, summary, iframe, [contenteditable], [tabindex]:not([tabindex^='-'])";
  // The last are the buttons that let Enter in a field send a form; nobody sees or hears them.
  const NOT_OFFERED = ":disabled, [aria-disabled=true], [aria-hidden=true][tabindex='-1']";
  const dialog = document.querySelector(":modal, [aria-modal=true]");
  const usable = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0 && !element.matches(NOT_OFFERED) && element.closest("[inert]") === null && (dialog?.contains(element) ?? true);
  // Of radio buttons with one name Tab stops at one; the arrow keys go to the others.
  const isRadioStop = (element: Element): boolean => {
    if (!(element instanceof HTMLInputElement) || element.type !== "radio") return true;
    const group = [...document.querySelectorAll<HTMLInputElement>("input[type=radio]")].filter(({ name, form, disabled }) => name === element.name && form === element.form && !disabled);
    return element === (group.find(({ checked }) => checked) ?? group[0]);
  };
  const nameOf = (element: Element): string => {
    const labels = element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? [...(element.labels ?? [])] : [];
    const text = element.getAttribute("aria-label") ?? element.getAttribute("title") ?? [element, ...labels].map(({ textContent }) => textContent ?? "").join(" ");
    return `${prefix} ${element.localName} “${text.trim().replace(/\s+/g, " ").slice(0, 50)}”`;
  };
  const stops = [...document.querySelectorAll(CANDIDATES)].filter((element) => usable(element) && isRadioStop(element));
  // Two stops may have one name; the place tells them apart.
  const names = stops.map((element, index) => `${nameOf(element)} (${index + 1})`);
  if (globalThis.tabWatch === undefined) {
    document.addEventListener("focusin", ({ target }) => {
      const watching = globalThis.tabWatch;
      if (!watching || !(target instanceof Element) || target instanceof HTMLIFrameElement) return;
      const index = watching.stops.indexOf(target);
      watching.visits.push({ stop: watching.names[index] ?? `unexpected ${nameOf(target)}`, at: performance.timeOrigin + performance.now() });
    });
  }
  globalThis.tabWatch = { stops, names, visits: [] };
  return names;
}
