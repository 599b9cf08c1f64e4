/** A shop's way to QuickBooks and back: consent page, code, tokens, connection. The callback carries no session, so only its state says which shop it is for. */
import type { IntuitOAuth } from "#app/ledgers/quickbooks-online/oauth/intuit-client.ts";
import { authorise, readCallback } from "#app/ledgers/quickbooks-online/oauth/authorise.ts";
import type { Clock } from "#app/pipeline/ports/clock.ts";
import type { Consents } from "#app/pipeline/ports/consents.ts";
import type { Log } from "#app/pipeline/context.ts";

export type ConnectingParts = {
  consents: Consents;
  intuit: Pick<IntuitOAuth, "consentUrl" | "redeemCode">;
  clock: Clock;
  /** Orders that waited for a connection start at once. */
  wake: (connectionId: string) => Promise<void>;
  log: Log;
};

export type ConnectResult =
  | { kind: "connected"; domain: string }
  /** `domain` null: the shop is unknown, because the state was. */
  | { kind: "declined" | "company_taken" | "other_company" | "not_authorised"; domain: string }
  | { kind: "invalid_state"; domain: null };

export type Connecting = {
  /** Where the person is sent; the state in it works once, for CONSENT_MINUTES. */
  begin(shopId: string): Promise<string>;
  complete(parameters: URLSearchParams): Promise<ConnectResult>;
};

export function createConnecting({ consents, intuit, clock, wake, log }: ConnectingParts): Connecting {
  return {
    begin: async (shopId) => intuit.consentUrl(await consents.begin(shopId, clock.now())),

    async complete(parameters) {
      const callback = readCallback(parameters);
      // Used up in any case, also by a person who declines: a state never works twice.
      const shop = await consents.use(parameters.get("state") ?? "", clock.now());
      if (callback === null || shop === null) return { kind: "invalid_state", domain: null };
      const { shopId, domain } = shop;
      if ("declined" in callback) return { kind: "declined", domain };

      const tokens = await authorise(intuit, callback.granted.code, clock);
      if (!tokens.ok) {
        log.warn({ shop: domain, detail: tokens.failure }, "QuickBooks did not redeem the code");
        return { kind: "not_authorised", domain };
      }
      const outcome = await consents.connect(shopId, callback.granted.realmId, tokens.value, clock.now());
      log.info({ shop: domain, outcome: outcome.kind }, "QuickBooks consent came back");
      if (outcome.kind !== "connected") return { kind: outcome.kind, domain };
      await wake(outcome.connectionId);
      return { kind: "connected", domain };
    },
  };
}
