/**
 * Databases for tests: real PostgreSQL, empty and migrated, one for each call; never used by the app.
 */
import { createHash, randomUUID } from "node:crypto";
import { resolve } from "node:path";
import { Client } from "pg";
import { createPrisma, type PrismaClient } from "./client.ts";
import { withDatabase } from "./database-url.ts";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./embedded/embedded-postgres.ts";
import { MIGRATIONS_FOLDER, readMigrations } from "./migrations/read-migrations.ts";
import { runMigrations } from "./migrations/run-migrations.ts";

export type EmptyDatabase = {
  readonly url: string;
  /** Removes the database with everything that is still connected to it. */
  readonly drop: () => Promise<void>;
};

export type TestDatabase = EmptyDatabase & { readonly prisma: PrismaClient };

const DATA_FOLDER = resolve(".cache/test-postgres");

/** Any number of its own: the lock lives in the database `postgres` of the test server. */
const TEMPLATE_LOCK = 1;

/** A fresh copy of the migrated schema, on a server that all test processes share and the last one stops. `drop` also disconnects `prisma`. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = await startTestServer();
  const template = await inDatabase(server.url, ensureTemplate(server.url));
  const database = await createDatabase(server, `TEMPLATE ${template}`);
  const prisma = createPrisma(database.url, { poolSize: 5 });
  return {
    ...database,
    prisma,
    drop: async () => {
      await prisma.$disconnect();
      await database.drop();
    },
  };
}

/** A database without any table, for tests of what makes them. */
export async function emptyDatabase(): Promise<EmptyDatabase> {
  return createDatabase(await startTestServer());
}

async function createDatabase(server: EmbeddedPostgres, from = ""): Promise<EmptyDatabase> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await inDatabase(server.url, (admin) => admin.query(`CREATE DATABASE ${name} ${from}`));
  return {
    url: withDatabase(server.url, name),
    drop: async () => {
      await inDatabase(server.url, (admin) => admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
      await server.stop();
    },
  };
}

/** Whoever starts the server is alone on it: then what killed tests left behind is removed. */
export async function startTestServer(): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir: DATA_FOLDER, database: "postgres" });
  if (server.owned) await inDatabase(server.url, removeLeftovers);
  return server;
}

/** The template is named after the migrations in it, so a changed migration makes a new one. */
function ensureTemplate(serverUrl: string): (admin: Client) => Promise<string> {
  return async (admin) => {
    const checksums = (await readMigrations(MIGRATIONS_FOLDER)).map((migration) => migration.checksum).join();
    const name = `template_${createHash("sha256").update(checksums).digest("hex").slice(0, 16)}`;
    await admin.query("SELECT pg_advisory_lock($1)", [TEMPLATE_LOCK]);
    const found = await admin.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (found.rowCount === 1) return name;
    await admin.query(`DROP DATABASE IF EXISTS unfinished_${name} WITH (FORCE)`);
    await admin.query(`CREATE DATABASE unfinished_${name}`);
    await runMigrations({ url: withDatabase(serverUrl, `unfinished_${name}`), log: () => {} });
    await admin.query(`ALTER DATABASE unfinished_${name} RENAME TO ${name}`);
    return name;
  };
}

async function removeLeftovers(admin: Client): Promise<void> {
  const result = await admin.query<{ datname: string }>("SELECT datname FROM pg_database WHERE datname ~ '^(test|unfinished)_'");
  for (const { datname } of result.rows) await admin.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
}

async function inDatabase<T>(url: string, work: (admin: Client) => Promise<T>): Promise<T> {
  const admin = new Client({ connectionString: url });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}
