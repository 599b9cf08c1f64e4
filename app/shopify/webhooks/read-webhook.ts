/** From the headers and bytes of a request whose signature was checked to the webhook they carry; never looks at more of the body than which order it names. */
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { WEBHOOK_HEADER_CHARACTERS } from "#app/config/limits.ts";
import type { ReceivedWebhook } from "#app/pipeline/ports/inbox.ts";
import { mustNameAnOrder, orderOf } from "./order-of.ts";

const header = z.string().min(1).max(WEBHOOK_HEADER_CHARACTERS);
const headersSchema = z.object({
  "X-Shopify-Shop-Domain": header.toLowerCase(),
  "X-Shopify-Topic": header.toLowerCase().regex(/^[a-z_]+\/[a-z_]+$/),
  "X-Shopify-Webhook-Id": header,
  "X-Shopify-Event-Id": header.nullable(),
  "X-Shopify-Triggered-At": header.nullable(),
});
type HeaderName = keyof z.infer<typeof headersSchema>;
const HEADERS: readonly HeaderName[] = ["X-Shopify-Shop-Domain", "X-Shopify-Topic", "X-Shopify-Webhook-Id", "X-Shopify-Event-Id", "X-Shopify-Triggered-At"];

/** What a signed request says, or the reason why it says nothing. */
export function readWebhook(headers: Headers, body: Buffer): { webhook: ReceivedWebhook } | { reason: string } {
  const parsed = headersSchema.safeParse(Object.fromEntries(HEADERS.map((name) => [name, headers.get(name)])));
  if (!parsed.success) return { reason: `header ${String(parsed.error.issues[0]?.path[0])} is missing or malformed` };
  const text = decode(body);
  const payload = text === undefined ? undefined : parseJson(text);
  if (text === undefined || payload === undefined) return { reason: "the body is not JSON" };
  const topic = parsed.data["X-Shopify-Topic"];
  const orderId = orderOf(topic, payload);
  if (orderId === null && mustNameAnOrder(topic)) return { reason: "admin_graphql_api_id is not an order's id" };
  return {
    webhook: {
      shopDomain: parsed.data["X-Shopify-Shop-Domain"],
      topic,
      webhookId: parsed.data["X-Shopify-Webhook-Id"],
      eventId: parsed.data["X-Shopify-Event-Id"],
      orderId,
      triggeredAt: parseInstant(parsed.data["X-Shopify-Triggered-At"]),
      body: text,
    },
  };
}

/** Undefined for bytes that are no UTF-8: PostgreSQL would refuse them. */
function decode(body: Buffer): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    return undefined;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Used for tracing and for telling an old uninstall from a new one; one that cannot be read is as good as none. */
function parseInstant(text: string | null): Temporal.Instant | null {
  try {
    return text === null ? null : Temporal.Instant.from(text);
  } catch {
    return null;
  }
}
