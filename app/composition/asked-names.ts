/** Asks QuickBooks for the items and customers that a shop's rules name, and remembers the answer for a while. A page never waits long for it: what is not answered counts as not checked. */
import { setTimeout as delay } from "node:timers/promises";
import { Temporal } from "temporal-polyfill";
import { type AskedNames, namesInRules } from "#app/domain/rules/lint/asked-names.ts";
import { foldedName } from "#app/domain/rules/lint/dangling.ts";
import type { Clock } from "#app/pipeline/ports/clock.ts";
import type { Ledger } from "#app/pipeline/ports/ledger.ts";
import type { Instant, ShopFacts } from "#app/pipeline/ports/repositories.ts";
import type { RuleDesk } from "#app/pipeline/ports/rule-desk.ts";

const KEPT = Temporal.Duration.from({ minutes: 5 });
const MOST_SHOPS = 20;
/** Names asked for at most: reads are metered, and fifty go into one. */
const MOST_NAMES = 100;
/** A page of rules does not wait longer; the answer is there when it is opened the next time. */
const WAITED_FOR_MS = 1_500;

type Names = Pick<Ledger, "findItems" | "findCustomers">;
/** As `createLookAtBooks` opens them. */
export type LookForNames = <Seen>(at: { shopId: string; connectionId: string }, look: (books: { ledger: Names }) => Promise<Seen>) => Promise<Seen>;
type Parts = { clock: Clock; directory: { activeConnection(shopId: string): Promise<string | null> }; lookAtBooks: LookForNames; waitForMs?: number };
type Kept = { key: string; at: Instant; answer: Promise<AskedNames> };

export function createAskedNames({ clock, directory, lookAtBooks, waitForMs = WAITED_FOR_MS }: Parts): (shop: ShopFacts) => Pick<RuleDesk, "askNames"> {
  const kept = new Map<string, Kept>();
  return ({ id: shopId }) => ({
    async askNames(rules) {
      const names = namesInRules(rules);
      const [items = [], customers = []] = (["item", "customer"] as const).map((kind) => names.get(kind)?.slice(0, MOST_NAMES));
      const connectionId = await directory.activeConnection(shopId);
      if (connectionId === null || items.length + customers.length === 0) return {};
      const key = JSON.stringify([connectionId, items, customers]);
      const before = kept.get(shopId);
      const now = clock.now();
      const isKept = before?.key === key && Temporal.Instant.compare(before.at.add(KEPT), now) > 0;
      const answer = isKept ? before.answer : lookAtBooks({ shopId, connectionId }, ({ ledger }) => asked(ledger, items, customers));
      if (!isKept) {
        kept.delete(shopId);
        kept.set(shopId, { key, at: now, answer });
        // What failed is asked anew with the next page.
        answer.then((found) => { if (Object.keys(found).length === 0) kept.delete(shopId); }, () => kept.delete(shopId));
        const [oldest] = kept.keys();
        if (kept.size > MOST_SHOPS && oldest !== undefined) kept.delete(oldest);
      }
      return soon(answer, waitForMs);
    },
  });
}

async function asked(ledger: Names, items: readonly string[], customers: readonly string[]): Promise<AskedNames> {
  const found: AskedNames = {};
  if (items.length > 0) {
    const answer = await ledger.findItems({ skus: [], names: items });
    if (answer.ok) found.item = parted(items, answer.value.map(({ name }) => name));
  }
  if (customers.length > 0) {
    const answer = await ledger.findCustomers(customers);
    if (answer.ok) found.customer = parted(customers, answer.value.filter(({ active }) => active).map(({ displayName }) => displayName));
  }
  return found;
}

function parted(names: readonly string[], inBooks: readonly string[]): { there: string[]; missing: string[] } {
  const there = new Set(inBooks.map(foldedName));
  return { there: names.filter((name) => there.has(foldedName(name))), missing: names.filter((name) => !there.has(foldedName(name))) };
}

/** The answer, or nothing where it failed or takes long. */
async function soon(answer: Promise<AskedNames>, waitForMs: number): Promise<AskedNames> {
  const stop = new AbortController();
  const late = delay(waitForMs, {}, { signal: stop.signal }).catch(() => ({}));
  try {
    return await Promise.race([answer.catch(() => ({})), late]);
  } finally {
    stop.abort();
  }
}
