/** Posts a webhook to the app within Shopify's five seconds; an app that cannot be reached is no error here. */
import type { SendWebhook } from "./delivery-queue.ts";
import { webhookHeaders } from "./webhook-request.ts";

const TIMEOUT_MS = 5000;

export function createWebhookSender(options: { apiSecret: string; appUrl: string | undefined; webhookPath: string }): {
  send: SendWebhook;
  appUrl: () => string | undefined;
  setAppUrl: (appUrl: string) => void;
} {
  let { appUrl } = options;
  const send: SendWebhook = async (webhook) => {
    if (appUrl === undefined) return undefined;
    const response = await fetch(new URL(options.webhookPath, appUrl), {
      method: "POST",
      headers: webhookHeaders(webhook, options.apiSecret),
      body: webhook.body,
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch(() => undefined);
    await response?.body?.cancel().catch(() => undefined);
    return response?.status;
  };
  return {
    send,
    appUrl: () => appUrl,
    setAppUrl: (url) => {
      appUrl = url;
    },
  };
}
