/** The runs port: manual syncs and backfills of one shop, from asking to the last order's result. Built for one shop (law 7). */
import type { RunAsk, Selection } from "#app/domain/runs/selection.ts";
import type { FoundOrder } from "./order-finder.ts";
import type { Instant, OrderState } from "./repositories.ts";
import type { Page } from "./shop-desk.ts";

export type RunState = "finding" | "working" | "done" | "cancelled" | "failed";

export type RunRow = {
  id: string;
  ask: RunAsk;
  state: RunState;
  /** Orders by what became of them in this run; `waiting` ones are still to come, `left` ones a cancellation left alone. */
  counts: Record<OrderState | "left", number>;
  /** Orders found so far. */
  found: number;
  /** While Shopify gathers a long range: how many it has; they are found once it is done. */
  gathered: number;
  /** Numbers that no order of the shop has. */
  notFound: string[];
  /** Why it could not be carried out, in words. */
  failure: string | null;
  askedBy: string | null;
  createdAt: Instant;
  finishedAt: Instant | null;
};

export type RunOrderRow = {
  orderId: string;
  name: string;
  placedAt: Instant;
  /** `left`: the run was cancelled before. */
  state: OrderState | "left";
  reason: string | null;
  /** What was written to the ledger for it since the run began, such as `create payment`. */
  writes: { op: string; kind: string; number: string | null }[];
  settledAt: Instant | null;
};

/** A run whose orders are not all found yet. */
export type FindingRun = { id: string; selection: Selection; /** The page after this cursor comes next. */ after: string | null; /** A bulk operation under way. */ historyId: string | null; /** Cancelled while Shopify gathers its orders, which is to be stopped too. */ cancelled: boolean };

/** The worker's share: finding a run's orders and marking them due. */
export interface RunFinding {
  /** The oldest first; cancelled ones are among them as long as Shopify gathers for them. */
  finding(): Promise<FindingRun[]>;
  /** One transaction: the orders are the run's and due; `next` null: all are found, and the run works (or is done, if there are none). */
  keep(runId: string, orders: readonly FoundOrder[], next: string | null, at: Instant): Promise<void>;
  /** Adds them to those noted before. */
  noteMissing(runId: string, numbers: readonly string[]): Promise<void>;
  noteHistory(runId: string, historyId: string): Promise<void>;
  /** Of a cancelled run: Shopify gathers nothing for it any more. */
  forgetHistory(runId: string): Promise<void>;
  /** How many orders the bulk operation has so far. */
  noteGathered(runId: string, orders: number): Promise<void>;
  fail(runId: string, words: string, at: Instant): Promise<void>;
}

/** The desk's share. */
export interface RunDesk {
  /** The run's id. `askKey`: drawn by the page, so that pressing twice is one run. */
  start(ask: RunAsk, askKey: string, askedBy: string | null, at: Instant): Promise<string>;
  /** Stops after the order in hand; false when there is nothing to stop. */
  cancel(runId: string, at: Instant): Promise<boolean>;
  list(cursor: string | null): Promise<Page<RunRow>>;
  read(runId: string): Promise<RunRow | null>;
  orders(runId: string, after: number | null): Promise<{ rows: RunOrderRow[]; next: number | null }>;
}
