// @ts-check
/** Keeps the app's and the admin's address together, and takes out of the iframe what must not happen in it. */
import { documentAddress, publicPath } from "./addresses.js";

/** How long the app has to begin to follow the admin before the page is loaded as a document; a router that asks for data has begun. */
const ROUTER_WITHIN_MS = 400;

/**
 * @param {Window & typeof globalThis} view
 * @param {import("./channel.js").Channel} channel
 * @param {{ config: import("./app-config.js").AppConfig, idToken: () => Promise<string>, isAsking: () => boolean }} parts
 */
export function joinNavigation(view, channel, { config, idToken, isAsking }) {
  const { location, history } = view;
  const leave = (/** @type {string} */ url) => channel.post("leave", { url });
  const tellPath = () => channel.post("path", { path: publicPath(location.href, location.origin) });
  /** How often the app has gone somewhere. Where it is says less: it may have followed and come back meanwhile. */
  let steps = 0;
  const hasGone = () => {
    steps += 1;
    tellPath();
  };

  for (const name of /** @type {const} */ (["pushState", "replaceState"])) {
    const original = history[name].bind(history);
    history[name] = (...step) => {
      original(...step);
      hasGone();
    };
  }
  view.addEventListener("popstate", hasGone);
  tellPath();

  /** @param {string} href */
  const loadDocument = async (href) => location.assign(documentAddress(href, location.origin, { ...config, idToken: await idToken() }));
  /** The app's router listens for this event on a link (shopify-app-remix, AppProvider). @param {string} href */
  const goTo = (href) => {
    const isElsewhere = publicPath(href, location.origin) !== publicPath(location.href, location.origin);
    const before = steps;
    announce(view.document, href);
    if (isElsewhere) loadUnlessFollowed(href, before, false);
  };
  /** An answer that has just come needs a moment to be shown, so the app has to be at rest twice once it has asked. @param {string} href @param {number} before @param {boolean} hasAsked */
  const loadUnlessFollowed = (href, before, hasAsked) => {
    view.setTimeout(() => {
      if (steps !== before) return;
      if (isAsking() || hasAsked) loadUnlessFollowed(href, before, isAsking());
      else void loadDocument(href);
    }, ROUTER_WITHIN_MS);
  };
  channel.on("navigate", ({ path }) => goTo(String(path)));

  const plainOpen = view.open.bind(view);
  view.open = (url, target, features) => {
    if (url !== undefined && (target === "_top" || target === "_parent" || isAdminAddress(String(url)))) {
      leave(adminOrAbsolute(String(url), location));
      return null;
    }
    return plainOpen(url, target, features);
  };
  // In the bubbling phase of the window: what the app's router handled is prevented already.
  view.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
    if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const href = link.getAttribute("href") ?? "";
    const outside = isAdminAddress(href) || link.target === "_top" || link.target === "_parent";
    if (!outside && (link.target !== "" || link.origin !== location.origin || link.hasAttribute("download") || href.startsWith("#"))) return;
    event.preventDefault();
    if (outside) leave(adminOrAbsolute(href, location));
    else void loadDocument(href);
  });
  return { leave };
}

/** "shopify:admin/orders/1" and "shopify://admin/orders/1" mean the admin's own pages. @param {string} href */
function isAdminAddress(href) {
  return /^shopify:\/*admin\//i.test(href);
}

/** @param {string} href @param {Location} location */
function adminOrAbsolute(href, location) {
  return isAdminAddress(href) ? href : new URL(href, location.href).href;
}

/** @param {Document} page @param {string} href */
function announce(page, href) {
  const known = [...page.querySelectorAll("ui-nav-menu a, s-app-nav a, s-app-nav s-link")].find((link) => link.getAttribute("href") === href);
  const link = known ?? page.createElement("a");
  if (!known) {
    link.setAttribute("href", href);
    link.setAttribute("hidden", "");
    page.body.append(link);
  }
  link.dispatchEvent(new Event("shopify:navigate", { bubbles: true }));
  if (!known) link.remove();
}
