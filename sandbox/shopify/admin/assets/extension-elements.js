// @ts-check
/** The few of Shopify's components that the app's extensions use, drawn plainly; not Shopify's own. What only lays out (stack, text, paragraph) is done by the stylesheet. */

const BASE = ":host{display:block} h2{font-size:14px;line-height:20px;margin:0} :focus-visible{outline:2px solid #005bd3;outline-offset:2px}";

/** Each is drawn from its attributes, again whenever one changes. @type {Record<string, { style: string, draw: (host: HTMLElement) => string }>} */
const ELEMENTS = {
  "s-admin-action": {
    style: "header{padding:12px 16px;border-bottom:1px solid #e3e3e3}.body{padding:16px}footer{display:flex;flex-wrap:wrap;gap:8px;justify-content:flex-end;padding:12px 16px;border-top:1px solid #e3e3e3}",
    draw: (host) => `<header><h2>${text(host, "heading")}</h2></header><div class="body" aria-busy="${host.hasAttribute("loading")}"><slot></slot></div><footer><slot name="secondary-actions"></slot><slot name="primary-action"></slot></footer>`,
  },
  "s-admin-block": { style: ".body{margin-top:12px}", draw: (host) => `<h2>${text(host, "heading")}</h2><div class="body"><slot></slot></div>` },
  "s-banner": {
    style: ".b{padding:10px 12px;border-radius:8px;background:#eaf4ff}.b.success{background:#e3f5e6}.b.warning{background:#fff3d6}.b.critical{background:#fee9e8}strong{font-weight:600}",
    draw: (host) => `<div class="b ${text(host, "tone")}" role="${host.getAttribute("tone") === "critical" ? "alert" : "status"}"><strong>${text(host, "heading")}</strong><div><slot></slot></div></div>`,
  },
  "s-badge": {
    style: ":host{display:inline-block}.b{display:inline-block;padding:1px 8px;border-radius:8px;background:#e8e8e8;font-size:12px;font-weight:550}.b.success{background:#cdf5d5;color:#0c4a20}.b.info{background:#dcebff;color:#003a75}.b.warning{background:#ffe2a8;color:#4f3500}.b.critical{background:#fed4d1;color:#7a0c06}",
    draw: (host) => `<span class="b ${text(host, "tone")}"><slot></slot></span>`,
  },
  "s-button": {
    style: ":host{display:inline-block}button{font:inherit;font-weight:550;min-height:32px;padding:5px 12px;border:1px solid #8a8a8a;border-radius:8px;background:#fff;color:#303030;cursor:pointer}button.primary{background:#303030;border-color:#303030;color:#fff}button[aria-busy=true]{opacity:.75;cursor:progress}",
    draw: (host) => `<button type="button" class="${text(host, "variant")}" aria-busy="${host.hasAttribute("loading")}"><slot></slot></button>`,
  },
  "s-link": { style: ":host{display:inline-block}a{color:#005bd3}", draw: (host) => `<a href="${text(host, "href")}" target="${text(host, "target") || "_top"}"><slot></slot></a>` },
};

const ATTRIBUTES = ["heading", "tone", "loading", "variant", "href", "target"];

/** @param {HTMLElement} host @param {string} attribute */
function text(host, attribute) {
  const holder = document.createElement("i");
  holder.textContent = host.getAttribute(attribute) ?? "";
  return holder.innerHTML.replaceAll('"', "&quot;");
}

/** @param {(href: string) => string} addressOf where a link of the extension leads in the admin */
export function defineElements(addressOf) {
  for (const [name, { style, draw }] of Object.entries(ELEMENTS)) {
    customElements.define(
      name,
      class extends HTMLElement {
        static observedAttributes = ATTRIBUTES;

        constructor() {
          super();
          this.attachShadow({ mode: "open" });
        }

        connectedCallback() {
          this.redraw();
        }

        attributeChangedCallback() {
          if (this.isConnected) this.redraw();
        }

        redraw() {
          if (!this.shadowRoot) return;
          const hadFocus = this.shadowRoot.activeElement !== null;
          this.shadowRoot.innerHTML = `<style>${BASE}${style}</style>${draw(this)}`;
          for (const link of this.shadowRoot.querySelectorAll("a")) link.href = addressOf(link.getAttribute("href") ?? "");
          const again = this.shadowRoot.querySelector("button, a");
          if (hadFocus && again instanceof HTMLElement) again.focus();
        }
      },
    );
  }
}
