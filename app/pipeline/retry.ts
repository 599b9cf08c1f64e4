/** When an order that could not be finished is tried again. Business time: moving the sandbox clock brings retries forward. */
import { Temporal } from "temporal-polyfill";
import type { Fault } from "./ports/fault.ts";

export type Retry = { after: Temporal.Duration; countsAsAttempt: boolean };

const FIRST_RETRY_MS = 2_000;
/** Ten minutes: long enough not to press a service that is down, short enough for a merchant who waits. */
const LONGEST_RETRY_MS = 600_000;
/** An order that waits for a person looks by itself now and then, since the person may mend the cause inside QuickBooks. */
const WAITING_FOR_PERSON = Temporal.Duration.from({ minutes: 15 });
const WAITING_FOR_PERSON_MS = WAITING_FOR_PERSON.total("milliseconds");

const backOff = (attempts: number): Temporal.Duration =>
  Temporal.Duration.from({ milliseconds: Math.min(FIRST_RETRY_MS * 2 ** Math.min(attempts, 20), LONGEST_RETRY_MS) });

/** Null: nothing more to do until the order changes or a person asks. */
export function retryAfter(fault: Fault, attempts: number): Retry | null {
  switch (fault.kind) {
    case "transient":
    case "unknown":
    case "conflict":
      return { after: backOff(attempts), countsAsAttempt: true };
    case "throttled":
      return { after: Temporal.Duration.from({ milliseconds: fault.retryAfterMs }), countsAsAttempt: false };
    case "needs_auth":
      return { after: Temporal.Duration.from({ milliseconds: FIRST_RETRY_MS }), countsAsAttempt: false };
    case "needs_input":
      return { after: WAITING_FOR_PERSON, countsAsAttempt: true };
    case "duplicate":
    case "rejected":
    case "defect":
      return null;
  }
}

/**
 * When it is tried again. All orders of a shop that wait for a person look at the same moments, so that one drain, and with it one reading of the company,
 * serves them all however many they are; each shop (`shop`: its domain) at moments of its own, so that not all of them look at once.
 */
export function retryAt(fault: Fault, { after }: Retry, now: Temporal.Instant, shop: string): Temporal.Instant {
  if (fault.kind !== "needs_input") return now.add(after);
  const offset = Array.from(shop).reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % WAITING_FOR_PERSON_MS, 0);
  const rounds = Math.floor((now.epochMilliseconds - offset) / WAITING_FOR_PERSON_MS) + 1;
  return Temporal.Instant.fromEpochMilliseconds(rounds * WAITING_FOR_PERSON_MS + offset);
}

/** Faults of the connection, not of one order: the rest of the drain would meet them too. */
export const stopsTheDrain = (fault: Fault): boolean => fault.kind === "throttled" || fault.kind === "needs_auth";
