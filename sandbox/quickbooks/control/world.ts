/** Everything the simulator holds: its companies, what apps are connected to them, and its clocks. */
import type { Temporal } from "temporal-polyfill";
import type { Company } from "../api/boundary.ts";
import type { TokenState } from "../oauth/token-store.ts";

export type World = {
  companies: Map<string, Company>;
  tokens: TokenState;
  now: () => Temporal.Instant;
  monotonicMs: () => number;
};
