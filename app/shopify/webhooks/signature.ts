/** Shopify's webhook signature: base64 of HMAC-SHA256 over the raw body, keyed with the app's secret (06, authenticate.webhook). */
import { createHmac, timingSafeEqual } from "node:crypto";

/** Several secrets, because for up to an hour after a rotation Shopify may sign with the old or the new one (06, Webhooks). */
export function isSigned(body: Buffer, signature: string | null, secrets: readonly string[]): boolean {
  if (signature === null) return false;
  const given = Buffer.from(signature, "base64");
  return secrets.some((secret) => {
    const wanted = createHmac("sha256", secret).update(body).digest();
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  });
}
