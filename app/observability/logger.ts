/** JSON logs, with shop, order, run, posting key and `intuit_tid` as fields. Secrets and personal data never reach a line: what is named here is cut out wherever it stands. */
import { pino } from "pino";
import type { DestinationStream, Logger } from "pino";

export type { Logger };

/** Field names, in every spelling that vendors and our own types use. */
const SECRET = [
  "authorization", "Authorization", "cookie", "Cookie", "token", "access_token", "accessToken", "refresh_token", "refreshToken", "previousRefreshToken",
  "client_secret", "clientSecret", "apiSecret", "password", "code", "id_token", "X-Shopify-Access-Token", "x-shopify-access-token", "X-Shopify-Hmac-Sha256", "x-shopify-hmac-sha256",
];
const PERSONAL = [
  "email", "phone", "firstName", "lastName", "first_name", "last_name", "displayName", "DisplayName", "GivenName", "FamilyName", "PrimaryEmailAddr", "PrimaryPhone",
  "customer", "billTo", "shipTo", "BillAddr", "ShipAddr", "BillEmail", "billing_address", "shipping_address", "billingAddress", "shippingAddress", "address", "address1", "address2",
];

/** pino's wildcards stand for one level each; deeper than this nothing is logged as an object. */
const DEPTHS = ["", "*.", "*.*.", "*.*.*."];
const paths = [...SECRET, ...PERSONAL].flatMap((name) => DEPTHS.map((depth) => (/^\w+$/.test(name) ? `${depth}${name}` : `${depth.replace(/\.$/, "")}["${name}"]`)));

/** `process` names the process in every line: web or worker. */
export function createLogger(options: { level: string; process: string; destination?: DestinationStream }): Logger {
  return pino(
    {
      level: options.level,
      base: { process: options.process },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths, censor: "[redacted]" },
      serializers: { err: describeError },
    },
    options.destination ?? pino.destination(1),
  );
}

/** Only what a programmer needs: errors of HTTP libraries carry whole requests, with their headers. A database error's `code` is its condition and no secret. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: wordsOf(error) };
  const { name, message, stack, cause } = error;
  return { type: name, message, stack, ...("code" in error ? { errorCode: String(error.code) } : {}), ...(cause === undefined ? {} : { cause: describeError(cause) }) };
}

/** pg-boss reports its errors as plain objects with the properties of an Error. */
function wordsOf(thrown: unknown): string {
  if (typeof thrown === "string") return thrown;
  if (typeof thrown === "object" && thrown !== null && "message" in thrown && typeof thrown.message === "string") return thrown.message;
  return "an error that is no Error was thrown";
}
