/** Business time: the system's, or in a sandbox the system's plus the offset that its clock file holds. Must never drive queue polling or time-outs. */
import { readFileSync } from "node:fs";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import type { Clock } from "#app/pipeline/ports/clock.ts";

const clockFileSchema = z.object({ offsetMs: z.int() });

/** Without a file: the system's clock. With one, it is read at every call, so that all processes of a sandbox move together. */
export function createClock(clockFile: string | undefined): Clock {
  if (clockFile === undefined) return { now: () => Temporal.Now.instant() };
  return { now: () => Temporal.Now.instant().add({ milliseconds: offsetMs(clockFile) }) };
}

/** Synchronous on purpose: a clock that must be awaited would turn every caller asynchronous. The file is a few bytes on a local disk. */
function offsetMs(path: string): number {
  try {
    return clockFileSchema.parse(JSON.parse(readFileSync(path, "utf8"))).offsetMs;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return 0;
    throw new Error(`SANDBOX_CLOCK_FILE ${path} is no clock file: expected { "offsetMs": whole number }`, { cause: error });
  }
}
