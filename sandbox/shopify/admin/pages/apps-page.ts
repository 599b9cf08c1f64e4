/** The shop's apps: open, install, uninstall, and the privacy requests that Shopify sends to every app. */
import type { HttpAnswer } from "../../../http/server.ts";
import type { ComplianceTopic } from "../../simulator.ts";
import { appAddress } from "../addresses.ts";
import type { PageRequest } from "../backend.ts";
import type { Html } from "../html.ts";
import { html } from "../html.ts";
import { dialog, opener } from "../parts/dialog.ts";
import { pageReply } from "./layout.ts";

export const PRIVACY_REQUESTS = [
  { topic: "customers/data_request", label: "Ask for a customer’s data" },
  { topic: "customers/redact", label: "Erase a customer" },
  { topic: "shop/redact", label: "Erase the shop" },
] as const satisfies readonly { topic: ComplianceTopic; label: string }[];

export function appsPage(request: PageRequest): HttpAnswer {
  const { shop, backend: { app } } = request;
  const address = appAddress(shop, app.apiKey);
  return pageReply(request, {
    title: "Apps",
    at: "apps",
    content: html`<div class="page-head"><h1>Apps</h1></div>
      <section class="card app-row">
        <span class="app-mark app-mark-large" aria-hidden="true">${app.name.slice(0, 1)}</span>
        <div class="app-row-text"><h2>${app.name}</h2><p class="muted">${shop.installed ? "Installed. It receives webhooks and may read this shop’s orders." : "Not installed. It gets no webhooks and no access."}</p></div>
        <div class="card-actions">${shop.installed ? html`${opener("uninstall", "Uninstall")}<a class="button button-primary" href="${address}">Open</a>` : installForm(address)}</div>
      </section>
      <section class="card">
        <h2>Privacy requests</h2>
        <p class="muted">Shopify sends these three to every app, about the latest customer; “erase the shop” comes 48 hours after an uninstall.</p>
        <div class="card-actions">${PRIVACY_REQUESTS.map(({ topic, label }) => html`<form method="post" action="${address}/compliance"><button class="button" name="topic" value="${topic}">${label}</button></form>`)}</div>
      </section>
      ${dialog({
        id: "uninstall",
        title: `Uninstall ${app.name}?`,
        action: `${address}/uninstall`,
        submit: "Uninstall",
        tone: "critical",
        body: html`<p>Its access ends at once and it is told so. What it wrote to QuickBooks stays. Installing it again continues where it stopped.</p>`,
      })}`,
  });
}

export function installForm(address: string): Html {
  return html`<form method="post" action="${address}/install"><button class="button button-primary">Install</button></form>`;
}
