/** Both simulators of one world, on its clock. Webhooks are not sent: the world takes them and delivers them itself, as badly as its seed says. */
import { type QuickBooksSimulator, startQuickBooks } from "#sandbox/quickbooks/start-quickbooks.ts";
import { type ShopifySimulator, startShopify } from "#sandbox/shopify/start-shopify.ts";
import { configureIntuitEndpoints } from "#app/ledgers/quickbooks-online/endpoints.ts";
import { createIntuitOAuth, type IntuitOAuth } from "#app/ledgers/quickbooks-online/oauth/intuit-client.ts";
import type { VirtualTime } from "./virtual-time.ts";

export const SHOPIFY_APP = { apiKey: "suite-key", apiSecret: "suite-shopify-secret" } as const;
const INTUIT_APP = { clientId: "suite-client", clientSecret: "suite-intuit-secret", environment: "sandbox", redirectUri: "http://127.0.0.1:1/callback" } as const;

/** What the app subscribes to (shopify.app.toml). */
const TOPICS = [
  "orders/create", "orders/updated", "orders/paid", "orders/partially_fulfilled", "orders/fulfilled", "orders/cancelled", "orders/edited", "orders/delete", "refunds/create",
  "order_transactions/create", "disputes/create", "disputes/update", "app/uninstalled",
];

export const APP_SECRETS: readonly string[] = [SHOPIFY_APP.apiSecret, INTUIT_APP.clientSecret];

export type Simulators = {
  quickbooks: QuickBooksSimulator;
  shopify: ShopifySimulator;
  intuit: IntuitOAuth;
  /** Every token Intuit ever gave out in this world. */
  tokens: Set<string>;
  close: () => Promise<void>;
};

export async function startSimulators(time: VirtualTime): Promise<Simulators> {
  const [quickbooks, shopify] = await Promise.all([
    startQuickBooks({ clientId: INTUIT_APP.clientId, clientSecret: INTUIT_APP.clientSecret, now: time.now, monotonicMs: time.ms, ids: counted() }),
    startShopify({ ...SHOPIFY_APP, now: time.now, webhookPath: "/webhooks", topics: TOPICS, throttling: false, deliver: "manual", ids: counted() }),
  ]);
  configureIntuitEndpoints({ environment: "sandbox", apiOrigin: quickbooks.origin, oauthOrigin: quickbooks.origin });
  const tokens = new Set<string>();
  return {
    quickbooks, shopify, tokens,
    intuit: noting(createIntuitOAuth(INTUIT_APP), tokens),
    close: async () => {
      await Promise.all([quickbooks.close(), shopify.close()]);
    },
  };
}

function noting(intuit: IntuitOAuth, tokens: Set<string>): IntuitOAuth {
  const noted = async (asked: ReturnType<IntuitOAuth["refresh"]>): ReturnType<IntuitOAuth["refresh"]> => {
    const answer = await asked;
    if (answer.kind === "issued") tokens.add(answer.tokens.accessToken).add(answer.tokens.refreshToken);
    return answer;
  };
  return { ...intuit, redeemCode: (code) => noted(intuit.redeemCode(code)), refresh: (token) => noted(intuit.refresh(token)) };
}

function counted(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `id-${count}`;
  };
}
