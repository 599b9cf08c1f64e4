/** The embedded app in its iframe, with the bar that its title, buttons and save bar appear in. */
import type { HttpAnswer } from "../../../http/server.ts";
import { appAddress, storeHandle } from "../addresses.ts";
import type { PageRequest } from "../backend.ts";
import type { Html } from "../html.ts";
import { html } from "../html.ts";
import { installForm } from "./apps-page.ts";
import { pageReply } from "./layout.ts";

/** `path` within the app, as in the admin's address: "" or "/orders/1". */
export function appPage(request: PageRequest, path: string): HttpAnswer {
  const { shop, backend: { app } } = request;
  const appUrl = app.url();
  if (!shop.installed) {
    const content = html`<section class="card empty"><h1>${app.name} is not installed</h1><p>Installing it lets it read this shop’s orders and hear of changes.</p>${installForm(appAddress(shop, app.apiKey))}</section>`;
    return pageReply(request, { title: app.name, at: "apps", content, status: 404 });
  }
  if (appUrl === undefined) {
    return pageReply(request, { title: app.name, at: "app", content: html`<section class="card empty"><h1>${app.name} is not running</h1><p>Start it, then load this page again.</p></section>`, status: 503 });
  }
  return pageReply(request, { title: app.name, at: "app", frameless: true, scripts: ["app-host.js"], content: frame(request, appUrl, path) });
}

function frame({ shop, url, backend }: PageRequest, appUrl: string, path: string): Html {
  const { name, apiKey } = backend.app;
  const source = new URL(appPath(path), appUrl);
  for (const [key, value] of url.searchParams) source.searchParams.append(key, value);
  const query = { embedded: "1", shop: shop.domain, host: hostParameter(storeHandle(shop)), locale: "en-US", id_token: backend.actions.sessionToken(shop.domain) };
  for (const [key, value] of Object.entries(query)) source.searchParams.set(key, value);
  const base = appAddress(shop, apiKey);
  return html`<div class="app-bar">
      <span class="app-mark" aria-hidden="true">${name.slice(0, 1)}</span>
      <h1 class="app-title" data-app-title>${name}</h1>
      <div class="actions" data-app-buttons></div>
    </div>
    <div class="save-bar" data-save-bar hidden role="region" aria-label="Unsaved changes">
      <span>Unsaved changes</span>
      <div class="actions"><button type="button" class="button button-dark" data-discard>Discard</button><button type="button" class="button" data-save>Save</button></div>
    </div>
    <div class="loading-bar" data-loading hidden></div>
    <iframe class="app-frame" title="${name}" name="app-iframe" allow="clipboard-write" data-app-frame data-source="${source.href}"
      data-app-origin="${source.origin}" data-base="${base}" data-store="${storeHandle(shop)}" data-token="${base}/session-token"></iframe>
    <div class="toasts" data-toasts role="status" aria-live="polite"></div>
    <p class="frame-trouble card" data-frame-trouble hidden>${name} does not answer. It may still be starting. <a href="${base}${path}">Load again</a></p>`;
}

/** The app's pages live under /app; an address that says so already is taken as it is, as admin.shopify.com writes it. */
function appPath(path: string): string {
  return path === "/app" || path.startsWith("/app/") ? path : `/app${path}`;
}

/**
 * The app's library refuses every host but Shopify's own (shopify-api, sanitizeHost), so the simulated admin names itself as the real one;
 * app and admin find each other by postMessage instead.
 */
function hostParameter(store: string): string {
  return Buffer.from(`admin.shopify.com/store/${store}`).toString("base64");
}
