/** The shop desk port: everything a person of one shop can see and do in the app. Built per shop; screens know nothing else of storage. */
import type { Temporal } from "temporal-polyfill";
import type { FoundDocument } from "#app/domain/issues/issue.ts";
import type { Money } from "#app/domain/money/money.ts";
import type { KnownNames } from "#app/domain/rules/lint/dangling.ts";
import type { Rule } from "#app/domain/rules/rule.ts";
import type { Settings } from "#app/domain/settings/settings.ts";
import type { Result } from "#app/domain/result.ts";
import type { RunAsk } from "#app/domain/runs/selection.ts";
import type { AccountEffect } from "./preview.ts";
import type { PreviewedOrder } from "./preview.ts";
import type { RuleDesk } from "./rule-desk.ts";
import type { RunOrderRow, RunRow } from "./runs.ts";
import type { Instant, OrderState, ShopFacts } from "./repositories.ts";

export type Page<Row> = { rows: Row[]; /** Opaque; null at the end of the list in that direction. */ next: string | null; previous: string | null };

export type OrderFilter = { /** One state or several; null: all. */ state: OrderState | readonly OrderState[] | null; /** Part of an order's name, with or without `#`. */ search: string | null; cursor: string | null };

export type OrderRow = {
  orderId: string;
  name: string;
  /** Order status, in our word. */
  status: string;
  state: OrderState;
  reason: string | null;
  placedAt: Instant;
  total: { currency: string; minor: bigint };
  /** Live documents of the order, in the order they were made. */
  documents: { kind: string; number: string | null }[];
  /** True while the order waits to be processed. */
  due: boolean;
};

export type DocumentRow = {
  kind: string;
  part: string;
  /** The ledger's entity and id; null while nothing was posted. */
  entity: string | null;
  ledgerId: string | null;
  number: string | null;
  date: string | null;
  total: { currency: string; minor: bigint };
  balance: { currency: string; minor: bigint } | null;
  status: string | null;
  /** `intended`, `sent`, `posted`, `rejected`, `unknown`, `undone`. */
  state: string;
  /** Where a person opens it in the ledger; null while it is not there. */
  url: string | null;
};

export type IssueRow = {
  id: string;
  code: string;
  sentence: string;
  remedy: string;
  openedAt: Instant;
  orderCount: number;
  /** The document in the books that the issue is about and that may be linked. */
  found: FoundDocument | null;
  /** The order that waited first; null once none does. */
  firstOrderId: string | null;
};

export type OrderFacts = OrderRow & {
  /** The order's page in the shop's admin. */
  adminUrl: string;
  documentRows: DocumentRow[];
  issues: IssueRow[];
  timeline: { at: Instant; kind: string; data: Record<string, unknown> }[];
  /** As recorded by the pipeline (JSON-safe): decision with trace, planned documents with legs, proof. */
  decision: unknown;
  plan: unknown;
  proof: unknown;
  lastSyncedAt: Instant | null;
  /** What removing the order's documents would do to the books, by account, debit positive. */
  removal: { account: string; amount: { currency: string; minor: bigint } }[];
};

export type HomeFacts = {
  /** Orders by state. */
  counts: Record<OrderState, number>;
  /** Orders due and not yet processed. */
  due: number;
  postedLast30Days: { day: string; documents: number }[];
  issues: IssueRow[];
  /** Over all orders with a proof: what shop and books say, and how many match. */
  proof: { matching: number; matchingExcept: number; differing: number };
  /** What stands on the account that payouts are matched against: as QuickBooks said when the company was read, and what was booked there since. Null where it is not known. */
  clearing: { account: string; balance: Money; readAt: Instant } | null;
};

export type ConnectionFacts = {
  status: "active" | "parked" | "revoked";
  parkedReason: string | null;
  companyName: string | null;
  country: string | null;
  currency: string | null;
  connectedAt: Instant;
  factsReadAt: Instant | null;
  /** Company preferences that matter, in words for people, with a warning where set-up should change one. */
  autoApplyCredit: boolean | null;
  autoApplyPayments: boolean | null;
};

/** Which tax codes lines get in a company outside the US. */
export type TaxFacts = {
  /** Names of the company's codes; none in the US. */
  codes: string[];
  /** Sets of taxes on lines of the orders processed last, and the code each of them got; null where it waits for a choice. */
  sets: { set: string; code: string | null }[];
};

/** What settings can name, as far as it is stored; the ledger is not asked. */
export type BookNames = {
  /** By kind; a kind left out is not known. Of items only those that orders were booked with, and not all where there are very many. */
  names: KnownNames;
  /** What the company's preferences keep off its documents. */
  off: { classes: boolean; locations: boolean };
  /** SKUs of products that orders wait for, since the ledger has no item of theirs. */
  waitingSkus: string[];
};

/** What a run would do. */
export type RunPreview = {
  orders: (PreviewedOrder & { /** What its writes would do to the books, debit positive. */ effect: AccountEffect[] })[];
  /** The next page's cursor; null at the end. */
  next: string | null;
  /** Numbers of this page that no order of the shop has. */
  notFound: string[];
  /** Shopify shows the app no order before this, and the orders asked for may be older; null where nothing can be hidden. */
  hiddenBefore: Instant | null;
};

export interface ShopDesk {
  shop: ShopFacts;
  /** The day it is on the shop's calendar. */
  today(): Temporal.PlainDate;
  home(): Promise<HomeFacts>;
  /** Orders due and not yet processed, as in `home`, without the rest of it. */
  countDue(): Promise<number>;
  orders(filter: OrderFilter): Promise<Page<OrderRow>>;
  order(orderId: string): Promise<OrderFacts | null>;
  /** True for an order that waits to be processed, also one that was never seen before. */
  isDue(orderId: string): Promise<boolean>;
  settings(): Promise<{ value: Settings; version: number }>;
  /** Saves and lets orders that wait for a person look again. */
  saveSettings(settings: Settings): Promise<void>;
  rules(): Promise<{ value: Rule[]; version: number }>;
  publishRules(rules: readonly Rule[]): Promise<void>;
  /** Draft, versions and back-test of the rules. */
  ruleDesk: RuleDesk;
  /** Saves settings and publishes rules, both or neither. */
  completeSetUp(settings: Settings, rules: readonly Rule[]): Promise<void>;
  taxes(): Promise<TaxFacts>;
  bookNames(): Promise<BookNames>;
  connection(): Promise<ConnectionFacts | null>;
  /** Revokes the tokens at the ledger and forgets them, whatever the ledger answers; `confirmed` says whether it did. Documents stay. */
  disconnect(): Promise<{ confirmed: boolean }>;
  /** Marks the orders due by a person's hand and wakes the worker; what a person removed or left out is taken in again. What a rule holds stays held. */
  resync(orderIds: readonly string[]): Promise<void>;
  /** The same for one order that a person has looked at: it passes what holds it. `by`: the person's id at Shopify. */
  resyncOne(orderId: string, by: string | null): Promise<void>;
  /** Orders of a run, 25 at a time, and what it would do to each; nothing is written. The failure is a sentence. */
  preview(ask: RunAsk, cursor: string | null): Promise<Result<RunPreview, string>>;
  /** The same for one order as Resync would take it; null where the shop has no such order. */
  previewOrder(orderId: string): Promise<Result<RunPreview["orders"][number] | null, string>>;
  /** Starts a run and wakes the worker; the run's id. `askKey`: drawn by the page, so that pressing twice is one run. */
  startRun(ask: RunAsk, askKey: string, by: string | null): Promise<string>;
  /** False when there was nothing to stop. */
  cancelRun(runId: string): Promise<boolean>;
  runs(cursor: string | null): Promise<Page<RunRow>>;
  run(runId: string): Promise<RunRow | null>;
  /** 100 at a time; `after`: the last row's position as the page before told it in `next`. */
  runOrders(runId: string, after: number | null): Promise<{ rows: RunOrderRow[]; next: number | null }>;
  /** Asks that everything Tieout made for the order be taken out of the books. `by`: the person's id at Shopify. */
  remove(orderId: string, by: string | null): Promise<void>;
  /** Asks that nothing (more) be made for the order. */
  leaveOut(orderId: string, by: string | null): Promise<void>;
  /** Asks that a document in the books be taken for the order's; `asItIs`: although its customer or total differs. */
  link(orderId: string, found: FoundDocument, asItIs: boolean, by: string | null): Promise<void>;
}
