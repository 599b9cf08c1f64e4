/** The request for consent and what a person's answer leads to: the app learns code, state and realmId, or that access was denied. */
import { Temporal } from "temporal-polyfill";
import { emptyReply } from "../../http/replies.ts";
import type { HttpReply, HttpRequest } from "../../http/server.ts";
import { consentPage, consentProblem } from "../pages/consent-page.ts";
import type { Notice } from "../pages/html/notice.ts";
import { isFromElsewhere, pageReply } from "../pages/page-reply.ts";
import { isConnected, issueCode } from "./token-store.ts";
import type { TokenStore } from "./token-store.ts";

export type Client = { clientId: string; clientSecret: string };
export type ListedCompany = { realmId: string; name: string; country: string; currency: string };

type AuthorizeRequest = { clientId: string; redirectUri: string; state: string; scope: string };

const ACCOUNTING_SCOPE = "com.intuit.quickbooks.accounting";

/** How long the page may stay open before its answer is refused. */
const PAGE_MINUTES = 60;

/** GET: the page; POST: the person's choice, answered with the redirect to the app. */
export function authorize(
  request: HttpRequest,
  client: Client,
  companies: ListedCompany[],
  tokens: TokenStore,
  now: Temporal.Instant,
): HttpReply {
  const isAnswer = request.method === "POST";
  const parameters = isAnswer ? new URLSearchParams(request.body) : request.url.searchParams;
  const asked = readRequest(parameters);
  const refuse = (title: string, sentence: string, status = 400): HttpReply => pageReply(request, status, consentProblem(title, sentence));
  if (isAnswer && isFromElsewhere(request)) return refuse("Not from here", "This answer was sent from another site's page.", 403);
  if (typeof asked === "string") return refuse("This connection request is not complete", `The app asked in a way QuickBooks does not understand: ${asked}.`);
  if (asked.clientId !== client.clientId) return refuse("Unknown app", "The client_id of this request belongs to no app that QuickBooks knows.");
  if (isAnswer && isTooOld(parameters.get("asked"), now)) return refuse("This page was open for too long", "For your safety a connection request is good for one hour.");
  if (isAnswer && parameters.get("decision") !== "connect") return emptyReply(302, { location: denial(asked) });
  const realmId = parameters.get("realmId") ?? "";
  const isKnown = companies.some((company) => company.realmId === realmId);
  if (isAnswer && isKnown) return emptyReply(302, { location: callbackUrl(asked, realmId, tokens, now) });
  return pageReply(request, isAnswer ? 400 : 200, askPage(asked, companies, tokens, now, isAnswer));
}

/** Where a person who agrees to connect `realmId` ends up; for scripts that have no browser. Throws Error for a request that is none. */
export function consent(authorizeUrl: string, realmId: string, tokens: TokenStore, now: Temporal.Instant): string {
  const asked = readRequest(new URL(authorizeUrl).searchParams);
  if (typeof asked === "string") throw new Error(asked);
  return callbackUrl(asked, realmId, tokens, now);
}

function readRequest(parameters: URLSearchParams): AuthorizeRequest | string {
  const [clientId, redirectUri, state, scope] = ["client_id", "redirect_uri", "state", "scope"].map((name) => parameters.get(name) ?? "");
  if (parameters.get("response_type") !== "code") return "response_type must be code";
  if (!clientId || !redirectUri || !state || !scope) return "client_id, redirect_uri, scope and state are required";
  if (!scope.split(" ").includes(ACCOUNTING_SCOPE)) return `the scope must contain ${ACCOUNTING_SCOPE}`;
  if (!URL.canParse(redirectUri) || !/^https?:$/.test(new URL(redirectUri).protocol)) return "redirect_uri is no address";
  return { clientId, redirectUri, state, scope };
}

/** Scripts that answer without having seen the page send no time. */
function isTooOld(asked: string | null, now: Temporal.Instant): boolean {
  if (asked === null) return false;
  const milliseconds = Number(asked);
  if (!Number.isSafeInteger(milliseconds)) return true;
  return now.since(Temporal.Instant.fromEpochMilliseconds(milliseconds)).total("minutes") >= PAGE_MINUTES;
}

function callbackUrl(asked: AuthorizeRequest, realmId: string, tokens: TokenStore, now: Temporal.Instant): string {
  const url = new URL(asked.redirectUri);
  url.searchParams.set("code", issueCode(tokens, realmId, asked.redirectUri, now));
  url.searchParams.set("state", asked.state);
  url.searchParams.set("realmId", realmId);
  return url.href;
}

function denial(asked: AuthorizeRequest): string {
  const url = new URL(asked.redirectUri);
  url.searchParams.set("error", "access_denied");
  url.searchParams.set("state", asked.state);
  return url.href;
}

function askPage(asked: AuthorizeRequest, companies: ListedCompany[], tokens: TokenStore, now: Temporal.Instant, again: boolean): string {
  const notice: Notice = { tone: "refused", text: "Choose the company to connect." };
  return consentPage({
    hidden: {
      ...{ client_id: asked.clientId, redirect_uri: asked.redirectUri, state: asked.state, scope: asked.scope, response_type: "code" },
      asked: String(now.epochMilliseconds),
    },
    companies: companies.map((company) => ({ ...company, isConnected: isConnected(tokens, company.realmId, now) })),
    chosen: again ? undefined : companies[0]?.realmId,
    returnsTo: new URL(asked.redirectUri).host,
    ...(again ? { notice } : {}),
  });
}
