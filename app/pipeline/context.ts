/** Everything one drain works with, wired by the composition. */
import type { Clock } from "./ports/clock.ts";
import type { Ledger } from "./ports/ledger.ts";
import type { OrderSource } from "./ports/order-source.ts";
import type { ShopRepositories } from "./ports/repositories.ts";
import type { RequestKey } from "./keys.ts";

export type Log = {
  info(data: Record<string, unknown>, message: string): void;
  warn(data: Record<string, unknown>, message: string): void;
  error(data: Record<string, unknown>, message: string): void;
};

export type DrainContext = {
  repositories: ShopRepositories;
  source: OrderSource;
  ledger: Ledger;
  clock: Clock;
  requestKey: RequestKey;
  log: Log;
  /** Aborted on SIGTERM: the operation in hand is finished, the rest stays due. */
  signal: AbortSignal;
};
