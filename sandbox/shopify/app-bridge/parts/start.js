// @ts-check
/** Puts `window.shopify` together. Must never touch sessionStorage or localStorage: with third-party storage blocked they throw (06 §3). */
import { addElementStyles } from "./element-styles.js";
import { documentAddress, reloadAddress } from "./addresses.js";
import { readConfig } from "./app-config.js";
import { openChannel } from "./channel.js";
import { mirrorAdminBar } from "./admin-bar.js";
import { createModal } from "./modal.js";
import { joinNavigation } from "./navigation.js";
import { createSaveBar } from "./save-bar.js";
import { tokenFetch } from "./token-fetch.js";
import { createToast } from "./toast.js";

/**
 * Outside of the admin there is nobody to ask: then only what needs no answer is there, as with the real one.
 * @param {Window & typeof globalThis} view
 * @param {Element | null} script
 */
export function start(view, script) {
  if (Reflect.has(view, "shopify")) return;
  const config = readConfig(view.location, script);
  const channel = openChannel(view);
  const idToken = async () => String(await channel.ask("token"));
  const reload = reloadAddress(view.location);
  if (reload !== undefined) {
    void idToken().then((token) => view.location.replace(documentAddress(reload, view.location.origin, { ...config, idToken: token })));
  }
  addElementStyles(view.document);
  let asking = 0;
  const { leave } = joinNavigation(view, channel, { config, idToken, isAsking: () => asking > 0 });
  const appFetch = tokenFetch(view.fetch.bind(view), { origin: view.location.origin, base: () => view.location.href, idToken, leave });
  view.fetch = (input, init) => {
    asking += 1;
    return appFetch(input, init).finally(() => (asking -= 1));
  };
  mirrorAdminBar(view, channel);
  Object.assign(view, { shopify: shopifyGlobal({ view, channel, config, idToken }) });
  channel.post("hello");
}

/** @param {{ view: Window & typeof globalThis, channel: import("./channel.js").Channel, config: import("./app-config.js").AppConfig, idToken: () => Promise<string> }} parts */
function shopifyGlobal({ view, channel, config, idToken }) {
  const refuse = (/** @type {string} */ what) => () => Promise.reject(new Error(`The sandbox has no ${what}.`));
  return {
    config,
    origin: view.location.origin,
    ready: Promise.resolve(),
    environment: { mobile: false, embedded: view.parent !== view, pos: false, intent: false },
    idToken,
    user: async () => channel.ask("user"),
    loading: (/** @type {boolean | undefined} */ on) => channel.post("loading", { on: on ?? false }),
    toast: createToast(channel),
    saveBar: createSaveBar(view, channel),
    modal: createModal(view, channel),
    scopes: { query: async () => channel.ask("scopes"), request: refuse("scope requests"), revoke: refuse("scope requests") },
    resourcePicker: refuse("resource picker"),
  };
}
