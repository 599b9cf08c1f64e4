/** Failures on order, as data: which request of a company goes wrong and how (design page 09). Decides, does nothing itself. */
import { z } from "zod";

export const plannedFaultSchema = z.strictObject({
  /** Method and path below the company, such as `POST /invoice`. */
  on: z.string().regex(/^(GET|POST) \/\S+$/, 'expected a method and a path such as "POST /invoice"'),
  /** The first request that goes wrong, counted from 1 since the fault was planned. */
  nth: z.number().int().positive().default(1),
  times: z.number().int().positive().default(1),
  do: z.enum(["status", "delay", "commitThenDrop", "dropBefore", "lateCommit", "truncate"]),
  /** For `status`: the HTTP status; for `lateCommit`: answer with it instead of dropping the connection. */
  status: z.number().int().min(400).max(599).optional(),
  /** For `status`: QuickBooks' error code in the body. */
  code: z.string().optional(),
  /** For `delay`: of real time; for `lateCommit`: of the sandbox clock. */
  ms: z.number().int().nonnegative().optional(),
});

export type PlannedFault = z.output<typeof plannedFaultSchema>;
export type ArmedFault = { fault: PlannedFault; seen: number };

export function armFaults(planned: unknown): ArmedFault[] {
  return z.array(plannedFaultSchema).parse(planned).map((fault) => ({ fault, seen: 0 }));
}

/** Counts the request for every fault that waits for its kind and returns the one that strikes, if any. */
export function strikingFault(armed: ArmedFault[], method: string, path: string): PlannedFault | undefined {
  let striking: PlannedFault | undefined;
  for (const entry of armed) {
    if (entry.fault.on !== `${method} ${path}`) continue;
    entry.seen += 1;
    const { nth, times } = entry.fault;
    if (entry.seen >= nth && entry.seen < nth + times) striking ??= entry.fault;
  }
  return striking;
}
