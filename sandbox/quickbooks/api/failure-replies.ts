/** Answers of the gateway in front of a company: authentication, limits, and planned failures. */
import type { Temporal } from "temporal-polyfill";
import { htmlReply, jsonReply } from "../../http/replies.ts";
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

/** A planned status: with a code QuickBooks' own fault, without one what a gateway says. */
export function plannedReply({ status = 500, code }: PlannedFault, now: Temporal.Instant): HttpAnswer {
  if (code !== undefined) {
    const type = status >= 500 ? "SystemFault" : "ValidationFault";
    const fault = new QuickBooksFault({ code, message: "Planned fault", detail: `Planned fault ${code}`, status, type });
    return jsonReply(status, faultBody(fault, now));
  }
  if (status === 401) return unauthenticatedReply("Token revoked", now);
  if (status === 403) return unauthorisedReply(now);
  if (status === 429) return throttledReply({ retryAfterSeconds: null }, now);
  if (status === 500) {
    const fault = new QuickBooksFault({
      code: "10000",
      message: "An application error has occurred while processing your request",
      detail: "System Failure Error",
      status,
      type: "SystemFault",
    });
    return jsonReply(status, faultBody(fault, now));
  }
  return htmlReply(status, `<html><head><title>${status}</title></head><body><h1>${status}</h1></body></html>`);
}
