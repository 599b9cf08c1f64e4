/** The trace of a process: every failpoint it reached, as the process itself wrote it down. */
import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import { FAILPOINTS, type FailpointName } from "#app/pipeline/failpoints.ts";

const traceLineSchema = z.object({
  /** Unix milliseconds. */
  at: z.number(),
  pid: z.number(),
  point: z.enum(FAILPOINTS as [FailpointName, ...FailpointName[]]),
  order: z.string().nullable(),
  struck: z.string().nullable(),
});
export type Reached = z.infer<typeof traceLineSchema>;

/** A process that was killed leaves only whole lines: each is one write. */
export function readTrace(file: string): Reached[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8").split("\n").filter((line) => line !== "").map((line) => traceLineSchema.parse(JSON.parse(line)));
}
