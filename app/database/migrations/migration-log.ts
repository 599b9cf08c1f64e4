/**
 * Prisma's own table of applied migrations, so that its tools and this release agree; never applies one.
 *
 * Table, columns and lock number are those of Prisma 6.19 (schema-engine, sql-migration-tests/migration_persistence and
 * https://www.prisma.io/docs/orm/prisma-migrate/workflows/development-and-production#advisory-locking).
 */
import type { ClientBase } from "pg";
import { z } from "zod";
import type { Migration } from "./read-migrations.ts";

/** The number Prisma's tools lock while they migrate: they and we exclude each other. */
export const MIGRATION_LOCK = 72707369;

const rowShape = z.object({ migration_name: z.string(), checksum: z.string(), finished: z.boolean() });

export type LoggedMigration = z.infer<typeof rowShape>;

export async function ensureMigrationLog(client: ClientBase): Promise<void> {
  await client.query(`CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum VARCHAR(64) NOT NULL,
    finished_at TIMESTAMPTZ,
    migration_name VARCHAR(255) NOT NULL,
    logs TEXT,
    rolled_back_at TIMESTAMPTZ,
    started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`);
}

/** What was applied, or was begun by Prisma's tools and never finished; without what they rolled back. */
export async function readMigrationLog(client: ClientBase): Promise<readonly LoggedMigration[]> {
  const result = await client.query(
    "SELECT migration_name, checksum, finished_at IS NOT NULL AS finished FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at",
  );
  return z.array(rowShape).parse(result.rows);
}

/** Runs in the migration's transaction: the log never tells of one that did not happen. */
export async function logMigration(client: ClientBase, { name, checksum }: Migration): Promise<void> {
  await client.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     VALUES (gen_random_uuid()::text, $1, $2, now(), clock_timestamp(), 1)`,
    [checksum, name],
  );
}
