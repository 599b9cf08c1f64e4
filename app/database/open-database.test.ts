import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withDatabase } from "./database-url.ts";
import { openDatabase } from "./open-database.ts";
import { DatabaseUnreachable, reachDatabase } from "./reach-database.ts";
import { type EmptyDatabase, emptyDatabase } from "./testing.ts";

let given: EmptyDatabase;
beforeAll(async () => { given = await emptyDatabase(); });
afterAll(() => given.drop());

const open = async (url: string | undefined, dataDir = "/nowhere") => {
  const lines: string[] = [];
  const database = await openDatabase({ url, dataDir, log: (line) => lines.push(line) });
  return { ...database, lines };
};

test("with a URL it is that server; the line says which and hides the password", async () => {
  const { url, lines, close } = await open(given.url);
  const { hostname, port, pathname, password } = new URL(given.url);
  expect(url).toBe(given.url);
  expect(lines).toEqual([`Database: PostgreSQL from DATABASE_URL, ${pathname.slice(1)} at ${hostname}:${port} as user tieout`]);
  expect(lines.join()).not.toContain(password);
  await close();
  await reachDatabase(given.url);
});

test("without a URL it is the embedded one; the line says where its files are", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "open-"));
  await chmod(dataDir, 0o755); // Otherwise root's server has its files elsewhere, and they would stay behind.
  const { url, lines, close } = await open(undefined, dataDir);
  try {
    expect(lines[0]).toMatch(/^Database: embedded PostgreSQL \(started\), tieout at 127\.0\.0\.1:\d+ as user tieout, files in \//);
    expect(lines[0]).not.toContain(new URL(url).password);
    await reachDatabase(url);
  } finally {
    await close();
    await rm(dataDir, { recursive: true });
  }
  await expect(reachDatabase(url)).rejects.toThrow(/connection refused/);
});

describe("a server that does not answer fails with one sentence that names it:", () => {
  test("nothing listens there", async () => {
    await expect(open("postgresql://me:hush@127.0.0.1:1/books")).rejects.toThrow(
      "The database books on host 127.0.0.1, port 1 does not answer (connection refused). Check that the server runs and DATABASE_URL is right, or remove DATABASE_URL to use the embedded database.",
    );
  });

  test("it accepts and stays silent", async () => {
    const silent = createServer().listen(0, "127.0.0.1");
    await once(silent, "listening");
    const { port } = silent.address() as AddressInfo;
    await expect(reachDatabase(`postgresql://me:hush@127.0.0.1:${port}/books`, 200)).rejects.toThrow(/port \d+ does not answer \(no answer in time\)/);
    silent.close();
  });

  test("the password is wrong", async () => {
    const url = new URL(given.url);
    url.password = "hush";
    const failure = await open(url.href).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(DatabaseUnreachable);
    expect(String(failure)).toMatch(/it refuses user tieout or the password/);
    expect(String(failure)).not.toContain("hush");
  });

  test("there is no such database", async () => {
    await expect(open(withDatabase(given.url, "missing"))).rejects.toThrow(/database missing .* \(no database of that name\)/);
  });
});

test.each(["nonsense", "mysql://me:hush@host/books", "postgresql://me:hush@host", "postgresql://me:hush@host:port/books"])(
  "%j is not an address, and is not repeated in the error",
  async (url) => {
    const failure = String(await open(url).catch((error: unknown) => error));
    expect(failure).toMatch(/DATABASE_URL is not an address of a PostgreSQL database/);
    expect(failure).not.toContain("hush");
  },
);
