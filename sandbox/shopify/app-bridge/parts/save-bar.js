// @ts-check
/** `ui-save-bar` and `shopify.saveBar`: the bar stands in the admin, its two buttons are those of the app's element. */

/**
 * @param {Window & typeof globalThis} view
 * @param {import("./channel.js").Channel} channel
 */
export function createSaveBar(view, channel) {
  /** @type {HTMLElement | undefined} */
  let shown;

  /** @param {HTMLElement} bar */
  const show = (bar) => {
    if (shown === bar) return;
    shown = bar;
    channel.post("save-bar", { shown: true });
    bar.dispatchEvent(new view.CustomEvent("show"));
  };
  /** @param {HTMLElement} bar */
  const hide = (bar) => {
    if (shown !== bar) return;
    shown = undefined;
    channel.post("save-bar", { shown: false });
    bar.dispatchEvent(new view.CustomEvent("hide"));
  };

  class SaveBarElement extends view.HTMLElement {
    get showing() {
      return shown === this;
    }
    show() {
      show(this);
      return Promise.resolve();
    }
    hide() {
      hide(this);
      return Promise.resolve();
    }
    toggle() {
      return this.showing ? this.hide() : this.show();
    }
    disconnectedCallback() {
      hide(this);
    }
  }
  if (!view.customElements.get("ui-save-bar")) view.customElements.define("ui-save-bar", SaveBarElement);

  channel.on("save-bar-press", ({ save }) => {
    const buttons = [...(shown?.querySelectorAll("button") ?? [])];
    const primary = buttons.find((button) => button.getAttribute("variant") === "primary");
    (save ? primary : buttons.find((button) => button !== primary))?.click();
  });

  /** @param {string} id */
  const barWith = (id) => {
    const bar = view.document.getElementById(id);
    return bar instanceof SaveBarElement ? bar : undefined;
  };
  return {
    /** @param {string} id */
    show: async (id) => barWith(id)?.show(),
    /** @param {string} id */
    hide: async (id) => barWith(id)?.hide(),
    /** @param {string} id */
    toggle: async (id) => barWith(id)?.toggle(),
    /** Resolves when the page may be left; never, when the person stays. */
    async leaveConfirmation() {
      if (shown === undefined) return;
      const leaves = await channel.ask("leave-confirmation");
      if (leaves !== true) await new Promise(() => undefined);
    },
  };
}
