import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withDatabase } from "./database-url.ts";
import { type TestDatabase, testDatabase } from "./testing.ts";

let database: TestDatabase;
beforeAll(async () => { database = await testDatabase(); });
afterAll(() => database.drop());

async function prismaTool(...args: string[]): Promise<string> {
  const environment = { ...process.env, DATABASE_URL: database.url, CHECKPOINT_DISABLE: "1" };
  return (await promisify(execFile)(resolve("node_modules/.bin/prisma"), args, { env: environment })).stdout;
}

/** What Prisma's tools would write for schema.prisma on an empty database. (They cannot read one that exists: see prisma.config.ts.) */
function sqlOfSchema(): Promise<string> {
  return prismaTool("migrate", "diff", "--from-empty", "--to-schema-datamodel", "prisma/schema.prisma", "--script");
}

/** Columns, keys and indexes as sentences; without what schema.prisma cannot say (CHECKs, partial indexes). */
async function describeTables(url: string): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const result = await client.query<{ line: string }>(`
      SELECT format('%s.%s %s %s default %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid)) AS line
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
      UNION ALL
      SELECT format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint
      WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'u', 'f') AND conrelid::regclass::text <> '_prisma_migrations'
      UNION ALL
      SELECT pg_get_indexdef(i.indexrelid) FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
      WHERE c.relnamespace = 'public'::regnamespace AND i.indpred IS NULL AND c.relname <> '_prisma_migrations'
      ORDER BY line`);
    return result.rows.map((row) => row.line);
  } finally {
    await client.end();
  }
}

async function run(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

test("the migrations yield exactly the tables of schema.prisma", { timeout: 60_000 }, async () => {
  const other = `${new URL(database.url).pathname.slice(1)}_schema`;
  const otherUrl = withDatabase(database.url, other);
  await run(database.url, `CREATE DATABASE ${other}`);
  try {
    await run(otherUrl, await sqlOfSchema());
    const migrated = await describeTables(database.url);
    expect(migrated.length).toBeGreaterThan(100);
    expect(migrated).toEqual(await describeTables(otherUrl));
  } finally {
    await run(database.url, `DROP DATABASE ${other}`);
  }
});

test("Prisma's tools agree that a migrated database is up to date", { timeout: 60_000 }, async () => {
  expect(await prismaTool("migrate", "status")).toContain("Database schema is up to date!");
});

test("every table belongs to a shop by a foreign key that restricts, and has an index that starts with it", async () => {
  const exceptions = await database.prisma.$queryRaw<{ name: string }[]>`
    SELECT c.relname::text AS name FROM pg_class c
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
      AND NOT (
        EXISTS (SELECT 1 FROM pg_constraint f WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.confrelid = 'shops'::regclass AND f.confdeltype = 'r')
        AND EXISTS (
          SELECT 1 FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
          WHERE i.indrelid = c.oid AND a.attname = 'shop_id'
        )
      )
    ORDER BY name`;
  expect(exceptions.map((row) => row.name)).toEqual(["_prisma_migrations", "database_life", "shopify_sessions", "shops"]);
});

test("a record of one shop cannot point to a record of another", async () => {
  const now = new Date();
  const facts = { currency: "USD", timeZone: "UTC", country: "US", taxesIncluded: false, installedAt: now };
  await database.prisma.shop.createMany({ data: [{ id: "a", domain: "a.example", ...facts }, { id: "b", domain: "b.example", ...facts }] });
  await database.prisma.issue.create({ data: { id: "of-a", shopId: "a", code: "c", causeKey: "k", data: {}, state: "open", openedAt: now } });
  const link = (shopId: string) => database.prisma.issueOrder.create({ data: { issueId: "of-a", shopId, orderGid: "1", since: now } });
  await expect(link("b")).rejects.toThrow(/[Ff]oreign key/);
  await link("a");
});

test("a shop with records cannot be deleted", async () => {
  await database.prisma.shop.create({
    data: {
      id: "kept", domain: "kept.example", currency: "USD", timeZone: "UTC", country: "US", taxesIncluded: false, installedAt: new Date(),
      cursor: { create: { sweptUntil: null } },
    },
  });
  await expect(database.prisma.shop.delete({ where: { id: "kept" } })).rejects.toThrow(/[Ff]oreign key/);
});
