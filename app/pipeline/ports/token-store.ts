/** The port behind which the tokens of one connection are kept, encrypted. Implementations must never hand out tokens that are not stored yet, and never log one. */
import type { Temporal } from "temporal-polyfill";
import type { Result } from "#app/domain/result.ts";
import type { Fault } from "./fault.ts";

export type StoredTokens = {
  accessToken: string;
  accessTokenExpiresAt: Temporal.Instant;
  refreshToken: string;
  refreshTokenExpiresAt: Temporal.Instant;
  /** The one before, for one attempt when an answer with a new one was lost (R7). Null right after connecting. */
  previousRefreshToken: string | null;
};

export interface TokenStore {
  /** The tokens as stored. Throws when the connection does not exist. */
  read(): Promise<StoredTokens>;
  /**
   * Runs `refresh` while no other process can refresh this connection, with the tokens read again under that lock: one that waited sees what
   * the one before it stored, and hands that back unchanged when it will do. New tokens are stored before they are returned; a failure stores nothing.
   */
  refreshExclusively(refresh: (current: StoredTokens) => Promise<Result<StoredTokens, Fault>>): Promise<Result<StoredTokens, Fault>>;
}
