/** Webhooks on their way: taken from the simulated shop and kept until the world hands them to the app's real door, in whatever order and number. */
import { createInbox } from "#app/database/inbox.ts";
import type { PrismaClient } from "#app/database/client.ts";
import { createWebhookReceiver, type WebhookOutcome } from "#app/shopify/webhooks/receive.ts";
import type { ArrivingWebhook } from "#sandbox/shopify/webhooks/delivery-queue.ts";
import type { LogCapture } from "./log-capture.ts";
import { SHOPIFY_APP, type Simulators } from "./simulators.ts";
import type { VirtualTime } from "./virtual-time.ts";

/** `from`: milliseconds of the world before which it does not arrive. */
export type Letter = { webhook: ArrivingWebhook; domain: string; from: number };

export type PostOffice = {
  /** In the order in which they were posted. */
  waiting: Letter[];
  /** What the shop has just sent; `loses` decides for each whether it gets lost. */
  collect: (shopDomain: string, delayMs: number, loses: () => boolean) => void;
  /** What has arrived by now; it waits no longer. */
  take: () => Letter[];
  deliver: (webhook: ArrivingWebhook) => Promise<WebhookOutcome>;
};

export function openPostOffice({ prisma, time, log, simulators }: { prisma: PrismaClient; time: VirtualTime; log: LogCapture; simulators: Simulators }): PostOffice {
  const receive = createWebhookReceiver({ secrets: [SHOPIFY_APP.apiSecret], inbox: createInbox(prisma), wake: () => Promise.resolve(), clock: time, log: log.logger });
  let waiting: Letter[] = [];
  return {
    get waiting() {
      return waiting;
    },
    collect(shopDomain, delayMs, loses) {
      for (let webhook = simulators.shopify.deliverNext(shopDomain); webhook; webhook = simulators.shopify.deliverNext(shopDomain)) {
        // Settled there; from here on it is on its way, or gone.
        webhook.answered(200);
        if (!loses()) waiting.push({ webhook, domain: shopDomain, from: time.ms() + delayMs });
      }
    },
    take() {
      const arrived = waiting.filter(({ from }) => from <= time.ms());
      waiting = waiting.filter((letter) => !arrived.includes(letter));
      return arrived;
    },
    deliver: ({ headers, body }) => receive(new Request("http://app.test/webhooks", { method: "POST", headers, body })),
  };
}
