// @ts-check
/** `ui-modal` and `shopify.modal`: a dialog in the app's page whose content the app renders into `.content`; its title bar gives title and buttons. */

const DIALOG = `
<header class="bridge-modal-head"><h2></h2><button type="button" class="bridge-button bridge-close" aria-label="Close">✕</button></header>
<div class="bridge-modal-content"></div>
<footer class="bridge-modal-foot"></footer>`;

/**
 * @param {Window & typeof globalThis} view
 * @param {import("./channel.js").Channel} channel
 */
export function createModal(view, channel) {
  const page = view.document;

  class ModalElement extends view.HTMLElement {
    /** @type {HTMLDialogElement | undefined} */ #dialog;

    /** Where React portals the content to. Made when first asked for, which is after hydration. */
    get content() {
      return part(this.#made(), ".bridge-modal-content");
    }
    get showing() {
      return this.#dialog?.open ?? false;
    }
    show() {
      const dialog = this.#made();
      if (!dialog.isConnected) page.body.append(dialog);
      if (dialog.open) return Promise.resolve();
      dialog.dataset["variant"] = this.getAttribute("variant") ?? "base";
      if (this.content.childNodes.length === 0) this.content.append(...plainChildren(this));
      dressFromTitleBar(dialog, this.querySelector("ui-title-bar"));
      dialog.showModal();
      channel.post("modal", { open: true });
      this.dispatchEvent(new view.CustomEvent("show"));
      return Promise.resolve();
    }
    hide() {
      this.#dialog?.close();
      return Promise.resolve();
    }
    toggle() {
      return this.showing ? this.hide() : this.show();
    }
    disconnectedCallback() {
      this.#dialog?.close();
      this.#dialog?.remove();
    }
    #made() {
      if (this.#dialog) return this.#dialog;
      const dialog = page.createElement("dialog");
      dialog.className = "bridge-modal";
      dialog.innerHTML = DIALOG;
      dialog.querySelector(".bridge-close")?.addEventListener("click", () => dialog.close());
      dialog.addEventListener("close", () => {
        channel.post("modal", { open: false });
        this.dispatchEvent(new view.CustomEvent("hide"));
      });
      this.#dialog = dialog;
      return dialog;
    }
  }
  if (!view.customElements.get("ui-modal")) view.customElements.define("ui-modal", ModalElement);

  /** @param {string} id */
  const modalWith = (id) => {
    const modal = page.getElementById(id);
    return modal instanceof ModalElement ? modal : undefined;
  };
  return {
    /** @param {string} id */
    show: async (id) => modalWith(id)?.show(),
    /** @param {string} id */
    hide: async (id) => modalWith(id)?.hide(),
    /** @param {string} id */
    toggle: async (id) => modalWith(id)?.toggle(),
  };
}

/** @param {HTMLElement} whole @param {string} selector */
function part(whole, selector) {
  const found = whole.querySelector(selector);
  if (!(found instanceof HTMLElement)) throw new Error(`the dialog has no ${selector}`);
  return found;
}

/** Content that was written as children and not rendered into `.content`. @param {HTMLElement} modal */
function plainChildren(modal) {
  return [...modal.childNodes].filter((node) => !/^UI-(TITLE|SAVE)-BAR$/.test(node.nodeName)).map((node) => node.cloneNode(true));
}

/** @param {HTMLDialogElement} dialog @param {Element | null} titleBar */
function dressFromTitleBar(dialog, titleBar) {
  const title = titleBar?.getAttribute("title") ?? "";
  part(dialog, "h2").textContent = title;
  dialog.setAttribute("aria-label", title);
  const buttons = [...(titleBar?.querySelectorAll("button") ?? [])].map((original) => {
    const button = dialog.ownerDocument.createElement("button");
    button.type = "button";
    button.className = "bridge-button";
    button.textContent = original.textContent;
    button.disabled = original.disabled;
    button.dataset["variant"] = original.getAttribute("variant") ?? "";
    button.dataset["tone"] = original.getAttribute("tone") ?? "";
    button.addEventListener("click", () => original.click());
    return button;
  });
  part(dialog, ".bridge-modal-foot").replaceChildren(...buttons.reverse());
}
