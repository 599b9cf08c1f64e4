// @ts-check
/** The form of a new order: rows of articles, the new customer's fields, and the total while it is being filled in. The server computes what counts. */

const form = document.querySelector("[data-new-order]");
if (form instanceof HTMLFormElement) {
  joinArticles(form);
  form.addEventListener("input", () => update(form));
  update(form);
}

/** @param {HTMLFormElement} form */
function joinArticles(form) {
  const list = form.querySelector("[data-articles]");
  const row = list?.querySelector("[data-article]");
  if (!list || !row) return;
  form.addEventListener("click", ({ target }) => {
    if (!(target instanceof Element)) return;
    if (target.closest("[data-add-article]")) {
      const added = row.cloneNode(true);
      list.append(added);
      if (added instanceof Element) added.querySelector("select")?.focus();
    }
    const removed = target.closest("[data-remove-article]") && list.childElementCount > 1 ? target.closest("[data-article]") : null;
    if (removed) {
      const next = removed.nextElementSibling ?? removed.previousElementSibling;
      removed.remove();
      // The button that was pressed is gone with its row.
      next?.querySelector("select")?.focus();
    }
    update(form);
  });
}

/** @param {HTMLFormElement} form */
function update(form) {
  const isNew = value(form, "customer") === "new";
  form.querySelector("[data-new-customer]")?.toggleAttribute("hidden", !isNew);
  const total = form.querySelector("[data-total]");
  if (total) total.textContent = formatted(totalOf(form), form.dataset["currency"] ?? "USD");
}

/** In floating point, for the eye only. @param {HTMLFormElement} form */
function totalOf(form) {
  let goods = 0;
  let taxable = 0;
  for (const row of form.querySelectorAll("[data-article]")) {
    const option = row.querySelector("select")?.selectedOptions[0];
    const worth = Number(option?.dataset["price"] ?? 0) * Number(row.querySelector("input")?.value || 0);
    goods += worth;
    if (option?.hasAttribute("data-taxable")) taxable += worth;
  }
  const written = value(form, "discount");
  const off = Math.min(goods, written.endsWith("%") ? (goods * figure(written)) / 100 : figure(written));
  const share = goods === 0 ? 0 : (goods - off) / goods;
  const tax = form.hasAttribute("data-taxes-included") ? 0 : (taxable * share * figure(value(form, "tax"))) / 100;
  return goods - off + figure(value(form, "shipping")) + figure(value(form, "tip")) + tax;
}

/** @param {HTMLFormElement} form @param {string} name */
function value(form, name) {
  return String(new FormData(form).get(name) ?? "").trim();
}

/** @param {string} text */
function figure(text) {
  return Number(text.replace(/[,%]/g, "")) || 0;
}

/** @param {number} amount @param {string} currency */
function formatted(amount, currency) {
  return new Intl.NumberFormat("en-US", { style: "currency", currency }).format(amount);
}
