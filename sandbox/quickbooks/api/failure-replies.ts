/** Answers of the gateway in front of a company: authentication, limits, and planned failures. */
import type { Temporal } from "temporal-polyfill";
import { gatewayPage } from "../../faults/gateway-page.ts";
import { jsonReply } from "../../http/replies.ts";
import type { HttpAnswer } from "../../http/server.ts";
import type { Switches } from "../company/switches.ts";
import { QuickBooksFault, faultBody, gatewayBody } from "../wire/fault.ts";
import type { PlannedFault } from "./planned-faults.ts";

/** REC error-401-1. */
export function unauthenticatedReply(detail: string, now: Temporal.Instant): HttpAnswer {
  const message = "message=AuthenticationFailed; errorCode=003200; statusCode=401";
  const body = gatewayBody({ message, detail, code: "3200", type: "AUTHENTICATION" }, now);
  return jsonReply(401, body, { "www-authenticate": 'Bearer realm="Intuit", error="invalid_token"' });
}

/** A valid token for another company (05: 3100). */
export function unauthorisedReply(now: Temporal.Instant): HttpAnswer {
  const message = "message=ApplicationAuthorizationFailed; errorCode=003100; statusCode=403";
  const detail = "The application is not authorised for this company";
  return jsonReply(403, gatewayBody({ message, detail, code: "3100", type: "AUTHORIZATION" }, now));
}

/** The exact 429 body of 2026 is unconfirmed (05, 8.5): gateway shape with code 003001. */
export function throttledReply(switches: Pick<Switches, "retryAfterSeconds">, now: Temporal.Instant): HttpAnswer {
  const { retryAfterSeconds } = switches;
  const headers: Record<string, string> = retryAfterSeconds === null ? {} : { "retry-after": String(retryAfterSeconds) };
  const message = "message=ThrottleExceeded; errorCode=003001; statusCode=429";
  const detail = "The request limit was reached";
  return jsonReply(429, gatewayBody({ message, detail, code: "003001", type: "SERVICE" }, now), headers);
}

/** A planned status, with Retry-After where the plan says so. */
export function plannedReply(fault: PlannedFault, now: Temporal.Instant): HttpAnswer {
  const reply = replyOfStatus(fault, now);
  if (fault.retryAfterSeconds === undefined) return reply;
  return { ...reply, headers: { ...reply.headers, "retry-after": String(fault.retryAfterSeconds) } };
}

/** With a code QuickBooks' own fault, without one what a gateway says. */
function replyOfStatus({ status = 500, code }: PlannedFault, now: Temporal.Instant): HttpAnswer {
  if (code !== undefined) return faultReply(status, plannedFault(code, status), now);
  switch (status) {
    case 401:
      return unauthenticatedReply("Token revoked", now);
    case 403:
      return unauthorisedReply(now);
    case 429:
      return throttledReply({ retryAfterSeconds: null }, now);
    case 500:
      return faultReply(status, systemFailure(), now);
    default:
      return gatewayPage(status);
  }
}

/** A refusal that says 200 on the outside. */
export function faultInside200({ code }: PlannedFault, now: Temporal.Instant): HttpAnswer {
  return faultReply(200, code === undefined ? systemFailure() : plannedFault(code, 200), now);
}

function faultReply(status: number, fault: QuickBooksFault, now: Temporal.Instant): HttpAnswer {
  return jsonReply(status, faultBody(fault, now));
}

function plannedFault(code: string, status: number): QuickBooksFault {
  const type = status >= 500 ? "SystemFault" : "ValidationFault";
  return new QuickBooksFault({ code, message: "Planned fault", detail: `Planned fault ${code}`, status, type });
}

function systemFailure(): QuickBooksFault {
  return new QuickBooksFault({
    code: "10000",
    message: "An application error has occurred while processing your request",
    detail: "System Failure Error",
    status: 500,
    type: "SystemFault",
  });
}
