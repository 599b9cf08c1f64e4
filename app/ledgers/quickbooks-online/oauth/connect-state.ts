/** The `state` that travels through Intuit's consent page: signed, short-lived, bound to shop and session. Using it once only is the caller's part, by storing its nonce. */
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { failure, type Result, success } from "#app/domain/result.ts";
import { CONNECT_STATE_LIFETIME_MS } from "../limits.ts";

export type ConnectState = { shopId: string; nonce: string };

const payloadSchema = z.strictObject({ shopId: z.string(), nonce: z.string(), expires: z.number() });

/** `key`: a secret of the app. `sessionId`: the session of the person who presses Connect; it signs, but does not travel. */
export function issueConnectState(key: string, bound: { shopId: string; sessionId: string }, now: Temporal.Instant): string {
  const payload: z.infer<typeof payloadSchema> = {
    shopId: bound.shopId,
    nonce: randomBytes(16).toString("base64url"),
    expires: now.epochMilliseconds + CONNECT_STATE_LIFETIME_MS,
  };
  const text = Buffer.from(JSON.stringify(payload)).toString("base64url");
  return `${text}.${signature(key, bound.sessionId, text)}`;
}

/** Fails with a sentence for the log; the person is told to start again. */
export function readConnectState(key: string, sessionId: string, state: string, now: Temporal.Instant): Result<ConnectState, string> {
  const [text = "", signed = "", ...more] = state.split(".");
  if (more.length > 0 || !same(signed, signature(key, sessionId, text))) return failure("the state was not issued to this session");
  const payload = payloadSchema.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
  if (payload.expires < now.epochMilliseconds) return failure("the state has expired");
  return success({ shopId: payload.shopId, nonce: payload.nonce });
}

const signature = (key: string, sessionId: string, text: string): string =>
  createHmac("sha256", key).update(`quickbooks-connect\n${sessionId}\n${text}`).digest("base64url");

function same(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
