/** The offline token a worker calls Shopify with, renewed by one process at a time (R7). The library has no lock around its refresh (06). */
import { Session } from "@shopify/shopify-api";
import { SHOPIFY_TOKEN_SPARE_MINUTES } from "#app/config/limits.ts";
import { failure, type Result, success } from "#app/domain/result.ts";
import type { Clock } from "#app/pipeline/ports/clock.ts";
import type { Fault } from "#app/pipeline/ports/fault.ts";
import type { SessionRow, SessionRows } from "#app/pipeline/ports/session-rows.ts";
import { toRow, toSession } from "./session-text.ts";
import { refreshOfflineToken } from "./token-endpoint.ts";
import type { TokenAnswer, TokenEndpoint } from "./token-endpoint.ts";

export type OfflineTokens = {
  /**
   * A token that outlives the next calls; `needs_auth` when the shop has to open the app again.
   * `rejected`: the token that Shopify just answered with 401, or null. Where the stored one differs from it, it was replaced meanwhile.
   */
  of(shop: string, rejected?: string | null): Promise<Result<string, Fault>>;
};

export function createOfflineTokens({ rows, clock, endpoint }: { rows: SessionRows; clock: Clock; endpoint: TokenEndpoint }): OfflineTokens {
  /** By the library's id of a shop's offline session (shopify-api, session-utils). */
  const load = (shop: string): Promise<SessionRow | null> => rows.get(`offline_${shop}`);

  /** The stored token, if it will do. */
  const usable = (row: SessionRow | null, rejected: string | null): string | null => {
    const session = row && toSession(row, clock);
    if (!session?.accessToken || session.accessToken === rejected) return null;
    return session.isActive(undefined, SHOPIFY_TOKEN_SPARE_MINUTES * 60_000) ? session.accessToken : null;
  };

  /** Read again under the lock: whoever held it before has probably done the work. */
  const renew = async (shop: string, rejected: string | null): Promise<Result<string, Fault>> => {
    const row = await load(shop);
    const token = usable(row, rejected);
    if (token !== null) return success(token);
    if (row === null) return failure(notInstalled(shop));
    const session = toSession(row, clock);
    if (session.refreshToken === undefined) return failure(notInstalled(shop));
    const answer = await refreshOfflineToken(endpoint, shop, session.refreshToken);
    // Stored before it is used: using it retires the token before it, and a crash in between must not leave only that one.
    if (answer.ok && (await rows.replace(row, toRow(renewed(session, answer.value), clock)))) return success(answer.value.access_token);
    // The library takes no lock (06): a page load may have exchanged the session, an uninstall removed it. What stands now is newer than what was asked for.
    const newer = usable(await load(shop), session.accessToken ?? null);
    if (newer !== null) return success(newer);
    if (!answer.ok && answer.failure.kind === "needs_auth" && rejected !== null) await forgetAccess(row, session);
    return answer.ok ? failure(notInstalled(shop)) : answer;
  };

  /** Both tokens are refused although the session has not expired: without an access token the library takes a new one when the app is opened. */
  const forgetAccess = async (row: SessionRow, session: Session): Promise<void> => {
    session.accessToken = undefined;
    await rows.replace(row, toRow(session, clock));
  };

  return {
    async of(shop, rejected = null) {
      const row = await load(shop);
      if (row === null) return failure(notInstalled(shop));
      const token = usable(row, rejected);
      if (token !== null) return success(token);
      const held = await rows.exclusively(shop, () => renew(shop, rejected));
      return held?.value ?? failure({ kind: "transient", detail: `another process is still renewing the access of ${shop}` });
    },
  };
}

function renewed({ id, shop, state, isOnline }: Session, answer: TokenAnswer): Session {
  return new Session({
    id,
    shop,
    state,
    isOnline,
    scope: answer.scope,
    accessToken: answer.access_token,
    expires: new Date(Date.now() + answer.expires_in * 1_000),
    refreshToken: answer.refresh_token,
    refreshTokenExpires: new Date(Date.now() + answer.refresh_token_expires_in * 1_000),
  });
}

const notInstalled = (shop: string): Fault => ({ kind: "needs_auth", detail: `${shop} has no offline session: the app has to be opened in Shopify once` });
