/** The session rows port: sessions of a shop system's library, kept as text that implementations encrypt. What is in the text is the adapter's business. */
import type { Instant } from "./repositories.ts";

export type SessionRow = { id: string; shopDomain: string; isOnline: boolean; text: string; expiresAt: Instant | null };

export interface SessionRows {
  put(row: SessionRow): Promise<void>;
  /** Stores `next` only where `before` still stands as it was read; false when somebody else replaced or removed it meanwhile. */
  replace(before: SessionRow, next: SessionRow): Promise<boolean>;
  get(id: string): Promise<SessionRow | null>;
  remove(ids: readonly string[]): Promise<void>;
  ofShop(shopDomain: string): Promise<SessionRow[]>;
  /** Runs `work` while no other process does for the same name; null when it could not begin in time. Holds no transaction (law 5). */
  exclusively<Value>(name: string, work: () => Promise<Value>): Promise<{ value: Value } | null>;
}
