/** An access token that outlives the next call, refreshed by one process at a time. It must never use tokens before they are stored (07 R7). */
import type { Temporal } from "temporal-polyfill";
import { failure, type Result, success } from "#app/domain/result.ts";
import type { Clock } from "#app/pipeline/ports/clock.ts";
import type { Fault } from "#app/pipeline/ports/fault.ts";
import type { StoredTokens, TokenStore } from "#app/pipeline/ports/token-store.ts";
import { REFRESH_BEFORE_EXPIRY_MS } from "../limits.ts";
import type { IntuitOAuth, IssuedTokens } from "./intuit-client.ts";

/**
 * `rejected`: the access token QuickBooks just answered with 401, or null.
 * Where the stored one differs from it, another process replaced it meanwhile, which is as good as a refresh.
 */
export async function freshAccessToken(
  store: TokenStore, clock: Clock, oauth: Pick<IntuitOAuth, "refresh">, rejected: string | null = null,
): Promise<Result<string, Fault>> {
  const usable = (tokens: StoredTokens): boolean =>
    tokens.accessToken !== rejected && clock.now().until(tokens.accessTokenExpiresAt).total("milliseconds") >= REFRESH_BEFORE_EXPIRY_MS;

  const stored = await store.read();
  if (usable(stored)) return success(stored.accessToken);

  const refreshed = await store.refreshExclusively(async (current) => (usable(current) ? success(current) : refresh(current)));
  return refreshed.ok ? success(refreshed.value.accessToken) : refreshed;

  async function refresh(current: StoredTokens): Promise<Result<StoredTokens, Fault>> {
    const first = await oauth.refresh(current.refreshToken);
    if (first.kind === "issued") return success(rotated(first.tokens, current.refreshToken, current));
    if (first.kind === "unavailable") return failure({ kind: "transient", detail: first.detail });

    const again = await store.read();
    if (again.refreshToken !== current.refreshToken) return usable(again) ? success(again) : failure({ kind: "transient", detail: first.detail });

    // Lost: Intuit may have rotated, and the token just sent is the old one now. Refused: the one before may still be the one Intuit knows.
    const old = first.kind === "lost" ? current.refreshToken : current.previousRefreshToken;
    if (old === null) return failure(reconnect(first.detail));
    const second = await oauth.refresh(old);
    switch (second.kind) {
      case "issued":
        return success(rotated(second.tokens, old, current));
      case "refused":
        return failure(reconnect(second.detail));
      case "lost":
      case "unavailable":
        return failure({ kind: "transient", detail: second.detail });
    }
  }

  /** Intuit changes the refresh token about once a day (05 §3); while it stays the same, the one before it stays the one before it. */
  function rotated(issued: IssuedTokens, sent: string, current: StoredTokens): StoredTokens {
    return storedTokens(issued, issued.refreshToken === sent ? current.previousRefreshToken : sent, clock);
  }
}

/** What is to be stored of newly issued tokens; `previousRefreshToken` is the one they were issued for, null right after connecting. */
export function storedTokens(issued: IssuedTokens, previousRefreshToken: string | null, clock: Clock): StoredTokens {
  const inSeconds = (seconds: number): Temporal.Instant => clock.now().add({ seconds });
  return {
    accessToken: issued.accessToken,
    accessTokenExpiresAt: inSeconds(issued.accessTokenSeconds),
    refreshToken: issued.refreshToken,
    refreshTokenExpiresAt: inSeconds(issued.refreshTokenSeconds),
    previousRefreshToken,
  };
}

const reconnect = (detail: string): Fault => ({ kind: "needs_auth", detail: `${detail}: QuickBooks has to be connected again.` });
