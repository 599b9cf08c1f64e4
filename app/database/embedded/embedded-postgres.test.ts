import { execFile, spawn } from "node:child_process";
import { chmod, mkdtemp, readFile, realpath, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./embedded-postgres.ts";
import { clusterFolder } from "./placement.ts";
import { findPostmaster } from "./postmaster.ts";
import { startServerUser } from "./testing/server-user-process.ts";

let dataDir: string;
let started: EmbeddedPostgres[];

/** Started and stopped once: making a cluster costs seconds of two processors, and only the tests of a new folder are about that. */
let used: string;
beforeAll(async () => {
  used = await newFolder("embedded-used-");
  await (await startEmbeddedPostgres({ dataDir: used })).stop();
});
afterAll(() => rm(used, { recursive: true }));

/** What a start and a stop leave in a folder, owners and modes included. */
async function asAfterFirstStart(): Promise<void> {
  await promisify(execFile)("cp", ["-a", `${used}/.`, dataDir]);
}

/** One that the server's user can reach. */
async function newFolder(prefix: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), prefix));
  await chmod(folder, 0o755);
  return folder;
}

beforeEach(async () => {
  dataDir = await newFolder("embedded-");
  started = [];
});
afterEach(async () => {
  for (const server of started) await server.stop();
  for (const folder of [dataDir, ...started.map((server) => server.home)]) await rm(folder, { recursive: true, force: true });
});

async function start(): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir });
  started.push(server);
  return server;
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: "array" })).rows.flat();
  } finally {
    await client.end();
  }
}

function runningServer(home: string): number {
  const found = findPostmaster(clusterFolder(home));
  if (found === undefined) throw new Error("No server runs.");
  return found.pid;
}

/** SIGKILL to the server itself, and nobody cleans up after it. */
function killServer(home: string): void {
  process.kill(runningServer(home), "SIGKILL");
}

test("a new folder gets a durable server on loopback that wants the password", async () => {
  const { url } = await start();
  expect(await query(url, "SELECT current_setting('listen_addresses') || current_setting('fsync') || current_setting('synchronous_commit')")).toEqual(["127.0.0.1onon"]);
  const guess = new URL(url);
  guess.password = "guess";
  await expect(query(guess.href, "SELECT 1")).rejects.toMatchObject({ code: "28P01" });
});

test("the password file can be read by its owner only", async () => {
  const { home, url } = await start();
  const file = join(home, "password");
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(url).toContain(await readFile(file, "utf8"));
});

test("after a stop the server is gone; a new start has the data at the same address", async () => {
  await asAfterFirstStart();
  const first = await start();
  await query(first.url, "CREATE TABLE kept AS SELECT 1 AS one");
  await first.stop();
  await expect(query(first.url, "SELECT 1")).rejects.toMatchObject({ code: "ECONNREFUSED" });
  const second = await start();
  expect(second.url).toBe(first.url);
  expect(await query(second.url, "SELECT one FROM kept")).toEqual([1]);
});

test("a killed server loses nothing that was acknowledged and starts again", async () => {
  await asAfterFirstStart();
  const { url, home } = await start();
  await query(url, "CREATE TABLE kept (n int)");
  for (let n = 1; n <= 20; n += 1) await query(url, `INSERT INTO kept VALUES (${n})`);
  killServer(home);
  const again = await start();
  expect(await query(again.url, "SELECT count(*)::int FROM kept")).toEqual([20]);
});

test("a server that is just stopping is waited for and started again", async () => {
  await asAfterFirstStart();
  const { home } = await start();
  process.kill(runningServer(home), "SIGINT");
  const again = await start();
  expect(await query(again.url, "SELECT 1")).toEqual([1]);
});

test("a lock file whose process number now belongs to another program does not stop the start", async () => {
  await asAfterFirstStart();
  const { home } = await start();
  killServer(home);
  const stranger = spawn("sleep", ["60"]);
  try {
    const lockFile = join(clusterFolder(home), "postmaster.pid");
    const [, ...rest] = (await readFile(lockFile, "utf8")).split("\n");
    await writeFile(lockFile, [stranger.pid, ...rest].join("\n"));
    const again = await start();
    expect(await query(again.url, "SELECT 1")).toEqual([1]);
  } finally {
    stranger.kill();
  }
});

test("when its port was taken meanwhile, the server moves to another", async () => {
  await asAfterFirstStart();
  const { url, stop, home } = await start();
  await stop();
  const port = Number(new URL(url).port);
  const squatter = createServer().listen(port, "127.0.0.1");
  try {
    const again = await start();
    expect(Number(new URL(again.url).port)).not.toBe(port);
    expect(again.home).toBe(home);
  } finally {
    squatter.close();
  }
});

test("of two processes that start at once, one starts the server and the last to leave stops it", async () => {
  const [one, other] = await Promise.all([startServerUser(dataDir), startServerUser(dataDir)]);
  expect([one.joinedAs, other.joinedAs].sort()).toEqual(["joined", "owned"]);
  const owner = one.joinedAs === "owned" ? one : other;
  const guest = owner === one ? other : one;
  await owner.leave();
  const { home, stop } = await start();
  const pid = runningServer(home);
  await guest.leave();
  expect(runningServer(home)).toBe(pid);
  await stop();
  expect(findPostmaster(clusterFolder(home))).toBeUndefined();
});

test.each(["SIGINT", "SIGKILL"] as const)("a launcher's end by %s does not take the server with it, and it counts as gone", async (signal) => {
  await asAfterFirstStart();
  const launcher = await startServerUser(dataDir);
  await launcher.kill(signal);
  const joined = await start();
  expect(joined.owned).toBe(false);
  expect(await query(joined.url, "SELECT 1")).toEqual([1]);
  await joined.stop();
  expect(findPostmaster(clusterFolder(joined.home))).toBeUndefined();
});

test("a folder that only its owner may enter works, also for root, and keeps its data", async () => {
  await chmod(dataDir, 0o700);
  const first = await start();
  await query(first.url, "CREATE TABLE kept AS SELECT 1 AS one");
  await first.stop();
  expect(await query((await start()).url, "SELECT one FROM kept")).toEqual([1]);
});

test("the files lie in the data folder where the server's user can reach it", async () => {
  expect((await start()).home).toBe(await realpath(dataDir));
});

test("data of another PostgreSQL version is refused with what to do", async () => {
  await asAfterFirstStart();
  const { home, stop } = await start();
  await stop();
  await writeFile(join(clusterFolder(home), "PG_VERSION"), "12\n");
  await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(/written by PostgreSQL 12, and this release brings PostgreSQL 18/);
});
