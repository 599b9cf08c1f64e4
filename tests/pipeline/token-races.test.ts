/** R7 with real processes, the real database and the simulated Intuit: one refresh at a time, stored before used, and no crash or lost answer that heals by nobody. */
import { type ChildProcess, fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createConsents } from "#app/database/consents.ts";
import { createShopRepositories } from "#app/database/repositories/shop-repositories.ts";
import { createTenant } from "#app/database/repositories/testing/tenant.ts";
import { createShopDirectory } from "#app/database/repositories/shops.ts";
import { createSecretBox, type SecretBox } from "#app/database/secret-box.ts";
import { type TestDatabase, testDatabase } from "#app/database/testing.ts";
import { createTokenStore } from "#app/database/token-store.ts";
import { configureIntuitEndpoints } from "#app/ledgers/quickbooks-online/endpoints.ts";
import { authorise } from "#app/ledgers/quickbooks-online/oauth/authorise.ts";
import { freshAccessToken } from "#app/ledgers/quickbooks-online/oauth/fresh-access-token.ts";
import { type ConnectedCompany, connectCompany } from "#app/ledgers/quickbooks-online/testing/connected-company.ts";
import type { Ledger } from "#app/pipeline/ports/ledger.ts";
import type { StoredTokens, TokenStore } from "#app/pipeline/ports/token-store.ts";
import { jsonReply } from "#sandbox/http/replies.ts";
import { startServer } from "#sandbox/http/server.ts";
import type { RefreshingJob } from "./refreshing-process.ts";

const ENCRYPTION_KEYS = `k:${randomBytes(32).toString("base64")}`;
const TOKEN_PATH = "POST /oauth2/v1/tokens/bearer";

let database: TestDatabase;
let company: ConnectedCompany;
let tenant: { shopId: string; connectionId: string };
let secretBox: SecretBox;
let children: ChildProcess[];
beforeEach(async () => {
  children = [];
  secretBox = createSecretBox(ENCRYPTION_KEYS);
  database = await testDatabase();
  company = await connectCompany();
  const { shopId, connectionId } = await createTenant(database.prisma);
  await database.prisma.connection.update({ where: { id: connectionId }, data: { status: "revoked" } });
  tenant = await connect(shopId, company.store.tokens);
});
afterEach(async () => {
  for (const child of children) child.kill("SIGKILL");
  await company[Symbol.asyncDispose]();
  await database.drop();
});

/** As the app stores a consent, under a key ring that other processes can be given. */
async function connect(shopId: string, tokens: StoredTokens): Promise<typeof tenant> {
  const consents = createConsents({ prisma: database.prisma, secretBox, realmKey: "key" });
  const connected = await consents.connect(shopId, company.realmId, tokens, company.clock.now());
  if (connected.kind !== "connected") throw new Error(connected.kind);
  return { shopId, connectionId: connected.connectionId };
}

const store = (): TokenStore => createTokenStore({ prisma: database.prisma, databaseUrl: database.url, ...tenant, secretBox });
const token = () => freshAccessToken(store(), company.clock, company.oauth);
/** A ledger whose tokens are the stored ones. */
const ledger = (): Ledger => company.ledgerWith({ accessToken: (rejected) => freshAccessToken(store(), company.clock, company.oauth, rejected) });

async function otherProcess(dies: RefreshingJob["dies"]): Promise<{ go(): void; told: unknown[]; ended: Promise<unknown> }> {
  const job: RefreshingJob = {
    databaseUrl: database.url, ...tenant, encryptionKeys: ENCRYPTION_KEYS, origin: company.quickbooks.origin, now: company.clock.now().toString(), dies,
  };
  const child = fork(fileURLToPath(new URL("refreshing-process.ts", import.meta.url)), [JSON.stringify(job)], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  children.push(child);
  await once(child, "message");
  const told: unknown[] = [];
  const answered = new Promise((resolve) => child.on("message", (message) => { told.push(message); if (message !== "refreshed") resolve(message); }));
  return { go: () => void child.send("go"), told, ended: Promise.race([answered, once(child, "exit")]) };
}

describe("two processes whose token runs out at once", { timeout: 60_000 }, () => {
  test("ask Intuit once and both get the new token", async () => {
    company.advance({ minutes: 55 });
    const [a, b] = await Promise.all([otherProcess("never"), otherProcess("never")]);
    a.go();
    b.go();
    await Promise.all([a.ended, b.ended]);
    const { accessToken } = await store().read();
    expect([...a.told, ...b.told].filter((message) => message === "refreshed")).toHaveLength(1);
    for (const { told } of [a, b]) expect(told.at(-1)).toEqual({ token: { ok: true, value: accessToken } });
    expect((await ledger().readCompany()).ok).toBe(true);
  });
});

describe("a process that is killed in the middle of a refresh", { timeout: 60_000 }, () => {
  test("before the new access token is used has the new refresh token stored: the next one goes on without asking Intuit", async () => {
    const before = await store().read();
    company.advance({ minutes: 55 });
    const killed = await otherProcess("stored");
    killed.go();
    await killed.ended;
    const after = await store().read();
    expect(after.refreshToken).not.toBe(before.refreshToken);
    expect(await token()).toEqual({ ok: true, value: after.accessToken });
    expect((await ledger().readCompany()).ok).toBe(true);
  });

  test("after Intuit rotated, before anything was stored: the old refresh token is tried, where Intuit still takes it", async () => {
    company.quickbooks.setOAuthSwitches({ graceSeconds: 3_600 });
    company.advance({ minutes: 55 });
    const killed = await otherProcess("answered");
    killed.go();
    await killed.ended;
    expect((await token()).ok).toBe(true);
    expect((await ledger().readCompany()).ok).toBe(true);
  });

  test("and where Intuit does not, the merchant is asked to connect again, and that heals it", async () => {
    company.advance({ minutes: 55 });
    const killed = await otherProcess("answered");
    killed.go();
    await killed.ended;
    const refused = await token();
    expect(refused).toMatchObject({ ok: false, failure: { kind: "needs_auth" } });
    await reconnect();
    expect((await ledger().readCompany()).ok).toBe(true);
  });
});

/** Parks, and connects again as the app does: the same connection, and what waited is due at that moment, without an attempt used up. */
async function reconnect(): Promise<void> {
  const at = company.clock.now();
  const { due, connection } = await createShopRepositories({ prisma: database.prisma, ...tenant, secretBox });
  await due.mark(["order"], "webhook", at);
  const [waiting] = await due.take(at, 1);
  if (!waiting) throw new Error("expected a due order");
  await due.postpone(waiting, at.add({ hours: 1 }), "needs_auth", false);
  await connection.park("reconnect", at);
  expect(await createShopDirectory(database.prisma).activeConnection(tenant.shopId)).toBeNull();

  const code = new URL(company.quickbooks.consent(company.oauth.consentUrl("state-2"), company.realmId)).searchParams.get("code") ?? "";
  const tokens = await authorise(company.oauth, code, company.clock);
  if (!tokens.ok) throw new Error(tokens.failure);
  expect(await connect(tenant.shopId, tokens.value)).toEqual(tenant);
  expect(await due.take(at, 1)).toMatchObject([{ orderId: "order", attempts: 0 }]);
}

describe("a rotation whose answer is lost", () => {
  test("is survived with the old refresh token, once more, where Intuit still takes it", async () => {
    company.quickbooks.setOAuthSwitches({ graceSeconds: 3_600 });
    company.quickbooks.setFaults(company.realmId, [{ on: TOKEN_PATH, do: "commitThenDrop" }]);
    company.advance({ minutes: 55 });
    const renewed = await token();
    expect(renewed).toEqual({ ok: true, value: (await store().read()).accessToken });
    expect((await ledger().readCompany()).ok).toBe(true);
  });

  test("asks for a reconnect where it does not, and stores nothing", async () => {
    const before = await store().read();
    company.quickbooks.setFaults(company.realmId, [{ on: TOKEN_PATH, do: "commitThenDrop" }]);
    company.advance({ minutes: 55 });
    expect(await token()).toMatchObject({ ok: false, failure: { kind: "needs_auth" } });
    expect(await store().read()).toEqual(before);
  });

  test.each([500, 503])("a %i is asked about twice by us and never again by Intuit's library, and costs no tokens", async (status) => {
    let requests = 0;
    const down = await startServer({ handler: () => (requests += 1, jsonReply(status, {})) });
    company.advance({ minutes: 55 });
    try {
      configureIntuitEndpoints({ environment: "sandbox", apiOrigin: company.quickbooks.origin, oauthOrigin: down.origin });
      expect(await token()).toMatchObject({ ok: false, failure: { kind: "transient" } });
    } finally {
      configureIntuitEndpoints({ environment: "sandbox", apiOrigin: company.quickbooks.origin, oauthOrigin: company.quickbooks.origin });
      await down.close();
    }
    expect(requests).toBe(2);
    expect((await token()).ok).toBe(true);
  });
});
