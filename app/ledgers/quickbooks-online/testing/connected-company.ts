/** For tests: a running simulated QuickBooks with one company, connected through the real OAuth code, and a ledger on it. */
import { Temporal } from "temporal-polyfill";
import { startQuickBooks, type QuickBooksSimulator } from "#sandbox/quickbooks/start-quickbooks.ts";
import type { Result } from "#app/domain/result.ts";
import type { Fault } from "#app/pipeline/ports/fault.ts";
import type { Ledger } from "#app/pipeline/ports/ledger.ts";
import type { StoredTokens, TokenStore } from "#app/pipeline/ports/token-store.ts";
import type { CallRecord } from "../client/client.ts";
import { apiOriginOf, configureIntuitEndpoints } from "../endpoints.ts";
import { createQuickBooksLedger, type QuickBooksLedgerOptions } from "../ledger.ts";
import { authorise, readCallback } from "../oauth/authorise.ts";
import { freshAccessToken } from "../oauth/fresh-access-token.ts";
import { createIntuitOAuth, type IntuitOAuth } from "../oauth/intuit-client.ts";
import { createPacing } from "../pacing.ts";

export const APP = { clientId: "client", clientSecret: "client-secret", environment: "sandbox", redirectUri: "http://127.0.0.1:1/callback" } as const;

export type ConnectedCompany = AsyncDisposable & {
  quickbooks: QuickBooksSimulator;
  realmId: string;
  oauth: IntuitOAuth;
  store: MemoryTokenStore;
  ledger: Ledger;
  log: CallRecord[];
  clock: { now: () => Temporal.Instant };
  advance(duration: Temporal.DurationLike): void;
  /** Another ledger on the same company, with other options. */
  ledgerWith(options: Partial<QuickBooksLedgerOptions>): Ledger;
};

export async function connectCompany(config: object = {}): Promise<ConnectedCompany> {
  let time = Temporal.Instant.from("2026-11-02T18:00:00Z");
  const clock = { now: () => time };
  const quickbooks = await startQuickBooks({ clientId: APP.clientId, clientSecret: APP.clientSecret, now: clock.now });
  const realmId = quickbooks.createCompany({ switches: { throttling: false }, ...config });
  configureIntuitEndpoints({ environment: APP.environment, apiOrigin: quickbooks.origin, oauthOrigin: quickbooks.origin });

  const oauth = createIntuitOAuth(APP);
  const callback = readCallback(new URL(quickbooks.consent(oauth.consentUrl("state-1"), realmId)).searchParams);
  if (!callback || !("granted" in callback)) throw new Error("the consent was not granted");
  const tokens = await authorise(oauth, callback.granted.code, clock);
  if (!tokens.ok) throw new Error(tokens.failure);
  const store = memoryTokenStore(tokens.value);

  const log: CallRecord[] = [];
  const ledgerWith = (options: Partial<QuickBooksLedgerOptions>): Ledger =>
    createQuickBooksLedger({
      realmId,
      apiOrigin: apiOriginOf({ environment: APP.environment, apiOrigin: quickbooks.origin }),
      accessToken: (rejected) => freshAccessToken(store, clock, oauth, rejected),
      pacing: createPacing(() => performance.now(), [{ calls: 1_000, lengthMs: 1_000 }]),
      log: (record) => log.push(record),
      company: { homeCurrency: "USD", multiCurrency: false },
      ...options,
    });
  return {
    quickbooks, realmId, oauth, store, log, clock, ledgerWith,
    ledger: ledgerWith({}),
    advance: (duration) => {
      time = time.add(duration);
    },
    [Symbol.asyncDispose]: quickbooks.close,
  };
}

export type MemoryTokenStore = TokenStore & { tokens: StoredTokens; refreshes: number };

/** One refresh at a time, stored before it is handed out, as the database does it. */
export function memoryTokenStore(first: StoredTokens): MemoryTokenStore {
  let queue: Promise<unknown> = Promise.resolve();
  const store: MemoryTokenStore = {
    tokens: first,
    refreshes: 0,
    read: () => Promise.resolve(store.tokens),
    refreshExclusively: (refresh) => {
      const turn = queue.then(async (): Promise<Result<StoredTokens, Fault>> => {
        const before = store.tokens;
        const result = await refresh(before);
        if (result.ok && result.value !== before) {
          store.tokens = result.value;
          store.refreshes += 1;
        }
        return result;
      });
      queue = turn;
      return turn;
    },
  };
  return store;
}

/** The value of a result that must be there. */
export function valueOf<Value>(result: Result<Value, Fault>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}
