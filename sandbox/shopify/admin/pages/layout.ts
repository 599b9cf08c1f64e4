/** The frame of every page of the simulated admin: top bar with the shop switcher, navigation, content. */
import type { HttpAnswer } from "../../../http/server.ts";
import { htmlReply } from "../../../http/replies.ts";
import { appAddress, shopAddress } from "../addresses.ts";
import type { PageRequest } from "../backend.ts";
import type { Content, Html } from "../html.ts";
import { html } from "../html.ts";
import { icon } from "../parts/icons.ts";

export type Page = {
  title: string;
  at: "orders" | "products" | "apps" | "app";
  content: Content;
  /** Scripts beside the one of every page. */
  scripts?: readonly string[];
  /** The embedded app fills the window. */
  frameless?: boolean;
  status?: number;
};

export function pageReply(request: PageRequest, page: Page): HttpAnswer {
  const { shop, backend } = request;
  const body = html`${topBar(request)}
    <div class="shell">
      ${navigation(request, page.at)}
      <main id="content" class="${page.frameless ? "content content-app" : "content"}" tabindex="-1">${page.frameless ? null : flash(request.url)}${page.content}</main>
    </div>`;
  return htmlReply(page.status ?? 200, documentOf(`${page.title} · ${shop.name} · ${backend.app.name} sandbox`, body, page.scripts ?? []).text, { "cache-control": "no-store" });
}

/** A whole document; also for pages that belong to no shop. */
export function documentOf(title: string, body: Content, scripts: readonly string[] = []): Html {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <title>${title}</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/assets/admin.css">
    ${["admin.js", ...scripts].map((script) => html`<script type="module" src="/assets/${script}"></script>`)}
  </head>
  <body>${body}</body>
</html>`;
}

function topBar({ shop, backend }: PageRequest): Html {
  return html`<a class="skip" href="#content">Skip to content</a>
    <header class="top">
      <button type="button" class="top-menu" data-toggles="navigation" aria-controls="navigation" aria-expanded="false" aria-label="Menu">${icon("menu")}</button>
      <a class="brand" href="${shopAddress(shop, "/orders")}"><span class="brand-mark" aria-hidden="true">S</span><span class="brand-name">Simulated Shopify</span></a>
      <details class="switcher" data-menu>
        <summary>${icon("store")}<span class="switcher-name">${shop.name}</span></summary>
        <div class="switcher-list">
          <p class="hint">Shops of this sandbox</p>
          ${backend.shops().map((other) => html`<a href="${shopAddress(other, "/orders")}"${other === shop ? html` aria-current="true"` : null}>${other.name}<small>${other.domain}</small></a>`)}
        </div>
      </details>
    </header>`;
}

function navigation({ shop, backend: { app } }: PageRequest, at: Page["at"]): Html {
  const link = (address: string, text: Content, here: boolean): Html => html`<a href="${address}"${here ? html` aria-current="page"` : null}>${text}</a>`;
  return html`<nav id="navigation" class="navigation" aria-label="Admin">
    ${link(shopAddress(shop, "/orders"), [icon("orders"), "Orders"], at === "orders")}
    ${link(shopAddress(shop, "/products"), [icon("products"), "Products"], at === "products")}
    ${link(shopAddress(shop, "/apps"), [icon("apps"), "Apps"], at === "apps")}
    ${shop.installed
      ? html`<div class="navigation-app">
          ${link(appAddress(shop, app.apiKey), [html`<span class="app-mark" aria-hidden="true">${app.name.slice(0, 1)}</span>`, app.name], at === "app")}
          <div data-app-links></div>
        </div>`
      : null}
    <p class="navigation-note">A sandbox: no real shop, no real money.</p>
  </nav>`;
}

/** What the last action did; the script takes it out of the address so that a reload does not say it again. */
function flash(url: URL): Html | null {
  const text = url.searchParams.get("flash");
  if (text === null) return null;
  const refused = url.searchParams.get("tone") === "critical";
  return html`<p class="flash ${refused ? "flash-critical" : "flash-done"}" role="${refused ? "alert" : "status"}" data-flash>${text}</p>`;
}
