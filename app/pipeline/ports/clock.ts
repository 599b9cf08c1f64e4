/** The clock port: business time. Queue polling and time-outs use real time instead. */
import type { Temporal } from "temporal-polyfill";

export type Clock = { now(): Temporal.Instant };
