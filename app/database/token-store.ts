/** The tokens of one connection, encrypted and bound to their row. Never logs a token, and never holds a transaction while one is refreshed. */
import { type Result, failure, success } from "#app/domain/result.ts";
import type { Fault } from "#app/pipeline/ports/fault.ts";
import type { StoredTokens, TokenStore } from "#app/pipeline/ports/token-store.ts";
import type { PrismaClient } from "./generated/client.ts";
import { DefectError } from "./repositories/defect-error.ts";
import { toDate, toInstant } from "./repositories/instants.ts";
import type { SecretBox } from "./secret-box.ts";
import { withSessionLock } from "./session-lock.ts";

export type TokenStoreRequest = {
  prisma: PrismaClient;
  /** A direct address of the database: the lock lives in a session of its own. */
  databaseUrl: string;
  shopId: string;
  connectionId: string;
  secretBox: SecretBox;
  /** How long a refresh waits for the one under way; longer than a refresh may take. */
  lockWaitMs?: number;
  /** Told with every reading: whether somebody previews orders of this company just now. It stands in the same row, so knowing it costs nothing. */
  onLookedAt?: (isLookedAt: boolean) => void;
};

const DEFAULT_LOCK_WAIT_MS = 60_000;

type TokenRow = {
  status: string; accessTokenSealed: string; accessExpiresAt: Date; refreshTokenSealed: string; refreshExpiresAt: Date; previousRefreshTokenSealed: string | null; lookedAt: boolean;
};

type TokenColumn = "access_token_sealed" | "refresh_token_sealed" | "previous_refresh_token_sealed";

export function createTokenStore(request: TokenStoreRequest): TokenStore {
  const { databaseUrl, connectionId, lockWaitMs = DEFAULT_LOCK_WAIT_MS } = request;
  return {
    read: async () => openTokens(request, await loadConnection(request)),

    async refreshExclusively(refresh) {
      const locked = await withSessionLock(databaseUrl, `token-refresh/${connectionId}`, lockWaitMs, () => refreshAndStore(request, refresh));
      return locked.acquired ? locked.value : failure({ kind: "transient", detail: "another process is still refreshing the tokens of this connection" });
    },
  };
}

async function refreshAndStore(
  request: TokenStoreRequest,
  refresh: (current: StoredTokens) => Promise<Result<StoredTokens, Fault>>,
): Promise<Result<StoredTokens, Fault>> {
  const row = await loadConnection(request);
  if (row.status === "revoked") return failure({ kind: "needs_auth", detail: "the connection was revoked" });
  const current = openTokens(request, row);
  const refreshed = await refresh(current);
  if (!refreshed.ok) return refreshed;
  if (refreshed.value.accessToken === current.accessToken && refreshed.value.refreshToken === current.refreshToken) return success(current);
  return success(await storeTokens(request, row, current, refreshed.value));
}

/**
 * Stores only over the row that was read, recognised by its sealed text, which no two sealings share: whoever lost the lock with its
 * session while refreshing must not overwrite the newer tokens of the next holder, and gets those instead.
 */
async function storeTokens(request: TokenStoreRequest, row: TokenRow, current: StoredTokens, refreshed: StoredTokens): Promise<StoredTokens> {
  // Intuit mostly answers with the same refresh token (05 §3); the one before it is then still the one before it.
  const previousRefreshToken = refreshed.refreshToken === current.refreshToken ? current.previousRefreshToken : refreshed.previousRefreshToken;
  const { count } = await request.prisma.connection.updateMany({
    where: { shopId: request.shopId, id: request.connectionId, accessTokenSealed: row.accessTokenSealed, status: { not: "revoked" } },
    data: {
      accessTokenSealed: seal(request, "access_token_sealed", refreshed.accessToken),
      accessExpiresAt: toDate(refreshed.accessTokenExpiresAt),
      refreshTokenSealed: seal(request, "refresh_token_sealed", refreshed.refreshToken),
      refreshExpiresAt: toDate(refreshed.refreshTokenExpiresAt),
      previousRefreshTokenSealed: previousRefreshToken === null ? null : seal(request, "previous_refresh_token_sealed", previousRefreshToken),
    },
  });
  return count === 1 ? { ...refreshed, previousRefreshToken } : openTokens(request, await loadConnection(request));
}

/** Read before every call to QuickBooks: as SQL, because what Prisma compiles for itself costs several times the query. */
async function loadConnection({ prisma, shopId, connectionId, onLookedAt }: TokenStoreRequest): Promise<TokenRow> {
  const [row] = await prisma.$queryRaw<TokenRow[]>`
    SELECT status, access_token_sealed AS "accessTokenSealed", access_expires_at AS "accessExpiresAt", refresh_token_sealed AS "refreshTokenSealed",
      refresh_expires_at AS "refreshExpiresAt", previous_refresh_token_sealed AS "previousRefreshTokenSealed",
      COALESCE(looked_at_until > now(), FALSE) AS "lookedAt"
    FROM connections WHERE shop_id = ${shopId} AND id = ${connectionId}`;
  if (!row) throw new DefectError(`connection ${connectionId} is not one of shop ${shopId}`);
  onLookedAt?.(row.lookedAt);
  return row;
}

function openTokens(request: TokenStoreRequest, row: TokenRow): StoredTokens {
  const open = (column: TokenColumn, sealed: string) => request.secretBox.open(sealed, placeOf(request, column));
  return {
    accessToken: open("access_token_sealed", row.accessTokenSealed),
    accessTokenExpiresAt: toInstant(row.accessExpiresAt),
    refreshToken: open("refresh_token_sealed", row.refreshTokenSealed),
    refreshTokenExpiresAt: toInstant(row.refreshExpiresAt),
    previousRefreshToken: row.previousRefreshTokenSealed === null ? null : open("previous_refresh_token_sealed", row.previousRefreshTokenSealed),
  };
}

const placeOf = ({ connectionId }: TokenStoreRequest, column: TokenColumn) => ({ table: "connections", column, row: connectionId });
const seal = (request: TokenStoreRequest, column: TokenColumn, plain: string) => request.secretBox.seal(plain, placeOf(request, column));
