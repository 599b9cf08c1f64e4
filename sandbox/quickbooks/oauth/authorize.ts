/** The consent page and what its answer leads to. The person chooses the company; the app learns code, state and realmId. */
import type { Temporal } from "temporal-polyfill";
import { emptyReply, escapeHtml, htmlReply } from "../../http/replies.ts";
import type { HttpReply, HttpRequest } from "../../http/server.ts";
import { issueCode } from "./token-store.ts";
import type { TokenState } from "./token-store.ts";

export type Client = { clientId: string; clientSecret: string };
export type ListedCompany = { realmId: string; name: string };

type AuthorizeRequest = { clientId: string; redirectUri: string; state: string; scope: string };

const ACCOUNTING_SCOPE = "com.intuit.quickbooks.accounting";

/** GET: the page; POST: the person's choice, answered with the redirect to the app. */
export function authorize(
  request: HttpRequest,
  client: Client,
  companies: ListedCompany[],
  tokens: TokenState,
  now: Temporal.Instant,
): HttpReply {
  const parameters = request.method === "POST" ? new URLSearchParams(request.body) : request.url.searchParams;
  const asked = readRequest(parameters);
  if (typeof asked === "string") return htmlReply(400, page("Something is wrong with this connection", `<p>${escapeHtml(asked)}</p>`));
  if (asked.clientId !== client.clientId) return htmlReply(400, page("Unknown app", "<p>The client_id is not known.</p>"));
  if (request.method !== "POST") return htmlReply(200, consentPage(asked, companies));
  const realmId = parameters.get("realmId") ?? "";
  const isKnown = companies.some((company) => company.realmId === realmId);
  if (parameters.get("decision") !== "connect" || !isKnown) return emptyReply(302, { location: denial(asked) });
  return emptyReply(302, { location: callbackUrl(asked, realmId, tokens, now) });
}

/** Where a person who agrees to connect `realmId` ends up; for scripts that have no browser. Throws Error for a request that is none. */
export function consent(authorizeUrl: string, realmId: string, tokens: TokenState, now: Temporal.Instant): string {
  const asked = readRequest(new URL(authorizeUrl).searchParams);
  if (typeof asked === "string") throw new Error(asked);
  return callbackUrl(asked, realmId, tokens, now);
}

function readRequest(parameters: URLSearchParams): AuthorizeRequest | string {
  const [clientId, redirectUri, state, scope] = ["client_id", "redirect_uri", "state", "scope"].map((name) => parameters.get(name) ?? "");
  if (parameters.get("response_type") !== "code") return "response_type must be code";
  if (!clientId || !redirectUri || !state || !scope) return "client_id, redirect_uri, scope and state are required";
  if (!scope.split(" ").includes(ACCOUNTING_SCOPE)) return `the scope must contain ${ACCOUNTING_SCOPE}`;
  if (!URL.canParse(redirectUri)) return "redirect_uri is no address";
  return { clientId, redirectUri, state, scope };
}

function callbackUrl(asked: AuthorizeRequest, realmId: string, tokens: TokenState, now: Temporal.Instant): string {
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

function consentPage(asked: AuthorizeRequest, companies: ListedCompany[]): string {
  const hidden = { client_id: asked.clientId, redirect_uri: asked.redirectUri, state: asked.state, scope: asked.scope, response_type: "code" };
  const inputs = Object.entries(hidden).map(([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`);
  const options = companies.map(({ realmId, name }) => `<option value="${escapeHtml(realmId)}">${escapeHtml(name)} (${escapeHtml(realmId)})</option>`);
  return page(
    "Connect your QuickBooks company",
    `<form method="post" action="/connect/oauth2">${inputs.join("")}
<p><label>Company <select name="realmId">${options.join("")}</select></label></p>
<p>The app will be able to read and write this company's accounting data.</p>
<button name="decision" value="connect">Connect</button> <button name="decision" value="deny">Deny</button>
</form>`,
  );
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head><body><main><h1>${escapeHtml(title)}</h1>${body}<p><small>Simulated QuickBooks Online</small></p></main></body></html>`;
}
