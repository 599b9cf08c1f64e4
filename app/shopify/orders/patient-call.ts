/** One kind of call, parsed, that waits while Shopify's query bucket fills up, within a budget for the whole fetch. */
import type { z } from "zod";
import { failure, success, type Result } from "#app/domain/result.ts";
import type { Fault } from "#app/pipeline/ports/fault.ts";
import { judgeAnswer } from "./answer-fault.ts";
import type { GraphqlRequest } from "./graphql-answer.ts";

export type Wait = (delayMs: number) => Promise<void>;
export type CallFailure = Fault | { kind: "too_expensive" };
/** `mayLack`: roots of the query that the shop need not tell, such as for want of a scope. */
export type Call = <Data>(query: string, variables: Record<string, unknown>, schema: z.ZodType<Data>, mayLack?: readonly string[]) => Promise<Result<Data, CallFailure>>;

/** How long one fetch may wait in all; after that its orders go back to the queue. */
const LONGEST_WAIT_MS = 30_000;

/**
 * The first call of a fetch is not waited for, unless somebody looks on (`fromStart`): a drain has lost nothing and may do something else meanwhile.
 * Later ones are, because handing back a half-read batch would read the same half again next time, and again run dry.
 */
export function patientCall(graphql: GraphqlRequest, wait: Wait, { fromStart = false } = {}): Call {
  let budgetMs: number | null = fromStart ? LONGEST_WAIT_MS : null;
  return async (query, variables, schema, mayLack = []) => {
    for (;;) {
      const answer = await graphql(query, variables);
      const judged = answer.ok ? judgeAnswer(answer.value, mayLack) : ({ kind: "fault", fault: answer.failure } as const);
      if (answer.ok && judged.kind === "usable") {
        budgetMs ??= LONGEST_WAIT_MS;
        return parseData(answer.value.data, schema);
      }
      if (judged.kind !== "fault") return failure({ kind: "too_expensive" });
      const { fault } = judged;
      if (fault.kind !== "throttled" || budgetMs === null || fault.retryAfterMs > budgetMs) return failure(fault);
      budgetMs -= fault.retryAfterMs;
      await wait(fault.retryAfterMs);
    }
  };
}

function parseData<Data>(data: unknown, schema: z.ZodType<Data>): Result<Data, CallFailure> {
  const parsed = schema.safeParse(data);
  if (parsed.success) return success(parsed.data);
  const places = parsed.error.issues.map((issue) => issue.path.join(".")).slice(0, 5);
  return failure({ kind: "defect", detail: `Shopify's answer has another shape than expected at ${places.join(", ")}` });
}
