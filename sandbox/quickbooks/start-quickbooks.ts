/**
 * The simulated QuickBooks Online: a program with state on one port, holding many companies.
 * It must share no code with the app it is used to test. What it assumes about the real service: ASSUMPTIONS.md.
 */
import { randomUUID } from "node:crypto";
import type { Temporal } from "temporal-polyfill";
import { jsonReply } from "../http/replies.ts";
import { throughFault } from "../faults/through-fault.ts";
import { startServer } from "../http/server.ts";
import type { HttpAnswer, HttpReply, HttpRequest } from "../http/server.ts";
import { answerAtBoundary } from "./api/boundary.ts";
import { unauthenticatedReply, unauthorisedReply } from "./api/failure-replies.ts";
import { faultOnTokens } from "./api/planned-faults.ts";
import { logRequest } from "./api/request-log.ts";
import { answerControl } from "./control/control-routes.ts";
import { createControl, listCompanies } from "./control/control.ts";
import type { QuickBooksControl } from "./control/control.ts";
import type { World } from "./control/world.ts";
import { authorize } from "./oauth/authorize.ts";
import type { Client } from "./oauth/authorize.ts";
import { bearerOf, oauthError, refreshTokenOf, revokeEndpoint, tokenEndpoint, userInfoEndpoint } from "./oauth/endpoints.ts";
import { answerPage } from "./pages/page-routes.ts";
import { checkAccess, emptyTokens, realmOfRefreshToken } from "./oauth/token-store.ts";

export type QuickBooksOptions = Client & {
  /** 0 or absent: any free port. */
  port?: number;
  /** Business time: dates, token expiry, late commits. */
  now: () => Temporal.Instant;
  /** For the request limits; default: the system's monotonic clock. */
  monotonicMs?: () => number;
  /** Where codes, tokens and `intuit_tid` come from; by default they are random, and a run that must be the same twice gives a source of its own. */
  ids?: () => string;
};

export type QuickBooksSimulator = QuickBooksControl & { origin: string; port: number; close: () => Promise<void> };

/** The API is at `{origin}/v3/company/`, OAuth at Intuit's own paths below `origin`, the simulator's own door at `/_sandbox/`, its pages at `/`. */
export async function startQuickBooks(options: QuickBooksOptions): Promise<QuickBooksSimulator> {
  const { ids = randomUUID } = options;
  const world: World = {
    companies: new Map(),
    tokens: emptyTokens(ids),
    now: options.now,
    monotonicMs: options.monotonicMs ?? (() => performance.now()),
  };
  const control = createControl(world);
  const server = await startServer({
    ...(options.port === undefined ? {} : { port: options.port }),
    handler: async (request) => withTransactionId(await answer(request, world, control, options), ids),
  });
  return { ...control, ...server };
}

async function answer(request: HttpRequest, world: World, control: QuickBooksControl, client: Client): Promise<HttpReply> {
  const { pathname } = request.url;
  const now = world.now();
  if (pathname.startsWith("/_sandbox/")) return answerControl(request, control);
  if (pathname.startsWith("/v3/company/")) return answerApi(request, world);
  switch (`${request.method} ${pathname}`) {
    case "GET /connect/oauth2":
    case "POST /connect/oauth2":
      return authorize(request, client, listCompanies(world), world.tokens, now);
    case "POST /oauth2/v1/tokens/bearer":
      return answerTokenRequest(request, world, client);
    case "POST /v2/oauth2/tokens/revoke":
      return revokeEndpoint(request, client, world.tokens);
    case "GET /v1/openid_connect/userinfo":
      return userInfoEndpoint(request, world.tokens, now);
    default:
      return answerPage(request, world, control) ?? jsonReply(404, { message: `nothing at ${request.method} ${pathname}` });
  }
}

async function answerApi(request: HttpRequest, world: World): Promise<HttpReply> {
  const [, , , realmId = "", ...rest] = request.url.pathname.split("/");
  const apiRequest = { method: request.method, path: `/${rest.join("/")}`, query: request.url.searchParams, body: request.body };
  const company = world.companies.get(realmId);
  const now = world.now();
  const token = bearerOf(request) ?? "";
  const access = checkAccess(world.tokens, token, now);
  if (typeof access !== "string" && access.realmId === realmId && company) {
    return answerAtBoundary(company, apiRequest, world.now);
  }
  const refusal = typeof access === "string" ? unauthenticatedReply(`Token ${access}: ${token}`, now) : unauthorisedReply(now);
  if (company) logRequest(company.state, apiRequest, refusal, { at: now, durationMs: 0 });
  return refusal;
}

/** A planned fault on the token endpoint belongs to the company whose refresh token is used. */
async function answerTokenRequest(request: HttpRequest, world: World, client: Client): Promise<HttpReply> {
  const perform = (): HttpAnswer => tokenEndpoint(request, client, world.tokens, world.now());
  const company = world.companies.get(realmOfRefreshToken(world.tokens, refreshTokenOf(request)) ?? "");
  const fault = company && faultOnTokens(company.state.faults, request.method, request.url.pathname);
  if (!company || !fault) return perform();
  company.struck.push({ do: fault.do, method: request.method, path: request.url.pathname });
  const { do: kind, status = 500, code = "server_error" } = fault;
  if (kind === "lateCommit" || kind === "faultInside200") throw new Error(`a fault "${kind}" makes no sense on the token endpoint`);
  return throughFault({ ...fault, do: kind }, { perform, refuse: () => oauthError(status, code, "Planned fault"), gate: company.gate });
}

/** Every answer carries `intuit_tid` (05, section 1). */
function withTransactionId(reply: HttpReply, ids: () => string): HttpReply {
  if (reply === "drop") return reply;
  return { ...reply, headers: { ...reply.headers, intuit_tid: `1-${ids()}` } };
}
