/** Everything the oracle looks at for one shop and its company once a world has come to rest, and what it says when something is wrong. */
import type { CompanyState } from "#sandbox/quickbooks/company/state.ts";
import type { ShopState } from "#sandbox/shopify/state/shop-state.ts";
import type { BookDocument } from "./documents-in-books.ts";
import type { TenantStory } from "./story.ts";

export const INVARIANTS = [
  "twice", "missing", "unwanted", "amount", "account", "balance", "credit left", "status", "recreated", "taken away", "tenant", "record", "issue", "inbox", "pace", "secret", "restless", "memo",
  "waiting", "crash", "key", "blind", "unheard", "parked", "error",
] as const;
export type Invariant = (typeof INVARIANTS)[number];

export type Violation = { invariant: Invariant; detail: string };

/** What the app says of an order. */
export type RecordedOrder = { state: string; reason: string | null; issues: string[] };

export type Evidence = {
  tenant: string;
  domain: string;
  story: TenantStory;
  shop: ShopState;
  company: CompanyState;
  documents: readonly BookDocument[];
  /** By the order's numeric id. */
  recorded: ReadonlyMap<string, RecordedOrder>;
  inbox: readonly { topic: string; disposition: string }[];
};
