/** The offline token a worker calls Shopify with, renewed by one process at a time (R7). The library has no lock around its refresh (06). */
import { Session } from "@shopify/shopify-api";
import { SHOPIFY_TOKEN_SPARE_MINUTES } from "#app/config/limits.ts";
import { failure, type Result, success } from "#app/domain/result.ts";
import type { Clock } from "#app/pipeline/ports/clock.ts";
import type { Fault } from "#app/pipeline/ports/fault.ts";
import type { SessionRows } from "#app/pipeline/ports/session-rows.ts";
import { toRow, toSession } from "./session-text.ts";
import { refreshOfflineToken } from "./token-endpoint.ts";
import type { TokenAnswer, TokenEndpoint } from "./token-endpoint.ts";

export type OfflineTokens = {
  /** A token that outlives the next calls; `needs_auth` when the shop has to open the app again. */
  of(shop: string): Promise<Result<string, Fault>>;
};

export function createOfflineTokens({ rows, clock, endpoint }: { rows: SessionRows; clock: Clock; endpoint: TokenEndpoint }): OfflineTokens {
  /** The library's id of a shop's offline session (shopify-api, session-utils). */
  const load = async (shop: string): Promise<Session | undefined> => {
    const row = await rows.get(`offline_${shop}`);
    return row === null ? undefined : toSession(row, clock);
  };
  const usable = (session: Session): boolean => session.accessToken !== undefined && session.isActive(undefined, SHOPIFY_TOKEN_SPARE_MINUTES * 60_000);

  const renew = async (shop: string): Promise<Result<string, Fault>> => {
    // Read again under the lock: whoever held it before has probably done the work.
    const session = await load(shop);
    if (session?.accessToken !== undefined && usable(session)) return success(session.accessToken);
    if (session?.refreshToken === undefined) return failure(notInstalled(shop));
    const answer = await refreshOfflineToken(endpoint, shop, session.refreshToken);
    if (!answer.ok) return answer;
    // Stored before it is used: a crash here must not lose the rotated refresh token.
    await rows.put(toRow(renewed(session, answer.value), clock));
    return success(answer.value.access_token);
  };

  return {
    async of(shop) {
      const session = await load(shop);
      if (session === undefined) return failure(notInstalled(shop));
      if (session.accessToken !== undefined && usable(session)) return success(session.accessToken);
      const held = await rows.exclusively(shop, () => renew(shop));
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
