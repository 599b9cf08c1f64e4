/** Everything a launcher, `play` or a test may do to the simulator beside its API: in process, or through control-routes. */
import { armFaults } from "../api/planned-faults.ts";
import type { StruckFault } from "../api/planned-faults.ts";
import type { Company } from "../api/boundary.ts";
import { commitLate } from "../api/boundary.ts";
import { createCompany } from "../company/create-company.ts";
import { inTransaction } from "../company/state.ts";
import type { Books, CompanyState, LoggedRequest } from "../company/state.ts";
import { switchesSchema } from "../company/switches.ts";
import { findEntity } from "../entities/registry.ts";
import { consent } from "../oauth/authorize.ts";
import type { ListedCompany } from "../oauth/authorize.ts";
import { isConnected, oauthSwitchesSchema, revokeConnection } from "../oauth/token-store.ts";
import { findRow, listRows } from "../store/rows.ts";
import { trialBalance } from "../store/trial-balance.ts";
import type { TrialBalanceRow } from "../store/trial-balance.ts";
import type { JsonObject } from "../wire/json.ts";
import { textOf } from "../wire/json.ts";
import { openCompany } from "./open-company.ts";
import { loadWorld, saveWorld } from "./saved-world.ts";
import type { World } from "./world.ts";
import { actAsBookkeeper, bookkeeperActionSchema } from "./bookkeeper.ts";

/** Every method throws Error for a realm that does not exist and ZodError for input of a wrong shape. */
export type QuickBooksControl = {
  /** `config.company` of design page 09 → realm id. */
  createCompany: (config: unknown) => string;
  companies: () => ListedCompany[];
  /** A person who agrees on the consent page: authorize URL in, callback URL out. */
  consent: (authorizeUrl: string, realmId: string) => string;
  /** A person who disconnects the app inside QuickBooks. */
  disconnect: (realmId: string) => void;
  /** Whether an app holds a refresh token that still works. */
  isConnected: (realmId: string) => boolean;
  /** Accounts with a balance; decimal strings. */
  trialBalance: (realmId: string) => TrialBalanceRow[];
  /** As in the results of `play`: without how long each took. */
  requests: (realmId: string) => LoggedRequest[];
  resetLog: (realmId: string) => void;
  /** Replaces the planned faults (design page 09). */
  setFaults: (realmId: string, faults: unknown) => void;
  /** Which faults met which requests since the company was opened, in order. */
  faultsStruck: (realmId: string) => readonly StruckFault[];
  /** Lets the requests go on that a fault `hang` holds. */
  release: (realmId: string) => void;
  /** How many requests were over Intuit's limits: planned 429 do not count, and it counts while throttling is off. */
  limitsBroken: (realmId: string) => number;
  setSwitches: (realmId: string, switches: unknown) => void;
  setOAuthSwitches: (switches: unknown) => void;
  bookkeeper: (realmId: string, action: unknown) => JsonObject;
  /** Live rows of an entity as the API would answer them. */
  documents: (realmId: string, entity: string) => JsonObject[];
  /** The company's data, serialisable as JSON. */
  company: (realmId: string) => CompanyState;
  /** Writes all companies and connections to a file: all of it or nothing. */
  save: (file: string) => Promise<void>;
  /** Replaces everything by what a file holds; false when there is no such file. Throws Error for a file of another kind. */
  load: (file: string) => Promise<boolean>;
};

/** Intuit's sandbox realms look like this; the last digits count companies. */
const FIRST_REALM = 9_341_450_000_000_001n;

export function createControl(world: World): QuickBooksControl {
  const { companies, tokens, now } = world;
  const companyOf = (realmId: string): Company => {
    const company = companies.get(realmId);
    if (!company) throw new Error(`there is no company ${realmId}`);
    return company;
  };
  const stateOf = (realmId: string): CompanyState => {
    const { state } = companyOf(realmId);
    commitLate(state, now());
    return state;
  };
  const inBooks = <T>(realmId: string, work: (books: Books) => T): T => inTransaction(stateOf(realmId), now(), work, "bookkeeper");
  return {
    createCompany(config) {
      const realmId = String(FIRST_REALM + BigInt(companies.size));
      companies.set(realmId, openCompany(createCompany(realmId, config, now()), world.monotonicMs));
      return realmId;
    },
    companies: () => listCompanies(world),
    consent: (authorizeUrl, realmId) => consent(authorizeUrl, stateOf(realmId).realmId, tokens, now()),
    disconnect: (realmId) => revokeConnection(tokens, realmId),
    isConnected: (realmId) => isConnected(tokens, realmId, now()),
    trialBalance: (realmId) => inBooks(realmId, trialBalance),
    requests: (realmId) => stateOf(realmId).requests.map(({ durationMs: _, ...request }) => request),
    resetLog(realmId) {
      stateOf(realmId).requests = [];
    },
    setFaults(realmId, faults) {
      stateOf(realmId).faults = armFaults(faults);
    },
    faultsStruck: (realmId) => companyOf(realmId).struck,
    release: (realmId) => companyOf(realmId).gate.release(),
    limitsBroken: (realmId) => companyOf(realmId).throttle.refused(),
    setSwitches(realmId, switches) {
      const { throttle, state } = companyOf(realmId);
      const changed = switchesSchema.partial().parse(switches);
      if (changed.throttling === true && !state.switches.throttling) throttle.beginAnew();
      Object.assign(stateOf(realmId).switches, changed);
    },
    setOAuthSwitches(switches) {
      Object.assign(tokens.switches, oauthSwitchesSchema.partial().parse(switches));
    },
    bookkeeper: (realmId, action) => inBooks(realmId, (books) => actAsBookkeeper(books, bookkeeperActionSchema.parse(action))),
    documents: (realmId, entity) => inBooks(realmId, (books) => documents(books, entity)),
    company: stateOf,
    save: (file) => saveWorld(world, file),
    load: (file) => loadWorld(world, file),
  };
}

export function listCompanies({ companies, now }: World): ListedCompany[] {
  return [...companies.values()].map(({ state }) => {
    const row = inTransaction(state, now(), (books) => findRow(books, "CompanyInfo", "1"));
    return { realmId: state.realmId, name: (row && textOf(row, "CompanyName")) ?? state.realmId, country: state.country, currency: state.currency };
  });
}

function documents(books: Books, entity: string): JsonObject[] {
  const definition = findEntity(entity);
  if (!definition) throw new Error(`the simulated QuickBooks has no entity ${entity}`);
  return listRows(books, definition.name).map((row) => (definition.render ? definition.render(books, row) : row));
}
