/** The frame that one extension runs in: of the admin's origin, so that what it asks of the app is asked from a foreign one, as from Shopify's. */
import { htmlReply } from "../../../http/replies.ts";
import type { HttpAnswer } from "../../../http/server.ts";
import { appAddress } from "../addresses.ts";
import type { PageRequest } from "../backend.ts";
import { EXTENSIONS } from "../extensions.ts";
import { html } from "../html.ts";
import { notFoundPage } from "./problem-page.ts";

export function extensionFrame(request: PageRequest): HttpAnswer {
  const { shop, url, backend: { app } } = request;
  const name = EXTENSIONS.find((each) => each === url.searchParams.get("name"));
  const appUrl = app.url();
  if (name === undefined || appUrl === undefined || !shop.installed) return notFoundPage(request, "This extension");
  const base = appAddress(shop, app.apiKey);
  const page = html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <title>${app.name}: ${name}</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/assets/admin.css">
    <script type="module" src="/assets/extension-frame.js"></script>
  </head>
  <body class="extension" data-extension="${name}" data-app="${new URL(appUrl).origin}" data-base="${base}" data-token="${base}/session-token"></body>
</html>`;
  return htmlReply(200, page.text, { "cache-control": "no-store" });
}
