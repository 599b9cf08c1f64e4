/** Everything the simulator holds: its companies, what apps are connected to them, and its clocks. */
import type { Temporal } from "temporal-polyfill";
import type { Company } from "../api/boundary.ts";
import type { TokenStore } from "../oauth/token-store.ts";

export type World = {
  companies: Map<string, Company>;
  tokens: TokenStore;
  now: () => Temporal.Instant;
  monotonicMs: () => number;
};
