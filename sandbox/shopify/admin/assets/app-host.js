// @ts-check
/** The admin's side of an embedded app: answers App Bridge, shows what it asks to show, and keeps the two addresses together. */
import { showBar } from "./host-bar.js";
import { createSaveBar } from "./host-save-bar.js";
import { createToasts } from "./host-toasts.js";

const TROUBLE_AFTER_MS = 15_000;

const frame = document.querySelector("[data-app-frame]");
if (frame instanceof HTMLIFrameElement) host(frame);

/** @param {HTMLIFrameElement} frame */
function host(frame) {
  const { appOrigin = "", base = "", store = "", token = "" } = frame.dataset;
  const post = (/** @type {string} */ kind, /** @type {object} */ data = {}) => frame.contentWindow?.postMessage({ ...data, from: "tieout-admin", kind }, appOrigin);
  const toasts = createToasts(document, post);
  const saveBar = createSaveBar(document, post);
  const trouble = setTimeout(() => document.querySelector("[data-frame-trouble]")?.removeAttribute("hidden"), TROUBLE_AFTER_MS);

  const goInApp = (/** @type {string} */ path) => {
    if (saveBar.mayLeave()) post("navigate", { path: appPath(path, base) });
  };

  /** @type {Record<string, () => unknown>} */
  const questions = {
    token: () => freshToken(token),
    "leave-confirmation": () => saveBar.mayLeave(),
    user: () => ({ id: "1", accountOwner: true }),
    scopes: () => ({ granted: [], required: [], optional: [] }),
  };
  /** @type {Record<string, (data: MessageEvent["data"]) => void>} */
  const orders = {
    hello: () => {
      clearTimeout(trouble);
      document.querySelector("[data-frame-trouble]")?.setAttribute("hidden", "");
    },
    path: ({ path }) => {
      const shown = adminPath(path, base);
      if (shown !== undefined && shown !== location.pathname + location.search + location.hash) history.replaceState(null, "", shown);
      markCurrent(document, location.pathname);
    },
    "admin-bar": (bar) => {
      showBar(document, bar, { press: (index) => post("title-press", { index }), addressOf: (href) => adminPath(href, base) ?? base });
      markCurrent(document, location.pathname);
    },
    toast: toasts.show,
    "toast-hide": toasts.hide,
    "save-bar": saveBar.show,
    loading: ({ on }) => document.querySelector("[data-loading]")?.toggleAttribute("hidden", !on),
    modal: ({ open }) => document.body.classList.toggle("app-modal-open", Boolean(open)),
    leave: ({ url }) => leave(String(url), store),
  };

  addEventListener("message", (event) => {
    if (event.source !== frame.contentWindow || event.origin !== appOrigin || event.data?.from !== "tieout-app-bridge") return;
    const { kind, id } = event.data;
    const question = questions[kind];
    if (question) void Promise.resolve().then(question).then((value) => post("answer", { id, value }), (error) => post("answer", { id, error: String(error?.message ?? error) }));
    else orders[kind]?.(event.data);
  });

  // Only now: App Bridge speaks as soon as the app's page begins, and must be heard.
  frame.src = frame.dataset["source"] ?? "";

  document.querySelector(".navigation-app")?.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
    if (!(link instanceof HTMLAnchorElement) || !(event instanceof MouseEvent) || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    goInApp(link.pathname + link.search);
  });
}

/** A token lives a minute; each question gets a new one. @param {string} address */
async function freshToken(address) {
  const response = await fetch(address, { method: "POST" });
  if (!response.ok) throw new Error("the app is not installed");
  return (await response.json()).token;
}

/** "/app/orders?page=2" → the admin's address for it; undefined for a page outside of the app's pages. @param {string} path @param {string} base */
function adminPath(path, base) {
  if (path !== "/app" && !/^\/app[/?#]/.test(path)) return undefined;
  return base + path.slice("/app".length);
}

/** The admin's address → the app's. @param {string} address @param {string} base */
function appPath(address, base) {
  const within = address.slice(base.length);
  return within === "/app" || within.startsWith("/app/") ? within : `/app${within}`;
}

/** Only to pages: never to a script in an address. @param {string} url @param {string} store */
function leave(url, store) {
  const admin = /^shopify:\/*admin\/(.*)$/i.exec(url);
  const target = new URL(admin ? `/store/${store}/${admin[1]}` : url, location.href);
  if (target.protocol === "http:" || target.protocol === "https:") location.assign(target);
}

/** The link whose address is the longest beginning of this one. @param {Document} page @param {string} pathname */
function markCurrent(page, pathname) {
  const links = [...page.querySelectorAll(".navigation-app a[href]")].filter((link) => link instanceof HTMLAnchorElement);
  const best = links.filter((link) => pathname === link.pathname || pathname.startsWith(`${link.pathname}/`)).sort((a, b) => b.pathname.length - a.pathname.length)[0];
  for (const link of links) link.toggleAttribute("aria-current", link === best);
  best?.setAttribute("aria-current", "page");
}
