/** What reached QuickBooks over time: never more than Intuit allows, and no refusal for that. */
import type { LoggedRequest } from "#sandbox/quickbooks/company/state.ts";
import { Temporal } from "temporal-polyfill";
import type { Violation } from "./evidence.ts";

const LIMITS = [{ count: 10, windowMs: 1_000 }, { count: 500, windowMs: 60_000 }] as const;

export function judgePace(tenant: string, requests: readonly LoggedRequest[]): Violation[] {
  const times = requests.map(({ at }) => Temporal.Instant.from(at).epochMilliseconds);
  return LIMITS.flatMap(({ count, windowMs }): Violation[] => {
    const broken = times.findIndex((at, index) => index >= count && at - (times[index - count] ?? 0) < windowMs);
    return broken < 0 ? [] : [{ invariant: "pace", detail: `company of shop ${tenant}: more than ${count} requests in ${windowMs} ms, at ${requests[broken]?.at ?? ""}` }];
  });
}

/** Each secret is named by its first characters only. */
export function judgeSecrets(log: string, secrets: Iterable<string>): Violation[] {
  return [...secrets].filter((secret) => log.includes(secret)).map((secret) => ({ invariant: "secret", detail: `a log line holds the secret ${secret.slice(0, 6)}…` }));
}
