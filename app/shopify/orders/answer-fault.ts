/** What the errors of a GraphQL answer mean. By vendor code only; message text is shown, never read. */
import type { Fault } from "#app/pipeline/ports/fault.ts";
import type { GraphqlAnswer, GraphqlError } from "./graphql-answer.ts";

/** `too_expensive`: the same in smaller parts would be answered. */
export type Verdict = { kind: "usable" } | { kind: "too_expensive" } | { kind: "fault"; fault: Fault };

type Meaning = "throttled" | "too_expensive" | "denied" | "transient";

/** Codes of https://shopify.dev/docs/api/admin-graphql#status_and_error_codes; one that is not here is our own mistake. */
const MEANINGS: ReadonlyMap<string | undefined, Meaning> = new Map<string, Meaning>([
  ["THROTTLED", "throttled"],
  ["MAX_COST_EXCEEDED", "too_expensive"],
  ["ACCESS_DENIED", "denied"],
  ["INTERNAL_SERVER_ERROR", "transient"],
  ["TIMEOUT", "transient"],
]);

/** `mayLack`: roots of the query whose absence is an answer. */
export function judgeAnswer(answer: GraphqlAnswer, mayLack: readonly string[] = []): Verdict {
  const fatal = answer.errors.filter((error) => !isWithheldField(error, answer.data) && !isLackedRoot(error, mayLack));
  const [first] = fatal;
  if (!first) return { kind: "usable" };
  const meanings = fatal.map((error) => MEANINGS.get(error.extensions?.code));
  if (meanings.includes("throttled")) return { kind: "fault", fault: { kind: "throttled", retryAfterMs: retryAfterMs(answer) } };
  if (meanings.includes("too_expensive")) return { kind: "too_expensive" };
  const detail = `Shopify: ${first.message}`;
  if (meanings.includes("denied")) return { kind: "fault", fault: { kind: "needs_auth", detail } };
  return { kind: "fault", fault: { kind: meanings.includes("transient") ? "transient" : "defect", detail } };
}

/**
 * Protected customer data and scopes that were not granted: the field is null, an error names its path, the rest of the answer is good
 * (https://shopify.dev/docs/apps/launch/protected-customer-data). Whether a null can be lived with, parsing the order decides.
 */
const isWithheldField = (error: GraphqlError, data: unknown): boolean =>
  error.extensions?.code === "ACCESS_DENIED" && (error.path?.length ?? 0) > 2 && data !== null && data !== undefined;

/** Not granted, or not there: Shopify says so of an id that is unknown to it as an error. */
const LACKED: ReadonlySet<string | undefined> = new Set(["ACCESS_DENIED", "RESOURCE_NOT_FOUND", "NOT_FOUND"]);
const isLackedRoot = ({ path, extensions }: GraphqlError, mayLack: readonly string[]): boolean =>
  LACKED.has(extensions?.code) && typeof path?.[0] === "string" && mayLack.includes(path[0]);

const WITHOUT_COST_MS = 1_000;

/** Milliseconds until the bucket holds what the query asks for (https://shopify.dev/docs/apps/build/apis/graphql-admin/rate-limits). */
function retryAfterMs({ extensions }: GraphqlAnswer): number {
  if (!extensions?.cost) return WITHOUT_COST_MS;
  const { requestedQueryCost, throttleStatus } = extensions.cost;
  const missing = Math.min(requestedQueryCost, throttleStatus.maximumAvailable) - throttleStatus.currentlyAvailable;
  return Math.max(100, Math.ceil((missing / throttleStatus.restoreRate) * 1_000));
}
