/** The result of a play, exactly as the format says (design page 09); amounts are decimal strings. */

import type { ResultPlan } from "./plan.ts";

export type ResultLine = { description: string; item: string | null; quantity: number | null; amount: string; /** Extension of the format: what an account-based line stands on. */ account?: string; taxCode?: string; class?: string };

export type ResultLink = { kind: string; id: string };

export type ResultDocument = {
  kind: string;
  /** QuickBooks' own entity name. */
  entity: string;
  id: string;
  docNumber: string | null;
  date: string;
  total: string;
  balance?: string;
  /** `deleted` and `voided` documents are listed and do not count as live. */
  status: string;
  /** Extension of the format: which of the order's documents of this kind it is, by our marker; nothing for one that has none. */
  part?: string;
  /** Extensions of the format: what else stands on it, each only where there is something. */
  customer?: string;
  /** Of a purchase order. */
  vendor?: string;
  dueDate?: string;
  terms?: string;
  class?: string;
  location?: string;
  paymentMethod?: string;
  /** What the customer reads on the form. */
  message?: string;
  memo?: string;
  customFields?: Record<string, string>;
  links: ResultLink[];
  lines: ResultLine[];
};

export type ResultIssue = { code: string; sentence: string; remedy: string };

export type ResultProof = { shop: string; books: string; difference: string };

export type OrderState = "posted" | "waiting" | "skipped" | "held" | "attention" | "undone";

export type ResultOrder = {
  name: string;
  status: string;
  state: OrderState;
  reason?: string;
  documents: ResultDocument[];
  issues: ResultIssue[];
  /** Null where there was nothing to prove, such as for a skipped order. */
  proof: ResultProof | null;
};

export type LoggedRequest = { at: string; method: string; path: string; query: unknown; body: unknown; status: number; response: unknown };

export type TrialBalanceRow = { account: string; type: string; debit: string; credit: string };

export type WebhookCounts = { received: number; applied: number; duplicate: number; superseded: number; parked: number };

/** Extension of the format: what did not hold, and where the script said so. */
export type Failure = { place: string; sentence: string };

export type PlayResult = {
  name: string;
  orders: ResultOrder[];
  plans: ResultPlan[];
  requests: LoggedRequest[];
  trialBalance: TrialBalanceRow[];
  webhooks: WebhookCounts;
  timings: { wallMs: number; quickbooksCalls: number; shopifyCalls: number };
  failures: Failure[];
};

export const isLive = (document: Pick<ResultDocument, "status">): boolean => document.status !== "deleted" && document.status !== "voided";

/** Names are compared without the `#` that Shopify shows and scripts may leave out. */
export const sameOrderName = (one: string, other: string): boolean => one.replace(/^#/, "") === other.replace(/^#/, "");
