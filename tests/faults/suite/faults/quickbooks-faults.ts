/** What can go wrong between the app and QuickBooks, as faults planned in the simulator, and which step of the pipeline each is aimed at. */
import type { Random } from "#sandbox/chance/seeded-random.ts";
import type { Entity } from "../oracle/story.ts";
import type { PipelineStep } from "./pipeline-step.ts";

export type AimedStep = Extract<PipelineStep, "books" | "references" | "look-up" | "create" | "change">;

/** The requests a fault waits for. `of`: only companies into which such documents go have them. */
export type Target = { on: string; holds?: string; of?: Entity | GivenBack };

/** Documents that only worlds have in which something comes back. */
export const GIVEN_BACK = ["CreditMemo", "RefundReceipt", "Purchase"] as const;
export type GivenBack = (typeof GIVEN_BACK)[number];

/** What only an update, an application or a close holds. */
const OF_A_CHANGE = '"SyncToken"';

export const TARGETS: Readonly<Record<AimedStep, readonly Target[]>> = {
  "books": [{ on: "GET /preferences" }, { on: "GET /query", holds: "FROM Account" }],
  "references": [{ on: "GET /query", holds: "FROM Customer" }, { on: "GET /query", holds: "FROM Item" }, { on: "POST /customer" }, { on: "POST /item" }],
  "look-up": [
    { on: "GET /query", holds: "FROM Estimate", of: "Estimate" }, { on: "GET /query", holds: "FROM Invoice", of: "Invoice" }, { on: "GET /query", holds: "FROM Payment", of: "Payment" },
  ],
  "create": [{ on: "POST /estimate", of: "Estimate" }, { on: "POST /invoice", of: "Invoice" }, { on: "POST /payment", of: "Payment" }],
  "change": [
    { on: "POST /estimate", holds: OF_A_CHANGE, of: "Estimate" }, { on: "POST /invoice", holds: OF_A_CHANGE, of: "Invoice" }, { on: "POST /payment", holds: OF_A_CHANGE, of: "Payment" },
  ],
};

/** Of documents by which money and goods come back; nothing changes them later. */
export const GIVEN_BACK_TARGETS: Readonly<Partial<Record<AimedStep, readonly Target[]>>> = {
  "look-up": GIVEN_BACK.map((of): Target => ({ on: "GET /query", holds: `FROM ${of}`, of })),
  "create": GIVEN_BACK.map((of): Target => ({ on: `POST /${of.toLowerCase()}`, of })),
};

const ANY_STEP: readonly AimedStep[] = ["books", "references", "look-up", "create", "change"];
const WRITING: readonly AimedStep[] = ["references", "create", "change"];

type Plan = Record<string, unknown>;
type QuickBooksFault = { steps: readonly AimedStep[]; writesOnly?: true; plan: (random: Random) => Plan };

const status = (code: number): QuickBooksFault => ({ steps: ANY_STEP, plan: () => ({ do: "status", status: code }) });

const SIX_HOURS_MS = 6 * 3_600_000;

export const QUICKBOOKS_FAULTS = {
  "time-out before": { steps: ANY_STEP, plan: () => ({ do: "dropBefore" }) },
  "time-out after": { steps: ANY_STEP, plan: () => ({ do: "commitThenDrop" }) },
  "late commit": {
    steps: WRITING, writesOnly: true,
    plan: (random) => ({ do: "lateCommit", ms: random.between(1_000, random.chance(0.5) ? 120_000 : SIX_HOURS_MS), ...(random.chance(0.3) ? { status: random.pick([500, 503, 504]) } : {}) }),
  },
  "429": status(429),
  "500": status(500),
  "502": status(502),
  "503": status(503),
  "504": status(504),
  "401": status(401),
  "truncated": { steps: ANY_STEP, plan: () => ({ do: "truncate" }) },
  "429 with Retry-After": { steps: ANY_STEP, plan: (random) => ({ do: "status", status: 429, retryAfterSeconds: random.between(1, 120) }) },
  "5xx after the commit": { steps: WRITING, writesOnly: true, plan: (random) => ({ do: "status", status: random.pick([500, 502, 503, 504]), commits: true }) },
  "html": { steps: ANY_STEP, plan: (random) => ({ do: "html", status: random.pick([200, 502]), commits: random.chance(0.5) }) },
  "Fault inside 200": { steps: ANY_STEP, plan: (random) => ({ do: "faultInside200", code: random.pick(["10000", "3001"]) }) },
} as const satisfies Record<string, QuickBooksFault>;

export type QuickBooksFaultKind = keyof typeof QUICKBOOKS_FAULTS;
