/**
 * Brings a database to this release's schema, one process at a time; never goes back, and never touches a schema it does not know.
 */
import { Client, type ClientBase } from "pg";
import { CONNECT_WITHIN_MS } from "../reach-database.ts";
import { ensureMigrationLog, type LoggedMigration, logMigration, MIGRATION_LOCK, readMigrationLog } from "./migration-log.ts";
import { type Migration, MIGRATIONS_FOLDER, readMigrations } from "./read-migrations.ts";

/** The schema and this release do not fit; `message` says what to do. */
export class MigrationRefused extends Error {
  override readonly name = "MigrationRefused";
}

/** How long others may take to migrate before this process gives up. */
const WAIT_FOR_OTHERS_MS = 120_000;

type MigrationOptions = {
  readonly url: string;
  readonly folder?: string;
  readonly log: (line: string) => void;
  /** Runs after the migrations, still under the lock: for schemas that others keep in the same database. */
  readonly alsoUnderLock?: () => Promise<void>;
};

/**
 * Applies what is missing and answers the names applied, oldest first; none when the schema was up to date.
 * Throws `MigrationRefused` before changing anything when the schema is newer than this release or its history differs.
 */
export async function runMigrations(options: MigrationOptions): Promise<readonly string[]> {
  const migrations = await readMigrations(options.folder ?? MIGRATIONS_FOLDER);
  const client = new Client({ connectionString: options.url, connectionTimeoutMillis: CONNECT_WITHIN_MS });
  await client.connect();
  try {
    await waitForLock(client);
    await ensureMigrationLog(client);
    const missing = findMissing(migrations, await readMigrationLog(client));
    for (const migration of missing) {
      await apply(client, migration);
      options.log(`Migration applied: ${migration.name}`);
    }
    await options.alsoUnderLock?.();
    return missing.map((migration) => migration.name);
  } finally {
    await client.end(); // Ends the session, and with it the lock.
  }
}

/** What is still to apply. Throws `MigrationRefused` when log and release contradict each other. */
function findMissing(migrations: readonly Migration[], logged: readonly LoggedMigration[]): readonly Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const entry of logged) {
    const migration = known.get(entry.migration_name);
    if (migration === undefined) {
      throw new MigrationRefused(
        `The database has the migration ${entry.migration_name}, which this release does not know: its schema is newer. Start the release that made it, or a later one.`,
      );
    }
    if (!entry.finished) {
      throw new MigrationRefused(`The migration ${entry.migration_name} was begun and never finished. Repair it with "prisma migrate resolve", then start again.`);
    }
    if (migration.checksum !== entry.checksum) {
      throw new MigrationRefused(
        `The migration ${entry.migration_name} is not the one that was applied to this database: its file was changed afterwards. Restore the file; put changes into a new migration.`,
      );
    }
  }
  const applied = new Set(logged.map((entry) => entry.migration_name));
  return migrations.filter((migration) => !applied.has(migration.name));
}

async function apply(client: ClientBase, migration: Migration): Promise<void> {
  try {
    await client.query("BEGIN");
    await client.query(migration.sql);
    await logMigration(client, migration);
    await client.query("COMMIT");
  } catch (cause) {
    await client.query("ROLLBACK");
    throw new Error(`The migration ${migration.name} failed and was taken back: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

async function waitForLock(client: ClientBase): Promise<void> {
  await client.query(`SET lock_timeout = ${WAIT_FOR_OTHERS_MS}`);
  try {
    await client.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
  } catch (cause) {
    throw new Error(`Another process has been migrating this database for ${WAIT_FOR_OTHERS_MS / 1000} s.`, { cause });
  }
  await client.query("RESET lock_timeout");
}
