/** Connecting a shop to its QuickBooks company: out to the consent page with a state that works once, back with a code, tokens stored before anything uses them. */
import { authorise, readCallback } from "#app/ledgers/quickbooks-online/oauth/authorise.ts";
import type { IntuitOAuth } from "#app/ledgers/quickbooks-online/oauth/intuit-client.ts";
import type { Log } from "#app/pipeline/context.ts";
import type { Clock } from "#app/pipeline/ports/clock.ts";
import type { ConnectionRefusal, Consents } from "#app/pipeline/ports/consents.ts";

export type ConnectResult =
  | { kind: "connected"; domain: string }
  | { kind: "declined" | "invalid_state" | "not_authorised" | ConnectionRefusal["kind"]; domain: string | null };

export type Connecting = {
  /** The address of Intuit's consent page for this shop. */
  begin(shopId: string): Promise<string>;
  /** What Intuit appended to the callback's address. */
  complete(parameters: URLSearchParams): Promise<ConnectResult>;
};

export type ConnectingParts = { consents: Consents; intuit: IntuitOAuth; clock: Clock; wake: (connectionId: string) => Promise<void>; log: Log };

export function createConnecting({ consents, intuit, clock, wake, log }: ConnectingParts): Connecting {
  return {
    begin: async (shopId) => intuit.consentUrl(await consents.begin(shopId, clock.now())),

    async complete(parameters) {
      const callback = readCallback(parameters);
      if (!callback) return { kind: "invalid_state", domain: null };
      const state = "granted" in callback ? callback.granted.state : callback.declined.state;
      const shop = await consents.use(state, clock.now());
      if (!shop) return { kind: "invalid_state", domain: null };
      if ("declined" in callback) return { kind: "declined", domain: shop.domain };

      const { code, realmId } = callback.granted;
      const tokens = await authorise(intuit, code, clock);
      if (!tokens.ok) {
        log.warn({ shop: shop.domain, detail: tokens.failure }, "QuickBooks gave no tokens for a consent");
        return { kind: "not_authorised", domain: shop.domain };
      }
      const outcome = await consents.connect(shop.shopId, realmId, tokens.value, clock.now());
      if (outcome.kind !== "connected") return { kind: outcome.kind, domain: shop.domain };
      // What became due before there were books to post to.
      await wake(outcome.connectionId);
      return { kind: "connected", domain: shop.domain };
    },
  };
}
