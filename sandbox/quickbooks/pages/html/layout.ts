/** The frame around every page: who we are, where we are, where to go. Knows no books. */
import { assetAddress } from "../assets.ts";
import { html } from "./html.ts";
import type { Html, Part } from "./html.ts";
import { noticeBar } from "./notice.ts";
import type { Notice } from "./notice.ts";
import type { PageView, Section } from "../page-view.ts";

const SECTIONS: readonly { section: Section; title: string; path: string }[] = [
  { section: "overview", title: "Overview", path: "" },
  { section: "documents", title: "Documents", path: "/documents" },
  { section: "customers", title: "Customers", path: "/customers" },
  { section: "accounts", title: "Chart of accounts", path: "/accounts" },
  { section: "trial-balance", title: "Trial balance", path: "/trial-balance" },
  { section: "requests", title: "API log", path: "/requests" },
  { section: "settings", title: "Settings", path: "/settings" },
];

/** The frame of a company's page. Only `#content` is replaced when a page updates itself. */
export function companyPage(company: { realmId: string; name: string }, page: PageView): string {
  const link = ({ section, title, path }: (typeof SECTIONS)[number]): Html =>
    html`<li><a href="/company/${company.realmId}${path}"${section === page.section && CURRENT}>${title}</a></li>`;
  return documentOf(
    `${page.title} · ${company.name}`,
    html`<body class="company">
<a class="skip" href="#main">Skip to the content</a>
<header class="side"><p class="brand"><a href="/">Simulated QuickBooks</a></p><p class="company-name">${company.name}</p>
<nav aria-label="Company"><ul>${SECTIONS.map(link)}</ul></nav></header>
<main id="main" tabindex="-1">${noticeBar(page.notice)}
<div class="title"><h1>${page.heading ?? page.title}</h1>${page.live && LIVE}</div>
${page.before}
<div id="content"${page.live && html` data-live="on"`}>${page.body}</div>
<div id="after"${page.live && html` data-live="on"`}>${page.after}</div></main></body>`,
  );
}

const CURRENT = html` aria-current="page"`;

/** Its words are the script's to change when the connection is lost. */
const LIVE = html`<p class="live"><span class="dot"></span><span id="live-text">Updates by itself</span></p>`;

export function plainPage({ title, notice, body }: { title: string; notice?: Notice | undefined; body: Part }): string {
  return documentOf(
    title,
    html`<body class="plain"><main id="main"><p class="brand"><a href="/">Simulated QuickBooks</a></p>
<h1>${title}</h1>${noticeBar(notice)}${body}</main></body>`,
  );
}

function documentOf(title: string, body: Html): string {
  return `<!doctype html>\n${html`<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><link rel="icon" href="${assetAddress("icon.svg")}" type="image/svg+xml"><link rel="stylesheet" href="${assetAddress("quickbooks.css")}">
<script type="module" src="${assetAddress("quickbooks.js")}"></script></head>
${body}</html>`}`;
}
