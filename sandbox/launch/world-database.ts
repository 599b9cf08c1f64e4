/** A database of its own for each world, on the server that DATABASE_URL names or on the embedded one; other databases there are never touched. */
import { randomBytes } from "node:crypto";
import { Client, escapeIdentifier } from "pg";
import { openDatabase } from "#app/database/open-database.ts";
import type { Teardown } from "./teardown.ts";

export type WorldDatabase = { url: string; description: string };

/** Databases of plays that were killed are removed after this long. */
const LEFTOVER_AFTER_S = 3600;
const DRAWN_PREFIX = "tieout_play_";

/**
 * `kept`: the database of this name, made if it is not there, and left at the end. Without a name a fresh one is drawn and removed at the end.
 * Throws a sentence when the server does not answer.
 */
export async function openWorldDatabase(options: { dataFolder: string; kept?: string | undefined }, teardown: Teardown): Promise<WorldDatabase> {
  const server = await openDatabase({ url: process.env["DATABASE_URL"], dataDir: options.dataFolder, log: () => {} });
  teardown.defer(server.close);
  const name = options.kept ?? `${DRAWN_PREFIX}${Math.floor(Date.now() / 1000)}_${randomBytes(4).toString("hex")}`;
  await asAdmin(server.url, async (admin) => {
    await removeLeftovers(admin);
    const { rowCount } = await admin.query("SELECT FROM pg_database WHERE datname = $1", [name]);
    if (rowCount === 0) await admin.query(`CREATE DATABASE ${escapeIdentifier(name)}`);
  });
  if (options.kept === undefined) teardown.defer(() => asAdmin(server.url, (admin) => dropDatabase(admin, name)));
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  return { url: url.href, description: `${server.description}, database ${name}` };
}

async function removeLeftovers(admin: Client): Promise<void> {
  const oldest = Math.floor(Date.now() / 1000) - LEFTOVER_AFTER_S;
  const { rows } = await admin.query<{ datname: string }>("SELECT datname FROM pg_database WHERE starts_with(datname, $1)", [DRAWN_PREFIX]);
  const old = rows.filter(({ datname }) => Number(datname.slice(DRAWN_PREFIX.length).split("_")[0]) < oldest);
  for (const { datname } of old) await dropDatabase(admin, datname);
}

async function dropDatabase(admin: Client, name: string): Promise<void> {
  await admin.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`);
}

async function asAdmin(url: string, work: (admin: Client) => Promise<void>): Promise<void> {
  const admin = new Client({ connectionString: url });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}
