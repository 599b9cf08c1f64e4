/** What can go wrong between the app and QuickBooks, as faults planned in the simulator, and where each makes sense. */
import type { Random } from "#sandbox/chance/seeded-random.ts";
import type { PipelineStep } from "./pipeline-step.ts";

/** `POST /invoice` and the like: what a fault waits for. */
export type Target = { on: string; steps: readonly PipelineStep[] };

export const TARGETS = {
  company: { on: "GET /preferences", steps: ["books"] },
  queries: { on: "GET /query", steps: ["books", "references", "look-up"] },
  customers: { on: "POST /customer", steps: ["references"] },
  items: { on: "POST /item", steps: ["references"] },
  estimates: { on: "POST /estimate", steps: ["create", "change"] },
  invoices: { on: "POST /invoice", steps: ["create", "change"] },
  payments: { on: "POST /payment", steps: ["create", "change"] },
} as const satisfies Record<string, Target>;

const WRITES = [TARGETS.customers, TARGETS.items, TARGETS.estimates, TARGETS.invoices, TARGETS.payments] as const;
const ANYTHING = [TARGETS.company, TARGETS.queries, ...WRITES] as const;

type Plan = Record<string, unknown>;
type QuickBooksFault = { targets: readonly Target[]; plan: (random: Random) => Plan };

const status = (code: number): QuickBooksFault => ({ targets: ANYTHING, plan: () => ({ do: "status", status: code }) });

const SIX_HOURS_MS = 6 * 3_600_000;

export const QUICKBOOKS_FAULTS = {
  "time-out before": { targets: ANYTHING, plan: () => ({ do: "dropBefore" }) },
  "time-out after": { targets: ANYTHING, plan: () => ({ do: "commitThenDrop" }) },
  "late commit": { targets: WRITES, plan: (random) => ({ do: "lateCommit", ms: random.between(1_000, random.chance(0.5) ? 120_000 : SIX_HOURS_MS), ...(random.chance(0.3) ? { status: random.pick([500, 503, 504]) } : {}) }) },
  "429": status(429),
  "500": status(500),
  "502": status(502),
  "503": status(503),
  "504": status(504),
  "401": status(401),
  "truncated": { targets: ANYTHING, plan: () => ({ do: "truncate" }) },
  "429 with Retry-After": { targets: ANYTHING, plan: (random) => ({ do: "status", status: 429, retryAfterSeconds: random.between(1, 120) }) },
  "5xx after the commit": { targets: WRITES, plan: (random) => ({ do: "status", status: random.pick([500, 502, 503, 504]), commits: true }) },
  "html": { targets: ANYTHING, plan: (random) => ({ do: "html", status: random.pick([200, 502]), commits: random.chance(0.5) }) },
  "Fault inside 200": { targets: ANYTHING, plan: (random) => ({ do: "faultInside200", code: random.pick(["10000", "3001"]) }) },
} as const satisfies Record<string, QuickBooksFault>;

export type QuickBooksFaultKind = keyof typeof QUICKBOOKS_FAULTS;
