/** Finds the orders of a shop's runs at Shopify and has them marked due. Begins where an earlier worker stopped; never looks into an order and never talks to a ledger. */
import { Temporal } from "temporal-polyfill";
import type { Selection } from "#app/domain/runs/selection.ts";
import type { Log } from "../context.ts";
import type { Clock } from "../ports/clock.ts";
import type { Fault } from "../ports/fault.ts";
import type { OrderFinder } from "../ports/order-finder.ts";
import type { ShopFacts } from "../ports/repositories.ts";
import type { FindingRun, RunFinding } from "../ports/runs.ts";

export type FindingContext = { shop: Pick<ShopFacts, "domain" | "timeZone">; runs: RunFinding; finder: OrderFinder; clock: Clock; log: Log; signal: AbortSignal };

/** Numbers asked for in one call. */
const NAMES_PER_CALL = 50;

/** Until every run's orders are found, or Shopify does not answer; the next scan goes on. */
export async function findRunOrders(context: FindingContext): Promise<void> {
  while (!context.signal.aborted) {
    const run = await context.runs.next();
    if (!run) return;
    const fault = await step(context, run);
    if (!fault) continue;
    context.log.warn({ shop: context.shop.domain, run: run.id, fault: fault.kind }, "a run's orders could not be found just now");
    const words = finalWords(fault);
    if (words === null) return;
    await context.runs.fail(run.id, words, context.clock.now());
  }
}

async function step({ shop, runs, finder, clock }: FindingContext, { id, selection, after }: FindingRun): Promise<Fault | null> {
  if (selection.kind === "range") {
    const page = await finder.placedBetween(stretchOf(selection, shop.timeZone), after);
    if (!page.ok) return page.failure;
    await runs.keep(id, page.value.orders, page.value.next, clock.now());
    return null;
  }
  const begin = after === null ? 0 : Number(after);
  const named = await finder.named(selection.numbers.slice(begin, begin + NAMES_PER_CALL));
  if (!named.ok) return named.failure;
  if (named.value.notFound.length > 0) await runs.noteMissing(id, named.value.notFound);
  const next = begin + NAMES_PER_CALL;
  await runs.keep(id, named.value.orders, next < selection.numbers.length ? String(next) : null, clock.now());
  return null;
}

/** From the beginning of the first day until the end of the last, as the shop's clocks show it: a day of a DST change has 23 or 25 hours. */
export function stretchOf({ from, to }: Extract<Selection, { kind: "range" }>, timeZone: string): { from: Temporal.Instant; until: Temporal.Instant } {
  const startOf = (day: Temporal.PlainDate): Temporal.Instant => day.toZonedDateTime(timeZone).toInstant();
  return { from: startOf(Temporal.PlainDate.from(from)), until: startOf(Temporal.PlainDate.from(to).add({ days: 1 })) };
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
