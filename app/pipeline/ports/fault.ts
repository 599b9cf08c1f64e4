/** What can go wrong at a ledger or at Shopify, as a closed union (design page 02, "Errors"). Adapters map status and vendor code here; message text is never parsed. */
import type { Issue } from "#app/domain/issues/issue.ts";

export type Fault =
  /** Network trouble or 5xx on a read: retry with back-off. */
  | { kind: "transient"; detail: string }
  /** Wait as told; costs no attempt. */
  | { kind: "throttled"; retryAfterMs: number }
  /** A write was sent and its answer lost: look up before anything is sent again. */
  | { kind: "unknown"; detail: string }
  /** Stale SyncToken: read again, plan again, once more. */
  | { kind: "conflict"; detail: string }
  /** The authorisation is gone: park the connection. */
  | { kind: "needs_auth"; detail: string }
  /** A person must change something; the order waits on the issue. */
  | { kind: "needs_input"; issue: Issue }
  /** The number or name is taken by something that exists: look at it and adopt it or open an issue. */
  | { kind: "duplicate"; of: "number" | "name" | "request"; detail: string }
  /** The service refused: stop this order and show its own words. `namesGone`: something the request names is not there or was made inactive. */
  | { kind: "rejected"; code: string; message: string; transactionId: string | null; namesGone?: boolean }
  /** Our own fault: do not post, stop this order. */
  | { kind: "defect"; detail: string };
