/** The envelope of an Admin GraphQL answer, read leniently: what it means is decided in `answer-fault.ts`. */
import { z } from "zod";
import type { Result } from "#app/domain/result.ts";
import type { Fault } from "#app/pipeline/ports/fault.ts";

const errorSchema = z.object({
  message: z.string(),
  path: z.array(z.union([z.string(), z.number()])).optional(),
  extensions: z.object({ code: z.string().optional() }).optional(),
});

const costSchema = z.object({
  requestedQueryCost: z.number(),
  throttleStatus: z.object({ maximumAvailable: z.number(), currentlyAvailable: z.number(), restoreRate: z.number().positive() }),
});

export const graphqlAnswerSchema = z.object({
  /** Absent where nothing was executed. */
  data: z.unknown().optional(),
  errors: z.array(errorSchema).optional().default([]),
  extensions: z.object({ cost: costSchema.optional().catch(undefined) }).optional(),
});

export type GraphqlError = z.infer<typeof errorSchema>;
export type GraphqlAnswer = z.infer<typeof graphqlAnswerSchema>;

/** One call. Transport trouble and HTTP status are faults already; GraphQL errors come with the answer. */
export type GraphqlRequest = (query: string, variables: Record<string, unknown>) => Promise<Result<GraphqlAnswer, Fault>>;
