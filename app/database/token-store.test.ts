import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { failure, success } from "#app/domain/result.ts";
import type { StoredTokens, TokenStore } from "#app/pipeline/ports/token-store.ts";
import { createTenant, type Tenant } from "./repositories/testing/tenant.ts";
import { withSessionLock } from "./session-lock.ts";
import { type TestDatabase, testDatabase } from "./testing.ts";
import { createTokenStore } from "./token-store.ts";

let database: TestDatabase;
let shop: Tenant;
let store: TokenStore;
beforeAll(async () => { database = await testDatabase(); });
afterAll(() => database.drop());
beforeEach(async () => {
  shop = await createTenant(database.prisma, { access: "access-1", refresh: "refresh-1" });
  store = storeOf(shop);
});

const storeOf = ({ shopId, connectionId, secretBox }: Tenant, lockWaitMs?: number) =>
  createTokenStore({ prisma: database.prisma, databaseUrl: database.url, shopId, connectionId, secretBox, ...(lockWaitMs !== undefined && { lockWaitMs }) });

const LATER = Temporal.Instant.from("2026-11-24T12:00:00Z");
const rotated = (current: StoredTokens, number: number): StoredTokens => ({
  accessToken: `access-${number}`, accessTokenExpiresAt: LATER, refreshToken: `refresh-${number}`, refreshTokenExpiresAt: LATER, previousRefreshToken: current.refreshToken,
});

/** A promise to be kept by hand, so that a test decides when a remote answer comes. */
function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => { open = resolve; });
  return { open: () => open(), opened };
}

const lockHolders = () => database.prisma.$queryRaw<{ pid: number }[]>`
  SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

describe("stored tokens", () => {
  test("are the ones that were stored, the refresh token before them kept", async () => {
    expect(await store.read()).toMatchObject({ accessToken: "access-1", refreshToken: "refresh-1", previousRefreshToken: null });
    const refreshed = await store.refreshExclusively(async (current) => success(rotated(current, 2)));
    expect(refreshed).toEqual(success({ accessToken: "access-2", accessTokenExpiresAt: LATER, refreshToken: "refresh-2", refreshTokenExpiresAt: LATER, previousRefreshToken: "refresh-1" }));
    expect(await store.read()).toEqual(refreshed.ok && refreshed.value);
  });

  test("keep the refresh token before them when an answer did not rotate it", async () => {
    await store.refreshExclusively(async (current) => success(rotated(current, 2)));
    await store.refreshExclusively(async (current) => success({ ...rotated(current, 3), refreshToken: current.refreshToken }));
    expect(await store.read()).toMatchObject({ accessToken: "access-3", refreshToken: "refresh-2", previousRefreshToken: "refresh-1" });
  });

  test("stand in no column as plain text, and do not open in another row", async () => {
    await store.refreshExclusively(async (current) => success(rotated(current, 2)));
    const row = await database.prisma.connection.findUniqueOrThrow({ where: { id: shop.connectionId } });
    expect(JSON.stringify(row)).not.toMatch(/access-|refresh-/);
    const other = await createTenant(database.prisma);
    await database.prisma.connection.update({ where: { id: other.connectionId }, data: { accessTokenSealed: row.accessTokenSealed } });
    await expect(storeOf(other).read()).rejects.toThrow(/does not open/);
  });

  test("are not another shop's to read or refresh", async () => {
    const other = await createTenant(database.prisma);
    const foreign = storeOf({ ...other, connectionId: shop.connectionId });
    await expect(foreign.read()).rejects.toThrow(/not one of shop/);
    await expect(foreign.refreshExclusively(async (current) => success(rotated(current, 9)))).rejects.toThrow(/not one of shop/);
    expect(await store.read()).toMatchObject({ accessToken: "access-1" });
  });
});

describe("refreshing", () => {
  test("happens once at a time, and the second sees what the first stored", async () => {
    const [entered, answer] = [gate(), gate()];
    const seen: string[] = [];
    let inside = 0;
    const refresh = async (current: StoredTokens) => {
      inside += 1;
      expect(inside).toBe(1);
      seen.push(current.accessToken);
      entered.open();
      if (seen.length === 1) await answer.opened;
      inside -= 1;
      return success(seen.length === 1 ? rotated(current, 2) : current);
    };
    const first = store.refreshExclusively(refresh);
    await entered.opened;
    const second = storeOf(shop).refreshExclusively(refresh);
    expect(seen).toEqual(["access-1"]);
    answer.open();
    expect(await first).toMatchObject({ ok: true, value: { accessToken: "access-2" } });
    expect(await second).toMatchObject({ ok: true, value: { accessToken: "access-2", previousRefreshToken: "refresh-1" } });
    expect(seen).toEqual(["access-1", "access-2"]);
  });

  test("has the new tokens in the database before anyone gets them, and no transaction open while it asks", async () => {
    const refreshed = await store.refreshExclusively(async (current) => {
      const open = await database.prisma.$queryRaw<{ state: string }[]>`SELECT state FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'`;
      expect(open).toEqual([]);
      expect(await lockHolders()).toHaveLength(1);
      return success(rotated(current, 2));
    });
    expect(await storeOf(shop).read()).toEqual(refreshed.ok && refreshed.value);
    expect(await lockHolders()).toEqual([]);
  });

  test("that fails, or throws, stores nothing and frees the lock", async () => {
    const refused = failure({ kind: "needs_auth", detail: "invalid_grant" } as const);
    expect(await store.refreshExclusively(async () => refused)).toEqual(refused);
    await expect(store.refreshExclusively(() => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
    expect(await store.read()).toMatchObject({ accessToken: "access-1", refreshToken: "refresh-1" });
    expect(await lockHolders()).toEqual([]);
  });

  test("does not wait forever for the one under way, and does not wait for other connections", async () => {
    const [entered, answer] = [gate(), gate()];
    const first = store.refreshExclusively(async (current) => { entered.open(); await answer.opened; return success(current); });
    await entered.opened;
    expect(await storeOf(shop, 50).refreshExclusively(async (current) => success(current))).toMatchObject({ ok: false, failure: { kind: "transient" } });
    const other = storeOf(await createTenant(database.prisma), 50);
    expect(await other.refreshExclusively(async (current) => success(current))).toMatchObject({ ok: true });
    answer.open();
    expect(await first).toMatchObject({ ok: true });
  });

  test("of a revoked connection asks nobody", async () => {
    await database.prisma.connection.update({ where: { id: shop.connectionId }, data: { status: "revoked" } });
    expect(await store.refreshExclusively(() => Promise.reject(new Error("asked")))).toMatchObject({ ok: false, failure: { kind: "needs_auth" } });
  });

  test("whose lock was lost with its session does not overwrite the tokens of the next one, and gets those", async () => {
    const [entered, answer] = [gate(), gate()];
    const cut = store.refreshExclusively(async (current) => { entered.open(); await answer.opened; return success(rotated(current, 2)); });
    await entered.opened;
    for (const { pid } of await lockHolders()) await database.prisma.$queryRaw`SELECT pg_terminate_backend(${pid}::int)`;
    expect(await storeOf(shop).refreshExclusively(async (current) => success(rotated(current, 3)))).toMatchObject({ ok: true, value: { accessToken: "access-3" } });
    answer.open();
    expect(await cut).toMatchObject({ ok: true, value: { accessToken: "access-3" } });
    expect(await store.read()).toMatchObject({ accessToken: "access-3", refreshToken: "refresh-3", previousRefreshToken: "refresh-1" });
  });

  test("waits no longer once the process that held the lock was killed", { timeout: 30_000 }, async () => {
    const name = `token-refresh/${shop.connectionId}`;
    const script = `
      import { withSessionLock } from "#app/database/session-lock.ts";
      await withSessionLock(process.argv[1], process.argv[2], 5_000, () => { console.log("locked"); return new Promise(() => setInterval(() => undefined, 60_000)); });`;
    const holder = spawn(process.execPath, ["--input-type=module-typescript", "-e", script, database.url, name], { stdio: ["ignore", "pipe", "inherit"] });
    try {
      const [line] = await once(createInterface(holder.stdout), "line");
      expect(line).toBe("locked");
      expect(await withSessionLock(database.url, name, 50, async () => "free")).toEqual({ acquired: false });
    } finally {
      holder.kill("SIGKILL");
    }
    expect(await store.refreshExclusively(async (current) => success(rotated(current, 2)))).toMatchObject({ ok: true, value: { accessToken: "access-2" } });
  });
});
