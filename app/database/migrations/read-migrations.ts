/**
 * Reads the migrations of this release from disk, in the layout of Prisma's tools; never touches a database.
 */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";

export type Migration = {
  /** Folder name, e.g. `20261123000000_spine`; names sort in the order to apply. */
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file in hexadecimal, as in Prisma's `_prisma_migrations.checksum`. */
  readonly checksum: string;
};

/** Where the project keeps them; every npm script runs in the project's folder. */
export const MIGRATIONS_FOLDER = resolve("prisma/migrations");

/** All migrations in order. Throws when there are none: starting with an empty schema would be worse. */
export async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const names = existsSync(folder) ? (await readdir(folder)).filter((name) => existsSync(join(folder, name, "migration.sql"))) : [];
  if (names.length === 0) throw new Error(`No migrations in ${folder}. Start from the project's folder.`);
  return Promise.all(names.sort().map((name) => readMigration(folder, name)));
}

async function readMigration(folder: string, name: string): Promise<Migration> {
  const bytes = await readFile(join(folder, name, "migration.sql"));
  return { name, sql: bytes.toString("utf8"), checksum: createHash("sha256").update(bytes).digest("hex") };
}
