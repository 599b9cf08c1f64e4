/** The port behind which the tokens of one connection are kept, encrypted. Implementations must never hand out tokens that are not stored yet. */
import type { Temporal } from "temporal-polyfill";
import type { Result } from "#app/domain/result.ts";
import type { Fault } from "#app/pipeline/ports/fault.ts";

export type StoredTokens = {
  accessToken: string;
  accessTokenExpiresAt: Temporal.Instant;
  refreshToken: string;
  /** 100 days, rolling (05 §3). */
  refreshTokenExpiresAt: Temporal.Instant;
  /** The one before: Intuit rotates about daily, and an answer with a new one can be lost. Null right after connecting. */
  previousRefreshToken: string | null;
};

export interface TokenStore {
  read(): Promise<StoredTokens>;
  /**
   * Runs `refresh` while no other process can refresh this connection, with the tokens read again under that lock.
   * New tokens are stored before they are returned; a failure stores nothing.
   */
  refreshExclusively(refresh: (current: StoredTokens) => Promise<Result<StoredTokens, Fault>>): Promise<Result<StoredTokens, Fault>>;
}
