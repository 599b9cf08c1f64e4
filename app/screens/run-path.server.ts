/** The address of a run's page, and back. */
import { z } from "zod";

export const runPath = (runId: string): string => `/app/sync/${encodeURIComponent(runId)}`;

/** Null for what is no run's id. */
export const runIdOf = (text: string | undefined): string | null => z.uuid().safeParse(text).data ?? null;
