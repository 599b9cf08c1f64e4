/** POST /admin/oauth/access_token: token exchange and refresh, in the shapes shopify-api sends and reads (design page 06 §3). */
import { z } from "zod";
import type { Temporal } from "temporal-polyfill";
import type { HttpAnswer } from "../../http/server.ts";
import { jsonReply } from "../../http/replies.ts";
import { parseJson } from "../parse-json.ts";
import type { ShopState } from "../state/shop-state.ts";
import { isValidSessionToken } from "./session-token.ts";
import type { TokenMint } from "./tokens.ts";
import { issueTokens, refreshTokens } from "./tokens.ts";

const OFFLINE_TOKEN = "urn:shopify:params:oauth:token-type:offline-access-token";

const tokenRequest = z.discriminatedUnion("grant_type", [
  z.object({
    grant_type: z.literal("urn:ietf:params:oauth:grant-type:token-exchange"),
    client_id: z.string(),
    client_secret: z.string(),
    subject_token: z.string(),
    subject_token_type: z.literal("urn:ietf:params:oauth:token-type:id_token"),
    requested_token_type: z.literal(OFFLINE_TOKEN),
    expiring: z.literal("1"),
  }),
  z.object({ grant_type: z.literal("refresh_token"), client_id: z.string(), client_secret: z.string(), refresh_token: z.string() }),
]);

export type TokenApp = TokenMint & { apiKey: string; apiSecret: string };

/** Every refusal is a 400 with an OAuth error code; nothing is issued for a shop that uninstalled the app. */
export function answerTokenRequest(app: TokenApp, shop: ShopState, body: string, now: Temporal.Instant): HttpAnswer {
  const request = tokenRequest.safeParse(parseJson(body));
  if (!request.success) return refusal("invalid_request", "Only the exchange for an expiring offline token and its refresh are served here.");
  const { data } = request;
  if (data.client_id !== app.apiKey || data.client_secret !== app.apiSecret) {
    return refusal("invalid_client", "Client authentication failed.");
  }
  if (data.grant_type === "refresh_token") {
    const refreshed = shop.installed ? refreshTokens(shop, app, now, data.refresh_token) : undefined;
    return refreshed ? jsonReply(200, refreshed) : refusal("invalid_grant", "The refresh token is invalid, expired or was already used.");
  }
  if (!shop.installed || !isValidSessionToken(app, shop.domain, data.subject_token)) {
    return refusal("invalid_subject_token", "The session token is not valid for this app and shop.");
  }
  return jsonReply(200, issueTokens(shop, app, now));
}

function refusal(error: string, description: string): HttpAnswer {
  return jsonReply(400, { error, error_description: description });
}
