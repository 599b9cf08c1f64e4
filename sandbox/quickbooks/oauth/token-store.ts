/** OAuth state: codes, access tokens and rotating refresh tokens, as plain data. Knows no HTTP and no company beyond its id. */
import { Temporal } from "temporal-polyfill";
import { z } from "zod";

export const oauthSwitchesSchema = z.strictObject({
  /** A refresh answers a new refresh token every time, or only once a day (05, section 3: "changes about every 24 h"). */
  rotation: z.enum(["always", "daily"]),
  /** How long a replaced refresh token still works; 0: not at all (05, 8.9). */
  graceSeconds: z.number().int().nonnegative(),
  /** Using a replaced refresh token ends the whole connection (05, section 3: "may invalidate the family"). */
  reuseRevokes: z.boolean(),
});
export type OAuthSwitches = z.infer<typeof oauthSwitchesSchema>;
export const DEFAULT_OAUTH_SWITCHES: OAuthSwitches = { rotation: "always", graceSeconds: 0, reuseRevokes: false };

/** Access token 3600 s, refresh token 100 days rolling (05, section 3); a code lives ten minutes at most. */
export const ACCESS_SECONDS = 3600;
export const REFRESH_SECONDS = 100 * 24 * 3600;
const CODE_SECONDS = 600;
const DAY_SECONDS = 24 * 3600;

type Code = { realmId: string; redirectUri: string; expires: string };
type Access = { realmId: string; expires: string };
type Refresh = { realmId: string; issued: string; expires: string; replacedAt?: string };

export type TokenState = {
  switches: OAuthSwitches;
  codes: Record<string, Code>;
  access: Record<string, Access>;
  refresh: Record<string, Refresh>;
};

/** With the source of new codes and tokens, which is no part of what is saved. */
export type TokenStore = TokenState & { readonly ids: () => string };

export type TokenPair = { accessToken: string; refreshToken: string; refreshSeconds: number };

export function emptyTokens(ids: () => string): TokenStore {
  return { ids, switches: { ...DEFAULT_OAUTH_SWITCHES }, codes: {}, access: {}, refresh: {} };
}

export function issueCode(tokens: TokenStore, realmId: string, redirectUri: string, now: Temporal.Instant): string {
  const code = secret(tokens, "XAB");
  tokens.codes[code] = { realmId, redirectUri, expires: after(now, CODE_SECONDS) };
  return code;
}

/** A code works once; undefined: `invalid_grant`. */
export function redeemCode(tokens: TokenStore, code: string, redirectUri: string, now: Temporal.Instant): TokenPair | undefined {
  const entry = tokens.codes[code];
  delete tokens.codes[code];
  if (!entry || entry.redirectUri !== redirectUri || isPast(entry.expires, now)) return undefined;
  return issuePair(tokens, entry.realmId, now);
}

/** Undefined: `invalid_grant`. */
export function refresh(tokens: TokenStore, refreshToken: string, now: Temporal.Instant): TokenPair | undefined {
  const entry = tokens.refresh[refreshToken];
  if (!entry || isPast(entry.expires, now)) return undefined;
  if (entry.replacedAt !== undefined && isPast(after(entry.replacedAt, tokens.switches.graceSeconds), now)) {
    if (tokens.switches.reuseRevokes) revokeConnection(tokens, entry.realmId);
    return undefined;
  }
  if (tokens.switches.rotation === "daily" && !isPast(after(entry.issued, DAY_SECONDS), now)) {
    tokens.refresh[refreshToken] = { ...entry, expires: after(now, REFRESH_SECONDS) };
    return { accessToken: issueAccess(tokens, entry.realmId, now), refreshToken, refreshSeconds: REFRESH_SECONDS };
  }
  tokens.refresh[refreshToken] = { ...entry, replacedAt: entry.replacedAt ?? now.toString() };
  return issuePair(tokens, entry.realmId, now);
}

/** Ends the connection a token of either kind belongs to; false for a token nobody has. */
export function revoke(tokens: TokenState, token: string): boolean {
  const entry = tokens.refresh[token] ?? tokens.access[token];
  if (entry) revokeConnection(tokens, entry.realmId);
  return entry !== undefined;
}

export function revokeConnection(tokens: TokenState, realmId: string): void {
  for (const table of [tokens.access, tokens.refresh]) {
    for (const [token, entry] of Object.entries(table)) if (entry.realmId === realmId) delete table[token];
  }
}

/** The company an access token opens, or why it does not. */
export function checkAccess(tokens: TokenState, token: string, now: Temporal.Instant): { realmId: string } | "unknown" | "expired" {
  const entry = tokens.access[token];
  if (!entry) return "unknown";
  return isPast(entry.expires, now) ? "expired" : { realmId: entry.realmId };
}

/** Whether the company has a connection that could still be refreshed. */
export function isConnected(tokens: TokenState, realmId: string, now: Temporal.Instant): boolean {
  return Object.values(tokens.refresh).some((entry) => entry.realmId === realmId && entry.replacedAt === undefined && !isPast(entry.expires, now));
}

export function realmOfRefreshToken(tokens: TokenState, refreshToken: string): string | undefined {
  return tokens.refresh[refreshToken]?.realmId;
}

function issuePair(tokens: TokenStore, realmId: string, now: Temporal.Instant): TokenPair {
  const refreshToken = secret(tokens, "RT1");
  tokens.refresh[refreshToken] = { realmId, issued: now.toString(), expires: after(now, REFRESH_SECONDS) };
  return { accessToken: issueAccess(tokens, realmId, now), refreshToken, refreshSeconds: REFRESH_SECONDS };
}

function issueAccess(tokens: TokenStore, realmId: string, now: Temporal.Instant): string {
  const accessToken = secret(tokens, "eyJ");
  tokens.access[accessToken] = { realmId, expires: after(now, ACCESS_SECONDS) };
  return accessToken;
}

function secret({ ids }: TokenStore, prefix: string): string {
  return `${prefix}${ids().replaceAll("-", "")}`;
}

function after(time: Temporal.Instant | string, seconds: number): string {
  return Temporal.Instant.from(time.toString()).add({ seconds }).toString();
}

function isPast(time: string, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(Temporal.Instant.from(time), now) <= 0;
}
