/** Finds the orders of a shop's runs at Shopify and has them marked due. Begins where an earlier worker stopped; never looks into an order and never talks to a ledger. */
import { Temporal } from "temporal-polyfill";
import type { Selection } from "#app/domain/runs/selection.ts";
import { type Result, success } from "#app/domain/result.ts";
import { shopDays } from "#app/domain/time/shop-days.ts";
import type { Log } from "../context.ts";
import type { Clock } from "../ports/clock.ts";
import type { Fault } from "../ports/fault.ts";
import { type FoundOrder, NAMES_PER_CALL, type OrderFinder, type PlacedSpan } from "../ports/order-finder.ts";
import type { ShopFacts } from "../ports/repositories.ts";
import type { FindingRun, RunFinding } from "../ports/runs.ts";

export type FindingContext = { shop: Pick<ShopFacts, "domain" | "timeZone">; runs: RunFinding; finder: OrderFinder; clock: Clock; log: Log; signal: AbortSignal };

/** Longer ranges are gathered by Shopify itself, in one bulk operation, instead of page by page. */
const LONGEST_PAGED_DAYS = 31;
/** Orders of a history kept in one transaction; few, so that a run's figures move while a long list is read. */
const HISTORY_CHUNK = 100;

/** `more`: it goes on at once. `waiting`: Shopify still gathers, or cannot answer just now; it is looked at again. */
type Step = "more" | "found" | "waiting" | { failed: string };

/** Until every run's orders are found, or Shopify keeps it waiting. True: Shopify still gathers the orders of one, and there will be more to do soon. */
export async function findRunOrders(context: FindingContext): Promise<boolean> {
  let gathering = false;
  for (const { id } of await context.runs.finding()) {
    while (!context.signal.aborted) {
      const run = (await context.runs.finding()).find((each) => each.id === id);
      if (!run) break;
      const step = await findSome(context, run);
      const outcome = step.ok ? step.value : judged(step.failure);
      if (!step.ok) context.log.warn({ shop: context.shop.domain, run: id, fault: step.failure.kind }, "a run's orders could not be found just now");
      if (typeof outcome === "object") await context.runs.fail(id, outcome.failed, context.clock.now());
      gathering ||= step.ok && outcome === "waiting";
      if (outcome !== "more") break;
    }
  }
  return gathering;
}

async function findSome(context: FindingContext, run: FindingRun): Promise<Result<Step, Fault>> {
  const { shop, runs, finder, clock } = context;
  const { selection, after } = run;
  if (run.cancelled) return stopGathering(context, run);
  if (selection.kind === "numbers") return findNumbers(context, run, selection.numbers);
  const span = spanOf(selection, shop.timeZone);
  if (isLong(selection)) return findHistory(context, run, span);
  const page = await finder.placedBetween(span, after);
  if (!page.ok) return page;
  await runs.keep(run.id, page.value.orders, page.value.next, clock.now());
  return success(page.value.next === null ? "found" : "more");
}

async function findNumbers({ runs, finder, clock }: FindingContext, { id, after }: FindingRun, numbers: readonly string[]): Promise<Result<Step, Fault>> {
  const begin = after === null ? 0 : Number(after);
  const named = await finder.named(numbers.slice(begin, begin + NAMES_PER_CALL));
  if (!named.ok) return named;
  if (named.value.missing.length > 0) await runs.noteMissing(id, named.value.missing);
  const next = begin + NAMES_PER_CALL;
  const isLast = next >= numbers.length;
  await runs.keep(id, named.value.found, isLast ? null : String(next), clock.now());
  return success(isLast ? "found" : "more");
}

async function findHistory(context: FindingContext, run: FindingRun, span: PlacedSpan): Promise<Result<Step, Fault>> {
  const { runs, finder } = context;
  if (run.historyId === null) {
    const started = await finder.startHistory(span);
    if (!started.ok) return started;
    await runs.noteHistory(run.id, started.value);
    return success("more");
  }
  const history = await finder.history(run.historyId);
  if (!history.ok) return history;
  switch (history.value.kind) {
    case "running":
      await runs.noteGathered(run.id, history.value.objects);
      return success("waiting");
    case "done":
      return keepHistory(context, run.id, history.value.orders());
    case "stopped":
      return success({ failed: "Gathering the orders was stopped in Shopify. Start the run again." });
    case "failed":
    case "expired":
      return success({ failed: `${history.value.reason} Start the run again.` });
  }
}

/** Shopify gathers five lists at once for a shop, and one that nobody waits for would keep its place. A list it calls done or gone has none to give back. */
async function stopGathering({ runs, finder }: FindingContext, { id, historyId }: FindingRun): Promise<Result<Step, Fault>> {
  const stopped = historyId === null ? success(null) : await finder.stopHistory(historyId);
  if (!stopped.ok && stopped.failure.kind !== "rejected") return stopped;
  await runs.forgetHistory(id);
  return success("found");
}

/** Read from its first row again where it was cut short: an order that is the run's already stays as it is. */
async function keepHistory({ runs, clock, signal }: FindingContext, runId: string, orders: AsyncIterable<Result<FoundOrder, Fault>>): Promise<Result<Step, Fault>> {
  let chunk: FoundOrder[] = [];
  for await (const order of orders) {
    if (!order.ok) return order;
    chunk.push(order.value);
    if (chunk.length < HISTORY_CHUNK) continue;
    if (signal.aborted) return success("waiting");
    await runs.keep(runId, chunk, "history", clock.now());
    chunk = [];
  }
  await runs.keep(runId, chunk, null, clock.now());
  return success("found");
}

const isLong = ({ from, to }: Extract<Selection, { kind: "range" }>): boolean => Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "day" }).days >= LONGEST_PAGED_DAYS;

export const spanOf = ({ from, to }: Extract<Selection, { kind: "range" }>, timeZone: string): PlacedSpan => shopDays(Temporal.PlainDate.from(from), Temporal.PlainDate.from(to), timeZone);

function judged(fault: Fault): Step {
  const words = finalWords(fault);
  return words === null ? "waiting" : { failed: words };
}

/** Null for what passes by itself. */
function finalWords(fault: Fault): string | null {
  switch (fault.kind) {
    case "transient":
    case "throttled":
    case "unknown":
    case "conflict":
      return null;
    case "needs_auth":
      return "Shopify does not let Tieout read orders. Open the app once in this shop's admin, then start the run again.";
    case "needs_input":
      return fault.issue.sentence;
    case "duplicate":
    case "rejected":
    case "defect":
      return "Shopify's answer could not be read. Start the run again; if this stays, report it.";
  }
}
