/** Sends Admin GraphQL calls of one shop. Must never log or repeat the token, and never retries but a call that was refused for its token: the caller knows what is safe. */
import { failure, success, type Result } from "#app/domain/result.ts";
import type { Fault } from "#app/pipeline/ports/fault.ts";
import { type GraphqlAnswer, graphqlAnswerSchema, type GraphqlRequest } from "./graphql-answer.ts";

export type GraphqlClientOptions = {
  /** The shop's `*.myshopify.com` domain. */
  shop: string;
  /** Such as `2026-10`. */
  apiVersion: string;
  /** Set: every call goes there, with the shop named in a header (the sandbox's seam, design page 02). Empty: the shop's own domain. */
  apiOrigin?: string | undefined;
  /** Asked before every call, since offline tokens live one hour; given one that Shopify just rejected, a newer one or why there is none. */
  token: (rejected: string | null) => Promise<Result<string, Fault>>;
};

/** Shopify answers within seconds; longer means the answer is lost. */
const DEADLINE_MS = 30_000;
const THROTTLED_WITHOUT_HINT_MS = 2_000;

export function createGraphqlClient({ shop, apiVersion, apiOrigin, token }: GraphqlClientOptions): GraphqlRequest {
  const url = new URL(`/admin/api/${apiVersion}/graphql.json`, apiOrigin || `https://${shop}`);
  const once = async (token: string, body: string): Promise<Reply> => {
    const headers = {
      "Content-Type": "application/json",
      Accept: "application/json",
      "X-Shopify-Access-Token": token,
      ...(apiOrigin && { "X-Shopify-Shop-Domain": shop }),
    };
    try {
      // A redirect would carry the token elsewhere.
      const response = await fetch(url, { method: "POST", headers, body, redirect: "error", signal: AbortSignal.timeout(DEADLINE_MS) });
      const text = await response.text();
      return { rejected: response.status === 401, result: response.ok ? readAnswer(text) : failure(statusFault(response)) };
    } catch (error) {
      return { rejected: false, result: failure({ kind: "transient", detail: `Shopify could not be reached: ${causeOf(error)}` }) };
    }
  };

  return async (query, variables) => {
    const body = JSON.stringify({ query, variables });
    const access = await token(null);
    if (!access.ok) return access;
    const first = await once(access.value, body);
    if (!first.rejected) return first.result;
    // Not looked at, so it may go out again; the process next door may have renewed the token a moment ago.
    const renewed = await token(access.value);
    return renewed.ok ? (await once(renewed.value, body)).result : renewed;
  };
}

/** `rejected`: the token was refused. */
type Reply = { rejected: boolean; result: Result<GraphqlAnswer, Fault> };

function readAnswer(body: string): Result<GraphqlAnswer, Fault> {
  const answer = graphqlAnswerSchema.safeParse(jsonOf(body));
  return answer.success ? success(answer.data) : failure({ kind: "transient", detail: "Shopify's answer is not a GraphQL answer" });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Statuses of https://shopify.dev/docs/api/usage/response-codes: 402 frozen, 403 refused, 404 no such shop, 423 locked all need a person. */
function statusFault(response: Response): Fault {
  const { status } = response;
  if (status === 429) return { kind: "throttled", retryAfterMs: Math.ceil(Number(response.headers.get("Retry-After")) * 1_000) || THROTTLED_WITHOUT_HINT_MS };
  if ([401, 402, 403, 404, 423].includes(status)) return { kind: "needs_auth", detail: `Shopify refused the call with status ${status}` };
  return { kind: status >= 500 ? "transient" : "defect", detail: `Shopify answered with status ${status}` };
}

/** The system's code for a failed connection; never the request. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown error";
  const { cause } = error;
  return typeof cause === "object" && cause !== null && "code" in cause ? String(cause.code) : error.name;
}
