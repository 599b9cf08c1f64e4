/** intuit-oauth behind one module: consent URL, code for tokens, refresh, revoke. It must never send a token request twice by itself. */
import OAuthClient from "intuit-oauth";
import { z } from "zod";
import { type Exchange, wasNeverSent } from "../client/exchange.ts";
import { exchange } from "../client/observed-axios.ts";
import type { IntuitEnvironment } from "../endpoints.ts";
import { TOKEN_DEADLINE_MS } from "../limits.ts";

export type IntuitApp = { clientId: string; clientSecret: string; environment: IntuitEnvironment; redirectUri: string; deadlineMs?: number };

/** Lifetimes in seconds, as Intuit tells them. */
export type IssuedTokens = { accessToken: string; accessTokenSeconds: number; refreshToken: string; refreshTokenSeconds: number };

export type TokenAnswer =
  | { kind: "issued"; tokens: IssuedTokens }
  /** `invalid_grant`: the code or refresh token is used up, revoked or too old. */
  | { kind: "refused"; detail: string }
  /** The request reached Intuit, or may have, and no usable answer came back: a rotation may have happened. */
  | { kind: "lost"; detail: string }
  /** Not processed: it never left, or was turned away for a reason that has nothing to do with this connection. */
  | { kind: "unavailable"; detail: string };

export type IntuitOAuth = {
  /** Where a person is sent to consent; `state` comes back with the answer. */
  consentUrl(state: string): string;
  redeemCode(code: string): Promise<TokenAnswer>;
  refresh(refreshToken: string): Promise<TokenAnswer>;
  /** True once Intuit confirms; the refresh token and every access token of the connection are dead then. */
  revoke(refreshToken: string): Promise<boolean>;
};

export function createIntuitOAuth(app: IntuitApp): IntuitOAuth {
  const { deadlineMs = TOKEN_DEADLINE_MS, ...credentials } = app;

  /** A fresh client per call, because the library keeps the tokens it saw inside the client. `logging` stays off: it writes tokens into files. */
  const client = (): OAuthClient => Object.assign(new OAuthClient(credentials), { shouldRetry: neverRetry });

  const ask = async (send: (oauth: OAuthClient) => Promise<unknown>): Promise<TokenAnswer> =>
    readTokenAnswer(await exchange(deadlineMs, () => send(client())));

  return {
    consentUrl: (state) => client().authorizeUri({ scope: [OAuthClient.scopes.Accounting], state }),
    redeemCode: (code) => ask((oauth) => oauth.createToken(`?code=${encodeURIComponent(code)}`)),
    refresh: (refreshToken) => ask((oauth) => oauth.refreshUsingToken(refreshToken)),
    async revoke(refreshToken) {
      const seen = await exchange(deadlineMs, () => client().revoke({ refresh_token: refreshToken }));
      return seen?.kind === "answered" && seen.status === 200;
    },
  };
}

/** The library repeats token requests up to three times on 5xx and resets (05 §3); a repeated refresh can burn the rotation whose answer was lost. */
const neverRetry = (): boolean => false;

const issuedSchema = z
  .object({ access_token: z.string().min(1), refresh_token: z.string().min(1), expires_in: z.number(), x_refresh_token_expires_in: z.number() })
  .transform(
    (body): IssuedTokens => ({
      accessToken: body.access_token,
      accessTokenSeconds: body.expires_in,
      refreshToken: body.refresh_token,
      refreshTokenSeconds: body.x_refresh_token_expires_in,
    }),
  );
const refusedSchema = z.object({ error: z.literal("invalid_grant") });

/** Answers are told by status and OAuth's error code (RFC 6749 §5.2); bodies are never repeated in a detail, they hold tokens. */
function readTokenAnswer(seen: Exchange | null): TokenAnswer {
  if (seen === null) return { kind: "unavailable", detail: "the token request could not be put together" };
  if (seen.kind === "failed") {
    return { kind: wasNeverSent(seen) ? "unavailable" : "lost", detail: `Intuit's token service gave no answer (${seen.code})` };
  }
  if (seen.status === 200) {
    const issued = issuedSchema.safeParse(seen.body);
    return issued.success ? { kind: "issued", tokens: issued.data } : { kind: "lost", detail: "Intuit's token answer could not be read" };
  }
  if (seen.status >= 500 || seen.status === 408) return { kind: "lost", detail: `Intuit's token service answered ${seen.status}` };
  // Only this one is about the connection; `invalid_client`, 429 and the like must not ask a merchant to reconnect.
  if (refusedSchema.safeParse(seen.body).success) return { kind: "refused", detail: "Intuit no longer accepts this authorisation (invalid_grant)" };
  return { kind: "unavailable", detail: `Intuit's token service answered ${seen.status}` };
}
