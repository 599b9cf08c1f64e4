/** The inbox port: where a verified webhook is written down before it is answered. Implementations do nothing else: no network, no session (R5). */
import type { Instant } from "./repositories.ts";

export type ReceivedWebhook = {
  shopDomain: string;
  topic: string;
  /** The key of idempotency within shop and topic (06, Webhooks: Duplicates). */
  webhookId: string;
  eventId: string | null;
  /** The order it is about, or null for topics without one. */
  orderId: string | null;
  triggeredAt: Instant | null;
  /** The raw body as it was signed. */
  body: string;
};

/** `connectionId`: the shop's active or parked connection, to be woken after the commit (a parked one's orders are listed); null when there is nothing to do now. */
export type StoredWebhook = { kind: "stored" | "duplicate"; connectionId: string | null } | { kind: "unknown_shop" };

export interface Inbox {
  /** Inbox row and due row in one transaction; a repeated delivery only counts up. */
  receive(webhook: ReceivedWebhook, at: Instant): Promise<StoredWebhook>;
}
