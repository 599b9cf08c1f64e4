// @ts-check
/** Short messages at the bottom of the window; an error stays until it is dismissed. */

const SHOWN_FOR_MS = 5000;

/**
 * @param {Document} page
 * @param {(kind: string, data?: object) => void} post
 */
export function createToasts(page, post) {
  const list = page.querySelector("[data-toasts]");
  /** @param {string} toast */
  const remove = (toast) => {
    const element = [...(list?.children ?? [])].find((child) => child instanceof HTMLElement && child.dataset["toast"] === toast);
    if (!element) return;
    element.remove();
    post("toast-gone", { toast });
  };
  return {
    /** @param {{ toast: string, message: string, duration?: number, isError?: boolean, action?: string }} data */
    show({ toast, message, duration, isError = false, action }) {
      const element = page.createElement("div");
      element.className = isError ? "toast toast-error" : "toast";
      element.dataset["toast"] = toast;
      element.append(text(page, message));
      if (action) element.append(button(page, action, () => post("toast-action", { toast })));
      element.append(button(page, "✕", () => remove(toast), "Dismiss"));
      list?.append(element);
      if (!isError || duration !== undefined) setTimeout(() => remove(toast), duration ?? SHOWN_FOR_MS);
    },
    /** @param {{ toast: string }} data */
    hide: ({ toast }) => remove(toast),
  };
}

/** @param {Document} page @param {string} message */
function text(page, message) {
  const span = page.createElement("span");
  span.textContent = message;
  return span;
}

/** @param {Document} page @param {string} label @param {() => void} press @param {string} [name] */
function button(page, label, press, name) {
  const element = page.createElement("button");
  element.type = "button";
  element.textContent = label;
  if (name) element.setAttribute("aria-label", name);
  element.addEventListener("click", press);
  return element;
}
