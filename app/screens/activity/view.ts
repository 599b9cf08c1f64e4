/** What the list of runs is told. */
import type { RecordRow } from "#app/components/RecordTable.tsx";

export type ActivityView = { runs: RecordRow[]; newerUrl: string | null; olderUrl: string | null; refreshMs: number | null };
