/** When a planned fault strikes: by counting the requests it waits for, or by a seeded chance. Plain data, so that a plan can be saved; must never hold a generator. */
import { z } from "zod";
import { drawOf } from "../chance/seeded-random.ts";

/** To be spread into a fault's own schema, which then needs `timingProblems`. */
export const FAULT_TIMING = {
  /** The first request that goes wrong, counted from 1 since the fault was planned; 1 unless said. */
  nth: z.number().int().positive().optional(),
  /** How many in a row from there; 1 unless said. */
  times: z.number().int().positive().optional(),
  /** Instead: each request goes wrong with this probability. */
  share: z.number().min(0).max(1).optional(),
  /** Of that chance; faults that shall not strike together need different ones. 1 unless said. */
  seed: z.number().int().nonnegative().max(4_294_967_295).optional(),
};

export type FaultTiming = { nth?: number | undefined; times?: number | undefined; share?: number | undefined; seed?: number | undefined };

/** A fault and how many requests it has seen so far. */
export type Armed<Fault> = { fault: Fault; seen: number };

/** What contradicts itself, as one sentence; undefined: nothing. */
export function timingProblem({ nth, times, share, seed }: FaultTiming): string | undefined {
  if (share !== undefined && (nth !== undefined || times !== undefined)) return 'give either "share" or "nth" and "times"';
  if (share === undefined && seed !== undefined) return '"seed" belongs to a "share"';
  return undefined;
}

export function arm<Fault>(faults: readonly Fault[]): Armed<Fault>[] {
  return faults.map((fault) => ({ fault, seen: 0 }));
}

/** Counts the request for every fault that waits for its kind and returns the first that strikes, if any. */
export function strikingFault<Fault extends FaultTiming>(armed: readonly Armed<Fault>[], waitsFor: (fault: Fault) => boolean): Fault | undefined {
  let striking: Fault | undefined;
  for (const entry of armed) {
    if (!waitsFor(entry.fault)) continue;
    entry.seen += 1;
    if (strikes(entry.fault, entry.seen)) striking ??= entry.fault;
  }
  return striking;
}

function strikes({ nth = 1, times = 1, share, seed = 1 }: FaultTiming, seen: number): boolean {
  return share === undefined ? seen >= nth && seen < nth + times : drawOf(seed, seen) < share;
}
