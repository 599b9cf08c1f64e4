/** A webhook as Shopify signs and sends it, for tests that choose their own pace. */
import { createHmac, randomUUID } from "node:crypto";
import type { World } from "#sandbox/launch/world.ts";

export type Delivery = { shop: string; topic: string; body: string; webhookId?: string; secret?: string; /** On a connection of its own, for what the server may cut off. */ alone?: boolean };

/** The answer's status and how long it took. */
export async function deliver({ appUrl, secrets }: Pick<World, "appUrl" | "secrets">, delivery: Delivery): Promise<{ status: number; ms: number }> {
  const { shop, topic, body, webhookId = randomUUID(), secret = secrets.shopifyApiSecret } = delivery;
  const startedAt = performance.now();
  const answer = await fetch(`${appUrl}/webhooks`, {
    method: "POST",
    body,
    headers: {
      ...(delivery.alone ? { Connection: "close" } : {}),
      "Content-Type": "application/json",
      "X-Shopify-Hmac-Sha256": createHmac("sha256", secret).update(body).digest("base64"),
      "X-Shopify-Topic": topic,
      "X-Shopify-Shop-Domain": shop,
      "X-Shopify-Webhook-Id": webhookId,
      "X-Shopify-Triggered-At": new Date().toISOString(),
    },
  });
  await answer.text();
  return { status: answer.status, ms: performance.now() - startedAt };
}

/** What the app needs of an order's webhook: whose it is. */
export const orderBody = ({ id, gid, name }: { id: string; gid: string; name: string }): string => JSON.stringify({ id: Number(id), admin_graphql_api_id: gid, name });
