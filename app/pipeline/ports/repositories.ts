/** The repositories port: all stored state of one shop. Every implementation is built for one `shopId` and can reach no other shop's rows (law 7). */
import type { Temporal } from "temporal-polyfill";
import type { CompanyFacts } from "#app/domain/books/books.ts";
import type { PlannedDocument } from "#app/domain/documents/document.ts";
import type { DocumentKind } from "#app/domain/documents/kind.ts";
import type { FoundDocument, Issue } from "#app/domain/issues/issue.ts";
import type { Order } from "#app/domain/order/order.ts";
import type { Aspects } from "#app/domain/plan/aspects.ts";
import type { OperationName, PostedDocument, RemovalName, UndoneDocument } from "#app/domain/plan/operation.ts";
import type { Rule } from "#app/domain/rules/rule.ts";
import type { Settings } from "#app/domain/settings/settings.ts";
import type { LedgerDocument, LookUp } from "./ledger.ts";
import type { Snapshot } from "./order-source.ts";

export type Instant = Temporal.Instant;

export type ShopFacts = { id: string; domain: string; name: string; currency: string; timeZone: string; country: string; taxesIncluded: boolean };

export type Origin = "webhook" | "sweep" | "person" | "retry";

/** An order that waits to be processed. `seq` rises with every mark, so finishing an outdated one leaves it due. */
export type DueOrder = { orderId: string; seq: bigint; origin: Origin; attempts: number; firstDueAt: Instant };

/** `undone`: a person removed its documents from the books here. */
export type OrderState = "posted" | "waiting" | "skipped" | "held" | "attention" | "undone";

/** What the screens and `play` show of one order; replaced as a whole by each run of the pipeline. */
export type OrderRecord = {
  orderId: string;
  name: string;
  status: string;
  state: OrderState;
  reason: string | null;
  placedAt: Instant;
  shopifyUpdatedAt: Instant;
  total: { currency: string; minor: bigint };
  /** JSON-safe views of decision, plan and proof. */
  decision: unknown;
  plan: unknown;
  proof: unknown;
  settingsVersion: number;
  ruleSetVersion: number;
};

/** One operation whose intent is committed; `sent` and `unknown` ones must be looked up before anything else happens to their document. */
export type OpenOperation = {
  operationId: string;
  postingId: string;
  op: OperationName;
  kind: DocumentKind;
  part: string;
  revision: number;
  requestId: string;
  payloadHash: string;
  state: "intended" | "sent" | "unknown";
  /** When it last left; null for one that never did. */
  sentAt: Instant | null;
  /** The ledger's id of the document the operation changes; null for a create. */
  ledgerId: string | null;
  /** As given with the intent. */
  lookUp: LookUp;
  aspects: Aspects;
};

export type Intent = {
  orderId: string;
  /** Null when the document has no posting yet. */
  postingId: string | null;
  op: OperationName;
  document: PlannedDocument;
  aspects: Aspects;
  revision: number;
  requestId: string;
  payloadHash: string;
  payload: unknown;
  /** How the document is looked for should the answer get lost; stored with the operation (JSON-safe: the date as ISO text). */
  lookUp: LookUp;
};

/** The intent to take a document out of the books. */
export type RemovalIntent = { postingId: string; op: RemovalName; revision: number; requestId: string; payloadHash: string; payload: unknown };

/** What a person asked for one order. A standing `remove` or `leave_out` keeps automatic syncs, and retries, from making anything (law 6); a resync takes it away. */
export type Wish = {
  orderId: string;
  /** The order's name, as far as we know the order. */
  orderName: string;
  /** `resync`: the order was looked at on its own page and may pass what holds it (decision 063). */
  kind: "remove" | "leave_out" | "link" | "resync";
  /** `refused`: it could not be done, nothing of it stands. */
  state: "asked" | "done" | "refused";
  /** Of `link`: the document, and whether it is taken although it differs. */
  found: FoundDocument | null;
  asItIs: boolean;
  /** Why it was refused; it stands on the order until the person asks for something else. */
  refusal: Issue[];
  /** The person's id at Shopify; null where it is not known. */
  askedBy: string | null;
  askedAt: Instant;
};

/** A document that went out again while the answer to its first sending was missing, and that nothing but the request id kept from being made twice. */
export type MaybeTwice = {
  document: PostedDocument;
  /** Until then the first sending may still take effect. */
  until: Instant;
  lookUp: LookUp;
};

/** What became of an order beside the usual run. */
export type Aside = { state: OrderState; reason: string; issues: readonly Issue[]; timeline: readonly TimelineEntry[] };

/** Why an order could not be looked at now. Without `issues` those it has stay as they are. */
export type Stopped = { state: "waiting" | "attention"; reason: string; issues: readonly Issue[] };

/** A document that was found in the books and counts as the order's from now on: what is planned for its part, and what the ledger holds. */
export type Adoption = {
  orderId: string;
  document: PlannedDocument;
  echo: LedgerDocument;
  /** What of the plan the found document already carries; what differs becomes an operation. */
  aspects: Aspects;
  revision: number;
};

export type OrderBooks = {
  posted: PostedDocument[];
  undone: UndoneDocument[];
  /** Operations without a known outcome, oldest first. */
  open: OpenOperation[];
  /** Of the posted ones those that may be there twice. */
  maybeTwice: MaybeTwice[];
  /** Per `refKey` of a document: how many operations it ever had. The next distinct payload gets this number as its revision (law 4). */
  revisions: ReadonlyMap<string, number>;
};

export type TimelineEntry = { at: Instant; kind: string; data: Record<string, unknown> };

export type BindingType = "customer" | "item";
export type Binding = { localKey: string; ledgerId: string | null; name: string | null; details: Record<string, unknown> };

export interface DueOrders {
  /** Orders due at `now`, oldest first. */
  take(now: Instant, limit: number): Promise<DueOrder[]>;
  /** Marks orders due; one that is due already keeps its first date and gets a new `seq`. */
  mark(orderIds: readonly string[], origin: Origin, at: Instant): Promise<void>;
  /** The order was processed: no longer due unless it was marked again meanwhile, or has a document that may turn up twice: then it is due once more when that is over. */
  finish(due: Pick<DueOrder, "orderId" | "seq">): Promise<void>;
  /** Tries again at `at`; `countsAsAttempt` false where waiting was not the order's fault (throttled, parked). */
  postpone(due: Pick<DueOrder, "orderId" | "seq">, at: Instant, error: string, countsAsAttempt: boolean): Promise<void>;
}

export interface Orders {
  /** Stores the snapshot if it differs from the last one of the order. */
  saveSnapshot(snapshot: Snapshot, hash: string, at: Instant): Promise<void>;
  /**
   * One transaction: order row, timeline entries, the order's open issues (those not named any more are resolved), and its inbox events received
   * before the run began to read the order (`settledBefore`) settled.
   */
  record(record: OrderRecord, timeline: readonly TimelineEntry[], issues: readonly Issue[], at: Instant, settledBefore: Instant): Promise<void>;
  /** An order that was read in Shopify and could not be looked at in the books: what Shopify says of it is kept, and what is known of its documents stays. */
  recordStopped(order: Order, stop: Stopped, at: Instant, settledBefore: Instant): Promise<void>;
  /** The same for an order whose usual run did not take place; what is known of it stays, except its proof once its documents are removed. */
  recordAside(orderId: string, aside: Aside, at: Instant, settledBefore: Instant): Promise<void>;
  /** An order that could not be read (deleted, or not understood): state `attention` with the reason, inbox events settled; what is known of it stays. */
  recordUnread(orderId: string, reason: string, at: Instant, settledBefore: Instant): Promise<void>;
}

export interface Postings {
  forOrders(orderIds: readonly string[]): Promise<Map<string, OrderBooks>>;
  /** A few documents in the books, of any order, that named this customer of the ledger when they were last seen; the newest first. */
  ofCustomer(customerLedgerId: string): Promise<{ kind: DocumentKind; ledgerId: string }[]>;
  /** Commits the intent (posting and operation) before anything is sent. Returns the operation's and posting's ids; an equal intent that exists is returned as it is. */
  intend(intent: Intent, at: Instant): Promise<{ operationId: string; postingId: string }>;
  /** `copyMayComeUntil`: given when an earlier sending of a creation has no answer yet; its document counts as `maybeTwice` once it is posted. */
  markSent(operationId: string, at: Instant, copyMayComeUntil?: Instant | null): Promise<void>;
  /** The write is in the books: operation done, posting carries the echo. One transaction. */
  settle(operationId: string, echo: LedgerDocument, aspects: Aspects, at: Instant): Promise<void>;
  /** The request certainly never took effect (throttled, not authorised, no connection): back to intended, to go out again under the same key. */
  release(operationId: string): Promise<void>;
  markUnknown(operationId: string, detail: string, at: Instant): Promise<void>;
  markRejected(operationId: string, fault: unknown, at: Instant): Promise<void>;
  /**
   * Records a document of the books as the order's, as if its creation had just been answered: posting `posted`, one operation done, one transaction.
   * Adopting the same document again changes nothing; a defect when the part has another
   * live posting or one that may be in the books, or when the document belongs to another part or order already.
   */
  adopt(found: Adoption, at: Instant): Promise<{ postingId: string }>;
  /** What was seen in the books without a write of ours: a fresh SyncToken after a read (`echo`), a change the ledger made by itself (`aspects`, `status`), that there is no copy of it (`once`), or that the document is gone and `echo`, a copy of it, stands in for it (`standsIn`). */
  observe(postingId: string, seen: { echo?: LedgerDocument; aspects?: Aspects; status?: string; once?: true; standsIn?: true }, at: Instant): Promise<void>;
  /** Commits the intent to remove a document before anything is sent; an equal one that is open or done is returned as it is. */
  intendRemoval(intent: RemovalIntent, at: Instant): Promise<{ operationId: string }>;
  /** The document is out of the books: operation done, posting undone if it was the posting's own and not a copy of it. One transaction. */
  settleRemoval(operationId: string, at: Instant): Promise<void>;
  /** The document is gone from the books by a person's hand. */
  markUndone(postingId: string, at: Instant): Promise<void>;
}

export interface Wishes {
  of(orderIds: readonly string[]): Promise<Map<string, Wish>>;
  /** Only of the wish that was read: a newer one stays asked. */
  settle(wish: Pick<Wish, "orderId" | "askedAt">, state: "done" | "refused", at: Instant, refusal?: readonly Issue[]): Promise<void>;
}

/** What a run of a person says for one of its orders. */
export type RunTerms = {
  /** Runs that wait for the order; where two do, the order is taken in if one of them says so. */
  runIds: readonly string[];
  /** Statuses for this run only; null: those of the settings. */
  statuses: readonly string[] | null;
  /** Taken in whatever status, start date or kind the settings leave out; rules still hold. */
  anyway: boolean;
};

/** What the drain needs of runs; everything else of them is the desk's. */
export interface RunOrders {
  /** Of these orders those that an unfinished run waits for. */
  of(orderIds: readonly string[]): Promise<Map<string, RunTerms>>;
  /** The order was worked on for its runs: what is recorded of it is their outcome, and a run that waits for no other order is done. Settling again changes nothing. */
  settle(orderId: string, runIds: readonly string[], at: Instant): Promise<void>;
}

export interface Bindings {
  load(type: BindingType, localKeys: readonly string[]): Promise<Map<string, Binding>>;
  bind(type: BindingType, binding: Binding & { ledgerId: string }, at: Instant): Promise<void>;
  /** Which local key a ledger id is bound to, if any. */
  boundTo(type: BindingType, ledgerId: string): Promise<string | null>;
}

/** Orders that may be in the books without our record (law 4): after a first connection, and after a loss or an older backup of our database. */
export interface LookUps {
  /** Of these orders those whose documents have not been looked for since the connection's mark. */
  pending(orders: readonly { orderId: string; placedAt: Instant }[]): Promise<ReadonlySet<string>>;
  /** Every document of these orders was found or proved absent. */
  done(orderIds: readonly string[], at: Instant): Promise<void>;
}

export interface Configuration {
  settings(): Promise<{ value: Settings; version: number }>;
  rules(): Promise<{ value: Rule[]; version: number }>;
}

/** Learned and read facts of the shop's connection. */
export interface ConnectionState {
  id: string;
  realmId: string;
  facts(): Promise<{ company: CompanyFacts; readAt: Instant; linkClosesSalesOrder: boolean | null } | null>;
  saveCompany(company: CompanyFacts, at: Instant): Promise<void>;
  /** What the company was seen to do when an invoice linked to an estimate (05 §8.1 leaves it open). */
  learnLinkCloses(closes: boolean): Promise<void>;
  park(reason: string, at: Instant): Promise<void>;
}

export type ShopRepositories = {
  shop: ShopFacts;
  due: DueOrders;
  orders: Orders;
  postings: Postings;
  wishes: Wishes;
  runs: RunOrders;
  bindings: Bindings;
  lookUps: LookUps;
  configuration: Configuration;
  connection: ConnectionState;
};
