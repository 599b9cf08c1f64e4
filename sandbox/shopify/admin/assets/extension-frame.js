// @ts-check
/** Runs one extension as Shopify's admin does: gives it `shopify`, sends what it asks of the app with a fresh session token, and leads its links. */
import { defineElements } from "./extension-elements.js";

const { extension = "", app = "", base = "", token = "" } = document.body.dataset;
const frame = window.frameElement;

const idToken = async () => {
  const response = await send(token, { method: "POST" });
  if (!response.ok) throw new Error("the app is not installed");
  return (await response.json()).token;
};
const send = globalThis.fetch.bind(globalThis);

/** A path is the app's; only there the token goes along. @param {RequestInfo | URL} input @param {RequestInit} [init] */
const fetchFromApp = async (input, init = {}) => {
  const url = new URL(String(input), app);
  const headers = new Headers(init.headers);
  if (url.origin === app) headers.set("Authorization", `Bearer ${await idToken()}`);
  return send(url, { ...init, headers });
};

Object.assign(globalThis, {
  fetch: fetchFromApp,
  shopify: {
    data: { selected: new URLSearchParams(location.search).getAll("id").map((id) => ({ id })) },
    auth: { idToken },
    i18n: { translate: (/** @type {string} */ key) => key, formatNumber: String },
    extension: { target: extension },
    close: () => frame?.closest("dialog")?.close(),
  },
});

defineElements((href) => (href.startsWith("app:") ? `${base}/${href.slice("app:".length)}` : href));
new ResizeObserver(([entry]) => {
  if (frame instanceof HTMLElement && entry) frame.style.height = `${Math.ceil(entry.target.getBoundingClientRect().height)}px`;
}).observe(document.body);
addEventListener("keydown", ({ key }) => {
  if (key === "Escape") frame?.closest("dialog")?.close();
});

const { default: run } = await import(`/extensions/${extension}.js`).catch(() => ({ default: () => (document.body.textContent = "This extension is not built: npm run build.") }));
await run();
