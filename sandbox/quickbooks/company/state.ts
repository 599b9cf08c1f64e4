/** One company file as plain, serialisable data, and the unit of work that changes it all or not at all. No rules here. */
import type { Temporal } from "temporal-polyfill";
import type { Json, JsonObject } from "../wire/json.ts";
import type { ArmedFault } from "../api/planned-faults.ts";
import type { Switches } from "./switches.ts";

/** Minor units as text, because bigint is not JSON; debit positive. `customerMinor`: in the currency of a customer who has another than the company. */
export type StoredPosting = { accountId: string; customerId?: string; minor: string; customerMinor?: string };

/** Whose hand changed a document: set-up is the file of a company as a script describes it. */
export type Actor = "app" | "bookkeeper" | "setup";

/** One line of a document's audit history. */
export type AuditEntry = {
  at: string;
  by: Actor;
  what: "created" | "changed" | "voided" | "deleted";
  /** Names of the properties that changed. */
  fields: string[];
  /** The document's number at that time, because a deleted document has no row to ask. */
  number?: string;
};

export type LoggedRequest = {
  at: string;
  method: string;
  /** Below the company, such as `/invoice`. */
  path: string;
  query: Record<string, string>;
  body: Json;
  /** 0 when the connection was dropped. */
  status: number;
  response: Json;
};

/** `durationMs` is real time and shown to people only: results of `play` must not differ from run to run by it. */
export type TimedRequest = LoggedRequest & { durationMs: number };

/** A row before a write, null when there was none: what queries that lag still see. */
export type RecentWrite = { at: string; entity: string; id: string; before: JsonObject | null };

export type CompanyState = {
  realmId: string;
  country: string;
  currency: string;
  /** Ids of the accounts that QuickBooks itself books on. */
  roles: { receivable: string; undeposited: string; discounts: string; shipping: string; salesTax: string };
  switches: Switches;
  /** entity → id → row as QuickBooks would answer it. */
  tables: Record<string, Record<string, JsonObject>>;
  counters: Record<string, number>;
  /** Unique key → owners as `Entity:Id`. */
  keys: Record<string, string[]>;
  ledger: {
    entries: Record<string, StoredPosting[]>;
    /** Running balance per account and per customer's receivable, in minor units. */
    accounts: Record<string, string>;
    customers: Record<string, string>;
  };
  tombstones: Record<string, { entity: string; id: string; at: string }>;
  /** By a running number, oldest first; empty while queries do not lag. */
  recentWrites: Record<string, RecentWrite>;
  /** `Entity:Id` of a transaction → what happened to it, oldest first; outlives the document. */
  audit: Record<string, AuditEntry[]>;
  answered: Record<string, { at: string; status: number; body: string }>;
  requests: TimedRequest[];
  faults: ArmedFault[];
  lateCommits: { at: string; method: string; path: string; query: string; body: string }[];
};

/** A company while one request works on it. */
export type Books = {
  readonly state: CompanyState;
  readonly now: Temporal.Instant;
  readonly by: Actor;
  readonly undo: (() => void)[];
};

/** Runs `work`; when it throws, every change it made through `assign` is taken back. */
export function inTransaction<T>(state: CompanyState, now: Temporal.Instant, work: (books: Books) => T, by: Actor = "setup"): T {
  const books: Books = { state, now, by, undo: [] };
  try {
    return work(books);
  } catch (error) {
    for (const undo of books.undo.reverse()) undo();
    throw error;
  }
}

/** The only way state changes inside a unit of work; `undefined` removes the key. */
export function assign<T>(books: Books, record: Record<string, T>, key: string, value: T | undefined): void {
  const before = record[key];
  books.undo.push(() => set(record, key, before));
  set(record, key, value);
}

/** The next number of a counter, starting at `first`. */
export function nextNumber(books: Books, counter: string, first: number): number {
  const value = books.state.counters[counter] ?? first;
  assign(books, books.state.counters, counter, value + 1);
  return value;
}

function set<T>(record: Record<string, T>, key: string, value: T | undefined): void {
  if (value === undefined) delete record[key];
  else record[key] = value;
}
