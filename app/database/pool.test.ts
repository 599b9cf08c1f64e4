import { afterAll, beforeAll, expect, test } from "vitest";
import { createPrisma, type PrismaClient } from "./client.ts";
import { type TestDatabase, testDatabase } from "./testing.ts";

let database: TestDatabase;
beforeAll(async () => { database = await testDatabase(); });
afterAll(() => database.drop());

/** What a killed server does to a transaction that is under way, with one connection only. */
async function loseConnection(onePlace: PrismaClient, when: "within a transaction" | "at its commit"): Promise<unknown> {
  return onePlace.$transaction(async (tx) => {
    const [backend] = await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
    await database.prisma.$queryRaw`SELECT pg_terminate_backend(${backend?.pid}::int, 5000)`;
    if (when === "within a transaction") await tx.$queryRaw`SELECT 1`;
  });
}

test.for(["within a transaction", "at its commit"] as const)("a connection lost %s gives its place to another one, and nobody waits for it at the end", async (when) => {
  const onePlace = createPrisma(database.url, { poolSize: 1 });
  await expect(loseConnection(onePlace, when)).rejects.toThrow();
  expect(await onePlace.$queryRaw`SELECT 1 AS here`).toEqual([{ here: 1 }]);
  await onePlace.$disconnect();
});

test("a connection that a query of its own loses gives its place to another one too", async () => {
  const onePlace = createPrisma(database.url, { poolSize: 1 });
  await expect(onePlace.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid(), 5000)`).rejects.toThrow();
  expect(await onePlace.$queryRaw`SELECT 1 AS here`).toEqual([{ here: 1 }]);
  await onePlace.$disconnect();
});
