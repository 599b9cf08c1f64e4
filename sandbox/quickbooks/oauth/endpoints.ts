/** Token, revoke and user-info endpoints at Intuit's paths (05, section 3). Errors are OAuth's own JSON. */
import { timingSafeEqual } from "node:crypto";
import type { Temporal } from "temporal-polyfill";
import { jsonReply } from "../../http/replies.ts";
import type { HttpAnswer, HttpReply, HttpRequest } from "../../http/server.ts";
import { isObject, textOf } from "../wire/json.ts";
import type { Client } from "./authorize.ts";
import { ACCESS_SECONDS, checkAccess, redeemCode, refresh, revoke } from "./token-store.ts";
import type { TokenPair, TokenState, TokenStore } from "./token-store.ts";

/** "Hard maximum 5 years", shown when the request asks for it (05, section 3). */
const HARD_EXPIRY_SECONDS = 5 * 365 * 24 * 3600;

export function tokenEndpoint(request: HttpRequest, client: Client, tokens: TokenStore, now: Temporal.Instant): HttpAnswer {
  if (!isClient(request, client)) return oauthError(401, "invalid_client", "Client authentication failed");
  const form = new URLSearchParams(request.body);
  switch (form.get("grant_type")) {
    case "authorization_code":
      return grant(request, redeemCode(tokens, form.get("code") ?? "", form.get("redirect_uri") ?? "", now), "Invalid authorization code");
    case "refresh_token":
      return grant(request, refresh(tokens, form.get("refresh_token") ?? "", now), "Incorrect or invalid refresh token");
    default:
      return oauthError(400, "unsupported_grant_type", "The grant type must be authorization_code or refresh_token");
  }
}

/** Takes JSON as intuit-oauth sends it, or a form. */
export function revokeEndpoint(request: HttpRequest, client: Client, tokens: TokenState): HttpReply {
  if (!isClient(request, client)) return oauthError(401, "invalid_client", "Client authentication failed");
  const token = tokenOf(request);
  if (token === undefined || !revoke(tokens, token)) return oauthError(400, "invalid_request", "The token is not known");
  return jsonReply(200, {});
}

export function userInfoEndpoint(request: HttpRequest, tokens: TokenState, now: Temporal.Instant): HttpReply {
  const access = checkAccess(tokens, bearerOf(request) ?? "", now);
  if (typeof access === "string") return oauthError(401, "invalid_token", `The access token is ${access}`);
  return jsonReply(200, {
    sub: "00000000-0000-4000-8000-000000000001",
    email: "owner@example.com",
    emailVerified: true,
    givenName: "Sandbox",
    familyName: "Owner",
  });
}

export function bearerOf(request: HttpRequest): string | undefined {
  return /^Bearer (.+)$/i.exec(request.headers.authorization ?? "")?.[1];
}

/** The refresh token of a refresh request, so that a planned fault finds the company it belongs to. */
export function refreshTokenOf(request: HttpRequest): string {
  return new URLSearchParams(request.body).get("refresh_token") ?? "";
}

function grant(request: HttpRequest, pair: TokenPair | undefined, refusal: string): HttpAnswer {
  if (!pair) return oauthError(400, "invalid_grant", refusal);
  const asksHardExpiry = request.headers["x-include-refresh-token-hard-expires-in"] === "true";
  return jsonReply(200, {
    access_token: pair.accessToken,
    refresh_token: pair.refreshToken,
    token_type: "bearer",
    expires_in: ACCESS_SECONDS,
    x_refresh_token_expires_in: pair.refreshSeconds,
    ...(asksHardExpiry ? { x_refresh_token_hard_expires_in: HARD_EXPIRY_SECONDS } : {}),
  });
}

function isClient(request: HttpRequest, { clientId, clientSecret }: Client): boolean {
  const encoded = /^Basic (.+)$/i.exec(request.headers.authorization ?? "")?.[1] ?? "";
  const sent = Buffer.from(encoded, "base64");
  const expected = Buffer.from(`${clientId}:${clientSecret}`);
  return sent.length === expected.length && timingSafeEqual(sent, expected);
}

function tokenOf(request: HttpRequest): string | undefined {
  if (!request.headers["content-type"]?.includes("json")) return new URLSearchParams(request.body).get("token") ?? undefined;
  try {
    const body: unknown = JSON.parse(request.body);
    return isObject(body) ? textOf(body, "token") : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export function oauthError(status: number, error: string, description: string): HttpAnswer {
  return jsonReply(status, { error, error_description: description });
}
