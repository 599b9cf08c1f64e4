/**
 * Expiring offline tokens: one hour of access, a refresh token of ninety days that rotates on every use (design page 06, Tokens).
 * Expiry follows the simulated clock.
 */
import type { Temporal } from "temporal-polyfill";
import type { ShopState, TokenPair } from "../state/shop-state.ts";

const ACCESS_SECONDS = 60 * 60;
const REFRESH_SECONDS = 90 * 24 * 60 * 60;

export type IssuedTokens = {
  access_token: string;
  scope: string;
  expires_in: number;
  refresh_token: string;
  refresh_token_expires_in: number;
};

/** What every new token is made of: the granted scopes, and where its secret part comes from. */
export type TokenMint = { scopes: readonly string[]; ids: () => string };

/** `replaces`: the refresh token that was used up for this pair. Older pairs stay as they are. */
export function issueTokens(shop: ShopState, { scopes, ids }: TokenMint, now: Temporal.Instant, replaces: string | null = null): IssuedTokens {
  const pair: TokenPair = {
    accessToken: `shpat_${ids().replaceAll("-", "")}`,
    accessExpiresAt: now.add({ seconds: ACCESS_SECONDS }).toString(),
    refreshToken: `shprt_${ids().replaceAll("-", "")}`,
    refreshExpiresAt: now.add({ seconds: REFRESH_SECONDS }).toString(),
    replaces,
    used: false,
  };
  shop.tokens = [...shop.tokens.filter(({ refreshExpiresAt }) => isLater(refreshExpiresAt, now)), pair];
  return {
    access_token: pair.accessToken,
    scope: scopes.join(","),
    expires_in: ACCESS_SECONDS,
    refresh_token: pair.refreshToken,
    refresh_token_expires_in: REFRESH_SECONDS,
  };
}

/** New tokens for a refresh token, or undefined when it is unknown, expired, revoked, or its replacement was already used. */
export function refreshTokens(shop: ShopState, mint: TokenMint, now: Temporal.Instant, refreshToken: string): IssuedTokens | undefined {
  const pair = shop.tokens.find((candidate) => candidate.refreshToken === refreshToken);
  if (!pair || !isLater(pair.refreshExpiresAt, now)) return undefined;
  const superseded = shop.tokens.some(({ replaces, used }) => replaces === refreshToken && used);
  if (superseded) return undefined;
  pair.used = true;
  return issueTokens(shop, mint, now, refreshToken);
}

/** Whether an access token opens the Admin API now; its first use ends the life of the refresh token it replaced. */
export function useAccessToken(shop: ShopState, now: Temporal.Instant, accessToken: string | undefined): boolean {
  const pair = shop.tokens.find((candidate) => candidate.accessToken === accessToken);
  if (!pair || !isLater(pair.accessExpiresAt, now)) return false;
  pair.used = true;
  return true;
}

export function revokeTokens(shop: ShopState): void {
  shop.tokens = [];
}

function isLater(text: string, now: Temporal.Instant): boolean {
  return new Date(text).getTime() > now.epochMilliseconds;
}
