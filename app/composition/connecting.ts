/**
 * Connecting a shop to its QuickBooks company. Out to the consent page with a state that works once; back first into the shop's own admin, and only there,
 * with that shop's session, a code becomes a connection: whoever is lured into consenting for somebody else's shop is no user of that shop.
 */
import { authorise, readCallback } from "#app/ledgers/quickbooks-online/oauth/authorise.ts";
import type { IntuitOAuth } from "#app/ledgers/quickbooks-online/oauth/intuit-client.ts";
import type { Log } from "#app/pipeline/context.ts";
import type { Clock } from "#app/pipeline/ports/clock.ts";
import type { ConnectionRefusal, Consents } from "#app/pipeline/ports/consents.ts";

export type ConnectResult = { kind: "connected" | "declined" | "invalid_state" | "not_authorised" | ConnectionRefusal["kind"] };

export type Connecting = {
  /** The address of Intuit's consent page for this shop. */
  begin(shopId: string): Promise<string>;
  /** Whose admin a callback belongs to; null when its state is unknown, used or too old. Changes nothing. */
  cameFrom(parameters: URLSearchParams): Promise<string | null>;
  /** What Intuit appended to the callback's address, brought by an authenticated user of the shop. */
  complete(shopId: string, parameters: URLSearchParams): Promise<ConnectResult>;
};

export type ConnectingParts = { consents: Consents; intuit: IntuitOAuth; clock: Clock; wake: (connectionId: string) => Promise<void>; log: Log };

export function createConnecting({ consents, intuit, clock, wake, log }: ConnectingParts): Connecting {
  return {
    begin: async (shopId) => intuit.consentUrl(await consents.begin(shopId, clock.now())),

    async cameFrom(parameters) {
      const state = parameters.get("state");
      return readCallback(parameters) && state ? consents.shopOf(state, clock.now()) : null;
    },

    async complete(shopId, parameters) {
      const callback = readCallback(parameters);
      if (!callback) return { kind: "invalid_state" };
      const state = "granted" in callback ? callback.granted.state : callback.declined.state;
      if (!(await consents.use(state, shopId, clock.now()))) return { kind: "invalid_state" };
      if ("declined" in callback) return { kind: "declined" };

      const { code, realmId } = callback.granted;
      const tokens = await authorise(intuit, code, clock);
      if (!tokens.ok) {
        log.warn({ shopId, detail: tokens.failure }, "QuickBooks gave no tokens for a consent");
        return { kind: "not_authorised" };
      }
      const outcome = await consents.connect(shopId, realmId, tokens.value, clock.now());
      if (outcome.kind !== "connected") return { kind: outcome.kind };
      // What became due before there were books to post to.
      await wake(outcome.connectionId);
      return { kind: "connected" };
    },
  };
}
