/**
 * The session token that the admin hands to an embedded app (JWT, HS256 with the app's secret), and its check at token exchange.
 * Its times are real system time: the app's library compares them with the system clock, not with the simulated one.
 */
import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";

export type SessionTokenOptions = {
  /** Seconds from now; Shopify's live one minute. Negative for an expired one. */
  expiresIn?: number;
  /** For a token that is meant for another app. */
  aud?: string;
  /** The admin user. */
  sub?: string;
};

type App = { apiKey: string; apiSecret: string };
/** `ids`: where the token's own id and the session's come from. */
type Signer = App & { ids: () => string };

const LIFETIME_SECONDS = 60;
/** shopify-api tolerates ten seconds of clock difference; so does the simulator. */
const TOLERANCE_SECONDS = 10;

const claimsSchema = z.object({ dest: z.string(), aud: z.string(), exp: z.number(), nbf: z.number() });

export function signSessionToken(app: Signer, domain: string, { expiresIn = LIFETIME_SECONDS, aud = app.apiKey, sub = "1" }: SessionTokenOptions = {}): string {
  const iat = Math.floor(Date.now() / 1000);
  const origin = `https://${domain}`;
  const claims = { iss: `${origin}/admin`, dest: origin, aud, sub, exp: iat + expiresIn, nbf: iat, iat, jti: app.ids(), sid: app.ids() };
  const content = `${encode({ alg: "HS256", typ: "JWT" })}.${encode(claims)}`;
  return `${content}.${signature(app, content)}`;
}

/** True for a token signed with the app's secret, meant for this app and this shop, and in its time. */
export function isValidSessionToken(app: App, domain: string, token: string): boolean {
  const [header = "", payload = "", given = ""] = token.split(".");
  if (!equal(given, signature(app, `${header}.${payload}`))) return false;
  const claims = claimsSchema.safeParse(JSON.parse(Buffer.from(payload, "base64url").toString()));
  if (!claims.success) return false;
  const { dest, aud, exp, nbf } = claims.data;
  const now = Date.now() / 1000;
  return dest === `https://${domain}` && aud === app.apiKey && now < exp + TOLERANCE_SECONDS && now >= nbf - TOLERANCE_SECONDS;
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

function signature({ apiSecret }: App, content: string): string {
  return createHmac("sha256", apiSecret).update(content).digest("base64url");
}

function equal(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
