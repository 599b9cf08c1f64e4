/**
 * The sweep: reads which orders changed in Shopify and marks due what no run has seen, so that a lost webhook is late and never lost (R6).
 * Never looks into an order and never talks to a ledger; what is due is the drain's business.
 */
import { Temporal } from "temporal-polyfill";
import { SWEEP_EVERY_MINUTES, SWEEP_OVERLAP_HOURS, SWEEP_PAGES_PER_RUN, SWEEP_RETRY_MINUTES, SWEEP_SETTLING_MINUTES } from "#app/config/limits.ts";
import type { Settings } from "#app/domain/settings/settings.ts";
import type { Log } from "./context.ts";
import type { ChangedOrders, Stretch } from "./ports/changed-orders.ts";
import type { Clock } from "./ports/clock.ts";
import type { Fault } from "./ports/fault.ts";
import type { Instant, ShopFacts } from "./ports/repositories.ts";
import type { Found, SweepPlace, Sweeps } from "./ports/sweeps.ts";

const EVERY = Temporal.Duration.from({ minutes: SWEEP_EVERY_MINUTES });
const RETRY = Temporal.Duration.from({ minutes: SWEEP_RETRY_MINUTES });
const AT_ONCE = Temporal.Duration.from({ minutes: 0 });

export type SweepContext = { shop: ShopFacts; settings: Settings; sweeps: Sweeps; changed: ChangedOrders; clock: Clock; log: Log; signal: AbortSignal };

/** `completed` false: there is more to read, at the next run. */
export type SweepReport = Found & { pages: number; completed: boolean };

export async function sweepShop(context: SweepContext): Promise<SweepReport> {
  const { sweeps, clock, shop, settings, log } = context;
  const startedAt = clock.now();
  const stretch = { from: whereToBegin(await sweeps.place(), shop, settings), until: startedAt.subtract({ minutes: SWEEP_SETTLING_MINUTES }) };
  const report: SweepReport = { marked: 0, missed: 0, pages: 0, completed: false };
  // Just installed, or a start date that lies ahead.
  if (Temporal.Instant.compare(stretch.from, stretch.until) > 0) {
    await sweeps.postpone(startedAt.add(EVERY));
    return { ...report, completed: true };
  }
  const fault = await readStretch(context, stretch, report);
  if (report.completed) await sweeps.complete(stretch.until, startedAt.add(EVERY), clock.now());
  else await sweeps.postpone(clock.now().add(fault === null ? AT_ONCE : waitAfter(fault)));
  if (fault !== null) log.warn({ shop: shop.domain, fault: fault.kind, ...report }, "the sweep stopped and goes on later; drains are not affected");
  if (report.missed > 0) log.warn({ shop: shop.domain, missed: report.missed }, "the sweep found changes that no webhook had told of");
  return report;
}

/** A reading that was cut short goes on; else a day's overlap is read again, but nothing from before the first sweep's beginning. */
function whereToBegin({ installedAt, sweptUntil, readingFrom }: SweepPlace, { timeZone }: ShopFacts, { options }: Settings): Instant {
  if (readingFrom !== null) return readingFrom;
  const first = options.startDate === null ? installedAt : Temporal.PlainDate.from(options.startDate).toZonedDateTime(timeZone).toInstant();
  return sweptUntil === null ? first : later(sweptUntil.subtract({ hours: SWEEP_OVERLAP_HOURS }), first);
}

/** The fault that stopped it; null when it came to its end, was cut short by the bound of a run, or by a stop. */
async function readStretch({ sweeps, changed, clock, signal }: SweepContext, stretch: Stretch, report: SweepReport): Promise<Fault | null> {
  let position = stretch.from;
  let after: string | null = null;
  while (!signal.aborted) {
    const page = await changed.page(stretch, after);
    if (!page.ok) return page.failure;
    position = later(page.value.orders.at(-1)?.updatedAt ?? position, position);
    const found = await sweeps.keep(page.value.orders, position, clock.now());
    report.marked += found.marked;
    report.missed += found.missed;
    report.pages += 1;
    after = page.value.next;
    report.completed = after === null;
    if (report.completed) return null;
    // Never without having moved on: more orders than a run reads may have changed in one second.
    if (report.pages >= SWEEP_PAGES_PER_RUN && Temporal.Instant.compare(position, stretch.from) > 0) return null;
  }
  return null;
}

function waitAfter(fault: Fault): Temporal.Duration {
  switch (fault.kind) {
    case "throttled":
      return Temporal.Duration.compare({ milliseconds: fault.retryAfterMs }, RETRY) > 0
        ? Temporal.Duration.from({ milliseconds: fault.retryAfterMs })
        : RETRY;
    case "transient":
    case "unknown":
    case "conflict":
      return RETRY;
    // Asking sooner would not help: the shop has to open the app, or we have to mend it.
    case "needs_auth":
    case "needs_input":
    case "duplicate":
    case "rejected":
    case "defect":
      return EVERY;
  }
}

const later = (a: Instant, b: Instant): Instant => (Temporal.Instant.compare(a, b) > 0 ? a : b);
