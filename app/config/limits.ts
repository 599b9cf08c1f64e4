/** Every bound of the doors and the job engine, with unit and reason (07, R9). Vendors' limits live with their adapters. */

/** Bytes. Shopify's largest order payloads are far below; more is not a webhook and would only cost memory. */
export const WEBHOOK_BODY_BYTES = 2 * 1024 * 1024;

/** Characters of a webhook's identifying headers; they become keys of the inbox. */
export const WEBHOOK_HEADER_CHARACTERS = 255;

/** Milliseconds from SIGTERM to the end of the process, whatever it hangs on (R10); orchestrators kill after 30 s by default. */
export const STOP_WITHIN_MS = 20_000;

/** Milliseconds of these for what is in hand; the rest gives the work back and closes the database. */
export const FINISH_WITHIN_MS = 17_000;

/** Milliseconds the readiness check waits for the database; load balancers give up soon after. */
export const READINESS_WITHIN_MS = 2_000;

/** Minutes between leaving for QuickBooks' consent page and coming back; long enough to look up a password. */
export const CONSENT_MINUTES = 10;

/** Connections one worker process drains at once; a drain mostly waits for QuickBooks, whose pace is bounded per company. */
export const DRAINS_PER_WORKER = 8;

/** Milliseconds between two scans for due rows; what a crash or a lost wake-up swallowed waits at most this long (R6). */
export const DUE_SCAN_EVERY_MS = 10_000;

/** Rows one due scan wakes; the next scan takes the rest, and woken connections no longer count. */
export const DUE_SCAN_CONNECTIONS = 1_000;

/** Seconds without a sign of life after which a worker counts as dead; 10 is the smallest pg-boss 12 accepts. */
export const WORKER_HEARTBEAT_SECONDS = 10;

/** Seconds between the passes that look for dead workers; with 10 s heartbeat a killed worker's connection is taken over in about 12 s (measured, 02). */
export const SUPERVISE_SECONDS = 2;

/** Seconds between two looks for jobs that nobody announced: a dead worker's retried job and one held back by a key just freed raise no NOTIFY (measured: with pg-boss's default of 30 s a take-over took that long). */
export const JOB_POLL_SECONDS = 2;

/** Seconds one drain may take before its job is given to another worker; far above any drain, because the heartbeat finds dead ones sooner. */
export const DRAIN_EXPIRES_SECONDS = 6 * 60 * 60;

/** Milliseconds between two looks at a history that Shopify gathers for a run; its page promises that the figures move. */
export const GATHERING_LOOK_EVERY_MS = 1_000;

/** Looks within one drain; afterwards the scan for due rows looks, every DUE_SCAN_EVERY_MS. */
export const GATHERING_LOOKS = 60;

/** Minutes of business time from one sweep of a shop to its next (R6), and from connecting to the first. */
export const SWEEP_EVERY_MINUTES = 15;

/** Hours read again by each sweep: Shopify's search may show a change late, and webhooks may be a day late (06). */
export const SWEEP_OVERLAP_HOURS = 24;

/** Minutes: changes younger than this are left to their webhook, which takes seconds; the next sweep reads them. */
export const SWEEP_SETTLING_MINUTES = 2;

/** Minutes until a sweep that Shopify's trouble stopped is tried again. */
export const SWEEP_RETRY_MINUTES = 1;

/** Pages of one run of a sweep: 10,000 orders, which stays below the 25,000 objects Shopify pages through (06). */
export const SWEEP_PAGES_PER_RUN = 40;

/** Changes that no webhook told of, before a silent day counts as webhooks that do not arrive (decision 008): one or two are ordinary loss. */
export const MISSED_WEBHOOKS_BEFORE_ISSUE = 3;

/** Hours without any webhook of an order, before silence together with missed changes means something. */
export const WEBHOOK_SILENCE_HOURS = 24;

/** Sweeps one worker process runs at once; each is a few small calls to another shop. */
export const SWEEPS_PER_WORKER = 2;

/** Seconds one run of a sweep may take before its job is given to another worker; far above its 40 pages, because the heartbeat finds dead ones sooner. */
export const SWEEP_EXPIRES_SECONDS = 60 * 60;

/** Milliseconds for one call to Shopify's token endpoint. */
export const SHOPIFY_TOKEN_WITHIN_MS = 15_000;

/** Minutes before its expiry at which an offline token is refreshed, so that it outlives the calls of a drain's next step. */
export const SHOPIFY_TOKEN_SPARE_MINUTES = 5;

/** QuickBooks was seen to commit a write hours after its answer was lost (R4). Only after this long does finding nothing mean that it never happened. */
export const LATEST_COMMIT_HOURS = 6;

/** A committed document may take this long to show in a query (05 §1). */
export const QUERY_LAG_MINUTES = 15;

/** Orders an admin extension may ask about, or ask to be looked at again, in one request; as many as Shopify's order list shows on a page at most. */
export const EXTENSION_ORDERS = 100;

/** Orders whose plan an admin extension may ask for at once: each costs a handful of reads, while somebody waits. */
export const EXTENSION_PLANS = 5;
