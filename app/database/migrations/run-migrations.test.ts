import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type EmptyDatabase, emptyDatabase } from "../testing.ts";
import { MIGRATIONS_FOLDER } from "./read-migrations.ts";
import { MigrationRefused, runMigrations } from "./run-migrations.ts";

let database: EmptyDatabase;
let folder: string;

beforeEach(async () => {
  database = await emptyDatabase();
  folder = await mkdtemp(join(tmpdir(), "migrations-"));
});
afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

async function write(name: string, sql: string): Promise<void> {
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, name, "migration.sql"), sql);
}

async function query(sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: "array" })).rows.flat();
  } finally {
    await client.end();
  }
}

const logged: string[] = [];
const migrate = (alsoUnderLock?: () => Promise<void>) =>
  runMigrations({ url: database.url, folder, log: (line) => logged.push(line), ...(alsoUnderLock && { alsoUnderLock }) });

test("an empty database gets every migration in order, and a second run does nothing", async () => {
  await write("2_then", "ALTER TABLE a ADD COLUMN n int");
  await write("1_first", "CREATE TABLE a ()");
  expect(await migrate()).toEqual(["1_first", "2_then"]);
  expect(await migrate()).toEqual([]);
  expect(logged).toContain("Migration applied: 2_then");
});

test("the log is Prisma's: names, SHA-256 checksums, one step, finished", async () => {
  await write("1_first", "CREATE TABLE a ()");
  await migrate();
  expect(await query("SELECT migration_name, checksum, applied_steps_count, finished_at >= started_at, logs, rolled_back_at FROM _prisma_migrations")).toEqual(
    ["1_first", "ba7711987df3a9e6735016fe894f4400b3af5159cb4525de4f608072d6b47e72", 1, true, null, null],
  );
});

test("a migration that fails half-way leaves nothing behind, keeps the ones before it, and can be repaired", async () => {
  await write("1_first", "CREATE TABLE a ()");
  await write("2_broken", "CREATE TABLE b (); CREATE TABLE a ();");
  await expect(migrate()).rejects.toThrow(/2_broken failed and was taken back: relation "a" already exists/);
  expect(await query("SELECT to_regclass('a') IS NOT NULL, to_regclass('b') IS NULL")).toEqual([true, true]);
  await write("2_broken", "CREATE TABLE b ()");
  expect(await migrate()).toEqual(["2_broken"]);
});

test("of several processes that start at once, one migrates and the others find it done", async () => {
  await write("1_first", "CREATE TABLE a (); SELECT pg_sleep(0.2)");
  const results = await Promise.all([migrate(), migrate(), migrate()]);
  expect(results.map((names) => names.length).sort()).toEqual([0, 0, 1]);
});

test("what else is done under the lock is done by one process at a time, after the migrations", async () => {
  await write("1_first", "CREATE TABLE a ()");
  let inside = 0;
  const also = async () => {
    inside += 1;
    expect(inside).toBe(1);
    expect(await query("SELECT to_regclass('a') IS NOT NULL")).toEqual([true]);
    inside -= 1;
  };
  await Promise.all([migrate(also), migrate(also)]);
});

describe("refuses, and changes nothing,", () => {
  test("a database with a migration that this release does not know", async () => {
    await write("1_first", "CREATE TABLE a ()");
    await write("2_later", "CREATE TABLE b ()");
    await migrate();
    await rm(join(folder, "2_later"), { recursive: true });
    await write("3_mine", "CREATE TABLE c ()");
    await expect(migrate()).rejects.toThrow(/2_later, which this release does not know: its schema is newer/);
    expect(await query("SELECT to_regclass('c')")).toEqual([null]);
  });

  test("a migration that was changed after it was applied", async () => {
    await write("1_first", "CREATE TABLE a ()");
    await migrate();
    await write("1_first", "CREATE TABLE a (n int)");
    await expect(migrate()).rejects.toThrow(MigrationRefused);
  });

  test("a database in which Prisma's tools left one unfinished", async () => {
    await write("1_first", "CREATE TABLE a ()");
    await migrate();
    await query("UPDATE _prisma_migrations SET finished_at = NULL");
    await expect(migrate()).rejects.toThrow(/prisma migrate resolve/);
  });

  test("a folder without migrations", async () => {
    await expect(migrate()).rejects.toThrow(/No migrations in .* Start from the project's folder/);
  });
});

test("this project's own migrations apply", async () => {
  await cp(MIGRATIONS_FOLDER, folder, { recursive: true });
  expect(await migrate()).toContain("20261123000000_spine");
});
