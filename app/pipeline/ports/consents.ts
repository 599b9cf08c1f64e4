/** The consents port: a shop's way to a connection. A state leaves for the ledger's consent page, comes back once, and tokens become a connection. */
import type { Instant } from "./repositories.ts";
import type { StoredTokens } from "./token-store.ts";

export type ConnectionRefusal =
  /** The company belongs to another shop already; posting two shops into one company is not offered. */
  | { kind: "company_taken" }
  /** The shop is connected to another company, whose documents would be lost from sight. */
  | { kind: "other_company" };

export type ConnectionOutcome = { kind: "connected"; connectionId: string } | ConnectionRefusal;

export interface Consents {
  /** A state for this shop, random and valid for a while; only its hash is stored. */
  begin(shopId: string, at: Instant): Promise<string>;
  /** The domain of the shop the state was made for; null when it is unknown, used or too old. Uses nothing up. */
  shopOf(state: string, at: Instant): Promise<string | null>;
  /** True exactly once, and only for the shop the state was made for. */
  use(state: string, shopId: string, at: Instant): Promise<boolean>;
  /** Stores the tokens encrypted. A company this shop had before keeps its connection, and with it everything that was posted. */
  connect(shopId: string, realmId: string, tokens: Omit<StoredTokens, "previousRefreshToken">, at: Instant): Promise<ConnectionOutcome>;
}
