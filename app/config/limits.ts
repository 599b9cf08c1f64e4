/** Every bound of the doors and the job engine, with unit and reason (07, R9). Vendors' limits live with their adapters. */

/** Bytes. Shopify's largest order payloads are far below; more is not a webhook and would only cost memory. */
export const WEBHOOK_BODY_BYTES = 2 * 1024 * 1024;

/** Characters of a webhook's identifying headers; they become keys of the inbox. */
export const WEBHOOK_HEADER_CHARACTERS = 255;

/** Milliseconds a stopping process may take to finish what it has in hand (R10); orchestrators kill after 30 s by default. */
export const STOP_WITHIN_MS = 20_000;

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

/** Milliseconds for one call to Shopify's token endpoint. */
export const SHOPIFY_TOKEN_WITHIN_MS = 15_000;

/** Minutes before its expiry at which an offline token is refreshed, so that it outlives the calls of a drain's next step. */
export const SHOPIFY_TOKEN_SPARE_MINUTES = 5;
