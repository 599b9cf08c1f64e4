/** What the pages do in the browser: open dialogs, multiply lines while they are edited, and keep themselves up to date. */

const EVERY_MS = 2000;

// What was done is said once, not again when the page is reloaded.
const address = new URL(location.href);
if (address.searchParams.has("done")) {
  address.searchParams.delete("done");
  history.replaceState(null, "", address);
}

// On a narrow screen the navigation scrolls: show where we are.
document.querySelector("nav [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });

document.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest("[data-opens], [data-closes]") : null;
  if (button === null) return;
  const opens = button.getAttribute("data-opens");
  if (opens === null) button.closest("dialog")?.close();
  else document.getElementById(opens)?.showModal();
});

/** Shows quantity × rate of a line while it is edited; only a preview, the server multiplies exactly. */
function showProduct(output) {
  const line = output.dataset.product;
  const [quantity, price] = ["quantity", "price"].map((part) => Number(document.getElementsByName(`${line}-${part}`)[0]?.value));
  const decimals = (output.dataset.amount ?? "").split(".")[1]?.length ?? 0;
  output.textContent = Number.isFinite(quantity * price) ? (quantity * price).toFixed(decimals) : "–";
}

function showProducts() {
  document.querySelectorAll("[data-product]").forEach(showProduct);
}

document.addEventListener("input", showProducts);
showProducts();

/** Replaces a part of the page by its newer version; what a person opened, scrolled or stands on stays so. */
function replace(old, next) {
  const keys = new Set([...old.querySelectorAll("tr[data-key]")].map((row) => row.dataset.key));
  for (const row of next.querySelectorAll("tbody tr[data-key]")) if (!keys.has(row.dataset.key)) row.classList.add("is-new");
  for (const open of old.querySelectorAll("details[open][id]")) next.querySelector(`#${CSS.escape(open.id)}`)?.setAttribute("open", "");
  const scrolled = [...old.querySelectorAll(".scroll, pre")].map((box) => [box.scrollLeft, box.scrollTop]);
  const focused = old.contains(document.activeElement) ? [...old.querySelectorAll("a, button, summary, [tabindex]")].indexOf(document.activeElement) : -1;
  const identity = focused < 0 ? null : document.activeElement.getAttribute("href") ?? document.activeElement.getAttribute("data-opens");
  old.replaceChildren(...next.childNodes);
  for (const [index, box] of [...old.querySelectorAll(".scroll, pre")].entries()) box.scrollTo(...(scrolled[index] ?? [0, 0]));
  if (focused < 0) return;
  const candidates = [...old.querySelectorAll("a, button, summary, [tabindex]")];
  const same = candidates.find((element) => identity !== null && [element.getAttribute("href"), element.getAttribute("data-opens")].includes(identity));
  (same ?? candidates[focused])?.focus({ preventScroll: true });
}

function say(isLost) {
  const words = document.getElementById("live-text");
  if (words === null) return;
  words.parentElement.classList.toggle("lost", isLost);
  words.textContent = isLost ? "Not up to date: the simulator does not answer" : "Updates by itself";
}

const seen = new Map([...document.querySelectorAll("[data-live]")].map((part) => [part.id, part.innerHTML]));

async function refresh() {
  if (document.hidden || document.querySelector("dialog[open]") !== null || !getSelection().isCollapsed) return;
  const response = await fetch(location.href, { headers: { accept: "text/html" } });
  const newer = new DOMParser().parseFromString(await response.text(), "text/html");
  if (document.querySelector("dialog[open]") !== null) return;
  for (const [id, before] of seen) {
    const [old, next] = [document.getElementById(id), newer.getElementById(id)];
    if (old === null) continue;
    // The document was deleted, say: only the whole page can show it.
    if (next === null || !next.hasAttribute("data-live")) return location.reload();
    const text = next.innerHTML;
    if (text === before) continue;
    seen.set(id, text);
    replace(old, next);
  }
  say(false);
}

async function keepUpToDate() {
  try {
    await refresh();
  } catch {
    say(true);
  }
  setTimeout(keepUpToDate, EVERY_MS);
}

if (seen.size > 0) setTimeout(keepUpToDate, EVERY_MS);
document.addEventListener("visibilitychange", () => {
  if (!document.hidden && seen.size > 0) refresh().catch(() => say(true));
});
