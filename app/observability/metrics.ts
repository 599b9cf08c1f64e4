/** The figures operators watch (02, Operations). Never labelled with a shop or an order: they are read without authentication. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

export type CallKind = "shopify" | "quickbooks_read" | "quickbooks_write";

export type Metrics = {
  drained(seconds: number): void;
  called(kind: CallKind): void;
  /** Prometheus' text format. */
  read(): Promise<{ contentType: string; text: string }>;
};

/** What the database knows, asked when the figures are read; so every process shows the same. */
export type Backlog = {
  oldestDueSeconds: number;
  unknownPostings: number;
  /** Ever found by sweeps; at least so many were lost. */
  missedWebhooks: number;
};

/** From an order that only waited to a backlog of hours. */
const DRAIN_BUCKETS_SECONDS = [0.1, 0.5, 1, 2, 5, 10, 30, 60, 300, 1_800, 7_200];

export function createMetrics(backlog: () => Promise<Backlog>): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const oldestDue = new Gauge({ name: "tieout_oldest_due_order_seconds", help: "How long the longest waiting order that may run now has been due", registers });
  const unknown = new Gauge({ name: "tieout_unknown_postings", help: "Postings whose last write has no known outcome", registers });
  const missed = new Counter({ name: "tieout_webhooks_missed_total", help: "Changes of orders that a sweep found and no webhook had told of", registers });
  const drains = new Histogram({ name: "tieout_drain_seconds", help: "Duration of one drain of a connection", buckets: DRAIN_BUCKETS_SECONDS, registers });
  const calls = new Counter({ name: "tieout_calls_total", help: "Calls to vendors by kind", labelNames: ["kind"], registers });

  return {
    drained: (seconds) => drains.observe(seconds),
    called: (kind) => calls.inc({ kind }),
    async read() {
      const { oldestDueSeconds, unknownPostings, missedWebhooks } = await backlog();
      oldestDue.set(oldestDueSeconds);
      unknown.set(unknownPostings);
      // Counted in the database, so it stands in every process and survives all of them.
      missed.reset();
      missed.inc(missedWebhooks);
      return { contentType: registry.contentType, text: await registry.metrics() };
    },
  };
}
