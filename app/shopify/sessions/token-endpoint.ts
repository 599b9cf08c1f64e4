/** Asks Shopify for the next offline token. Must never log or repeat a token, and never tries twice: the caller knows which refresh token is still good. */
import { z } from "zod";
import { SHOPIFY_TOKEN_WITHIN_MS } from "#app/config/limits.ts";
import { failure, type Result, success } from "#app/domain/result.ts";
import type { Fault } from "#app/pipeline/ports/fault.ts";

export type TokenEndpoint = { apiKey: string; apiSecret: string; apiOrigin: string | undefined };

/** Names and units as in Shopify's answer; lifetimes in seconds (06 §3). */
const answerSchema = z.object({
  access_token: z.string().min(1),
  scope: z.string(),
  expires_in: z.number().positive(),
  refresh_token: z.string().min(1),
  refresh_token_expires_in: z.number().positive(),
});
export type TokenAnswer = z.infer<typeof answerSchema>;

export async function refreshOfflineToken({ apiKey, apiSecret, apiOrigin }: TokenEndpoint, shop: string, refreshToken: string): Promise<Result<TokenAnswer, Fault>> {
  try {
    const response = await fetch(new URL("/admin/oauth/access_token", apiOrigin ?? `https://${shop}`), {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json", "X-Shopify-Shop-Domain": shop },
      body: JSON.stringify({ client_id: apiKey, client_secret: apiSecret, grant_type: "refresh_token", refresh_token: refreshToken }),
      // A redirect would carry the secret elsewhere.
      redirect: "error",
      signal: AbortSignal.timeout(SHOPIFY_TOKEN_WITHIN_MS),
    });
    if (response.status === 400 || response.status === 401 || response.status === 403) {
      return failure({ kind: "needs_auth", detail: `Shopify refused to renew the access of ${shop} (${response.status}); it renews itself when the app is opened in Shopify` });
    }
    if (!response.ok) return failure({ kind: "transient", detail: `Shopify's token endpoint answered ${response.status}` });
    return success(answerSchema.parse(await response.json()));
  } catch (error) {
    // Lost or unreadable: the refresh token just used stays good until its successor is used (changelog of 2026-08-28, 06 Tokens).
    return failure({ kind: "transient", detail: `Shopify's token endpoint gave no usable answer: ${error instanceof Error ? error.name : "unknown error"}` });
  }
}
