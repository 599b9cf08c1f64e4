// @ts-check
/** Which orders of the list are chosen; kept while the list is replaced by a newer one. */

const chosen = new Set();
const bar = document.querySelector("[data-bulk-bar]");
const list = document.querySelector("[data-live]");

if (bar && list) {
  list.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.dataset["chooses"] === undefined) return;
    if (target.checked) chosen.add(target.dataset["chooses"]);
    else chosen.delete(target.dataset["chooses"]);
    show(bar);
  });
  new MutationObserver(() => {
    for (const box of list.querySelectorAll("[data-chooses]")) if (box instanceof HTMLInputElement) box.checked = chosen.has(box.dataset["chooses"]);
  }).observe(list, { childList: true });
}

/** @param {Element} bar */
function show(bar) {
  bar.toggleAttribute("hidden", chosen.size === 0);
  const count = bar.querySelector("[data-bulk-count]");
  if (count) count.textContent = `${chosen.size} selected`;
  bar.querySelector("[data-runs-extension]")?.setAttribute("data-runs-extension", [...chosen].join(" "));
}
