/** Turns an exchange with QuickBooks into its answer or a fault, by HTTP status and vendor code alone; message text is shown to people, never parsed. */
import { failure, type Result, success } from "#app/domain/result.ts";
import type { Fault } from "#app/pipeline/ports/fault.ts";
import { type Exchange, wasNeverSent } from "./client/exchange.ts";
import { deposited, featureMissing, linkRefused, periodClosed } from "./fault-issues.ts";
import { MAX_THROTTLE_PAUSE_MS, THROTTLE_PAUSE_MS } from "./limits.ts";
import { readVendorError, type VendorError } from "./vendor-error.ts";

export type CallContext = {
  effect: "read" | "write";
  /** Method and path for people, without query: `POST /invoice`. */
  call: string;
  /** What the call is about, as people say it: `invoice 1001`. */
  subject: string;
};

export type Answer = { body: unknown; transactionId: string | null };

type FaultOf = (error: VendorError, context: CallContext, exchange: Extract<Exchange, { kind: "answered" }>) => Fault;

const needsAuth = (detail: string): FaultOf => () => ({ kind: "needs_auth", detail });
const duplicate = (of: "number" | "name" | "request"): FaultOf => (error) => ({ kind: "duplicate", of, detail: error.words });
const accessLost = needsAuth("QuickBooks no longer lets Tieout into this company.");

/** Vendor codes without leading zeros. Source: 05 §2 "Error codes" (Intuit's handling-common-errors pages and the recordings). */
const BY_CODE: Readonly<Record<string, FaultOf>> = {
  "100": accessLost, "110": accessLost, "120": accessLost, "130": accessLost, "140": accessLost, "150": accessLost, "3100": accessLost,
  "3200": needsAuth("QuickBooks no longer accepts the access token."),
  "6190": needsAuth("The QuickBooks subscription has ended or the company is read-only."),
  "3001": (_error, _context, exchange) => throttled(exchange.retryAfter),
  "600": duplicate("request"),
  "6140": duplicate("number"),
  "6240": duplicate("name"),
  "5010": (error) => ({ kind: "conflict", detail: error.words }),
  "620": (error, context) => ({ kind: "needs_input", issue: linkRefused(context.subject, error.words) }),
  "5020": (error, context) => ({ kind: "needs_input", issue: featureMissing(context.call, error.words) }),
  "6540": (error, context) => ({ kind: "needs_input", issue: deposited(context.subject, error.words) }),
  "6210": (error) => ({ kind: "needs_input", issue: periodClosed(error.words) }),
};

/** Missing, deleted and inactive objects share one code (05 §2). */
const GONE_OR_INACTIVE = "610";

/** 408 and 5xx: QuickBooks, or a gateway before it, gave up; the work may have been done all the same (error 6002, late commits: 07 R4). */
const gaveUp = (status: number): boolean => status === 408 || status >= 500;

/** 10000 and above are troubles of the service itself (05 §2); inside an answer of 200 they are no refusal of what was asked. */
const isServersOwn = ({ code }: VendorError): boolean => /^\d{5,}$/.test(code) && Number(code) >= 10_000;

export function settle(exchange: Exchange | null, context: CallContext): Result<Answer, Fault> {
  if (exchange === null) return failure({ kind: "defect", detail: `${context.call} could not be put together` });
  if (exchange.kind === "failed") return failure(noAnswer(exchange, context));

  const { status, body, transactionId } = exchange;
  const error = readVendorError(body);
  if (status === 401) return failure({ kind: "needs_auth", detail: "QuickBooks no longer accepts the access token." });
  if (status === 429) return failure(throttled(exchange.retryAfter));
  if (gaveUp(status)) return failure(lost(`QuickBooks answered ${status}`, context));
  if (error && status < 300 && isServersOwn(error)) return failure(lost(`QuickBooks answered ${status} with its own error ${error.code}`, context));
  if (error) return failure(BY_CODE[error.code]?.(error, context, exchange) ?? { kind: "rejected", code: error.code, message: error.words, transactionId, ...(error.code === GONE_OR_INACTIVE && { namesGone: true }) });
  if (status < 200 || status >= 300) {
    return failure({ kind: "rejected", code: String(status), message: `QuickBooks answered ${status} without a reason.`, transactionId });
  }
  return success({ body, transactionId });
}

/** An answer of status 200 that cannot be read says nothing about what was done. */
export const unreadable = (context: Pick<CallContext, "effect" | "call">): Fault => lost("QuickBooks' answer could not be read", context);

function noAnswer(exchange: Extract<Exchange, { kind: "failed" }>, context: CallContext): Fault {
  const reason = exchange.code === "ERR_CANCELED" ? "no answer in time" : `no answer (${exchange.code})`;
  return wasNeverSent(exchange) ? { kind: "transient", detail: `${context.call}: ${reason}` } : lost(reason, context);
}

function lost(reason: string, { effect, call }: Pick<CallContext, "effect" | "call">): Fault {
  return { kind: effect === "read" ? "transient" : "unknown", detail: `${call}: ${reason}` };
}

/** Intuit documents no `Retry-After`, others report one in seconds (05 §2): believed when it is a number. */
function throttled(retryAfter: string | null): Fault {
  const told = retryAfter !== null && /^\d{1,6}$/.test(retryAfter.trim()) ? Number(retryAfter) * 1_000 : THROTTLE_PAUSE_MS;
  return { kind: "throttled", retryAfterMs: Math.min(told, MAX_THROTTLE_PAUSE_MS) };
}
