/** The token store port: where the OAuth tokens of one connection are kept. Implementations store tokens encrypted and never log them. */
import type { Temporal } from "temporal-polyfill";
import type { Result } from "#app/domain/result.ts";
import type { Fault } from "./fault.ts";

export type StoredTokens = {
  accessToken: string;
  accessExpiresAt: Temporal.Instant;
  refreshToken: string;
  refreshExpiresAt: Temporal.Instant;
  /** The refresh token before the last rotation, for one attempt when an answer was lost (R7). */
  previousRefreshToken: string | null;
};

/** What a refresh yields; the store itself remembers which refresh token came before. */
export type RefreshedTokens = Omit<StoredTokens, "previousRefreshToken">;

export interface TokenStore {
  /** The tokens as stored. Throws when the connection does not exist. */
  read(): Promise<StoredTokens>;
  /**
   * Runs `refresh` while no other process can run one for this connection, with the tokens read after the others are done:
   * one that waited sees the result of the one before it and hands `current` back unchanged when that is good enough.
   * New tokens are stored before they are returned. A failure of `refresh` is returned and nothing is stored.
   */
  refreshExclusively(refresh: (current: StoredTokens) => Promise<Result<RefreshedTokens, Fault>>): Promise<Result<StoredTokens, Fault>>;
}
