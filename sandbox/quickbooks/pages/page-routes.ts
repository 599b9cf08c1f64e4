/** Which address shows which page. Must never answer an app: its door is the API. */
import { ZodError } from "zod";
import { emptyReply } from "../../http/replies.ts";
import type { HttpReply, HttpRequest } from "../../http/server.ts";
import { inTransaction } from "../company/state.ts";
import type { QuickBooksControl } from "../control/control.ts";
import type { World } from "../control/world.ts";
import { accountsPage } from "./accounts/accounts-page.ts";
import { registerPage } from "./accounts/register-page.ts";
import { trialBalancePage } from "./accounts/trial-balance-page.ts";
import { assetReply } from "./assets.ts";
import { companiesPage } from "./companies-page.ts";
import { customerPage } from "./customers/customer-page.ts";
import { customersPage } from "./customers/customers-page.ts";
import { followLink } from "./deep-link.ts";
import { documentPage } from "./documents/document-page.ts";
import { getEdit, postDocument } from "./documents/document-posts.ts";
import { documentsPage } from "./documents/documents-page.ts";
import { doneNotice } from "./done-notice.ts";
import { html } from "./html/html.ts";
import { companyPage, plainPage } from "./html/layout.ts";
import type { Outcome } from "./outcome.ts";
import { overviewPage } from "./overview-page.ts";
import { isFromElsewhere, pageReply } from "./page-reply.ts";
import { requestPage } from "./requests/request-page.ts";
import { requestsPage } from "./requests/requests-page.ts";
import { getSettings, postSettings } from "./settings/settings-posts.ts";
import type { Visit } from "./visit.ts";

/** Undefined for addresses that belong to no page. */
export function answerPage(request: HttpRequest, world: World, control: QuickBooksControl): HttpReply | undefined {
  const { pathname } = request.url;
  const visit = (realmId: string): Visit => visitOf(request, realmId, world, control);
  if (pathname === "/" && request.method === "GET") return pageReply(request, 200, companiesPage(control));
  if (pathname.startsWith("/app/")) {
    const followed = followLink(request.url, control, visit);
    return "goTo" in followed ? emptyReply(302, { location: followed.goTo }) : pageReply(request, followed.status, followed.page);
  }
  if (pathname.startsWith("/company/")) return answerCompany(request, control, visit);
  return request.method === "GET" ? assetReply(pathname) : undefined;
}

function answerCompany(request: HttpRequest, control: QuickBooksControl, visit: (realmId: string) => Visit): HttpReply {
  const [, , realmId = "", ...path] = request.url.pathname.split("/");
  const company = control.companies().find((known) => known.realmId === realmId);
  if (!company) return problem(request, 404, "There is no such company", `This simulator has no company ${realmId}.`);
  if (request.method === "POST" && isFromElsewhere(request)) return problem(request, 403, "Not from here", "This form was sent from another site's page.");
  try {
    const outcome = request.method === "POST" ? post(visit(realmId), path) : get(visit(realmId), path);
    if (outcome === undefined) return problem(request, 404, "There is no such page", "It may have been removed, or the address is not complete.");
    if ("goTo" in outcome) return emptyReply(303, { location: outcome.goTo });
    return pageReply(request, outcome.status ?? 200, companyPage(company, outcome));
  } catch (error) {
    if (error instanceof ZodError) return problem(request, 400, "This form was not understood", "Go back, check what you entered, and try again.");
    throw error;
  }
}

function get(visit: Visit, [section = "", first, second, third]: string[]): Outcome {
  const { read, url } = visit;
  const notice = doneNotice(url);
  switch (`${section}${first === undefined ? "" : "/:"}`) {
    case "":
      return read(overviewPage);
    case "documents":
      return read((books) => documentsPage(books, url));
    case "documents/:":
      if (second !== undefined && third === "edit") return read((books) => getEdit(books, first ?? "", second));
      return third === undefined ? read((books) => documentPage(books, first ?? "", second ?? "", notice)) : undefined;
    case "customers":
      return read((books) => customersPage(books, url));
    case "customers/:":
      return read((books) => customerPage(books, first ?? "", url));
    case "accounts":
      return read(accountsPage);
    case "accounts/:":
      return read((books) => registerPage(books, first ?? "", url));
    case "trial-balance":
      return read(trialBalancePage);
    case "requests":
      return read(requestsPage);
    case "requests/:":
      return read((books) => requestPage(books, first ?? ""));
    case "settings":
      return getSettings(visit, notice);
    default:
      return undefined;
  }
}

function post(visit: Visit, [section = "", first = "", second = "", third = ""]: string[]): Outcome {
  if (section === "documents") return postDocument(visit, first, second, third);
  return section === "settings" ? postSettings(visit, first) : undefined;
}

function visitOf(request: HttpRequest, realmId: string, world: World, control: QuickBooksControl): Visit {
  return {
    realmId,
    url: request.url,
    form: new URLSearchParams(request.method === "POST" ? request.body : ""),
    control,
    read: (work) => inTransaction(control.company(realmId), world.now(), work, "bookkeeper"),
  };
}

function problem(request: HttpRequest, status: number, title: string, text: string): HttpReply {
  return pageReply(request, status, plainPage({ title, body: html`<p>${text}</p><p><a href="/">All companies</a></p>` }));
}
