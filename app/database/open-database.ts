/**
 * Opens the database this process works on: the one in DATABASE_URL, otherwise the embedded one; never migrates it.
 */
import { describeAddress, parseDatabaseUrl } from "./database-url.ts";
import { startEmbeddedPostgres } from "./embedded/embedded-postgres.ts";
import { reachDatabase } from "./reach-database.ts";

export type OpenDatabase = {
  /** Secret: holds the password. */
  readonly url: string;
  /** Which database and where, for people; without the password. */
  readonly description: string;
  /** Leaves an embedded server, which then stops if nobody else uses it; does nothing to another server. */
  readonly close: () => Promise<void>;
};

/** `dataDir` is where an embedded database lives. Throws `DatabaseUnreachable` within 10 s when `url` does not answer. */
export async function openDatabase(options: { url?: string | undefined; dataDir: string; log: (line: string) => void }): Promise<OpenDatabase> {
  const database = options.url === undefined || options.url === "" ? await openEmbedded(options.dataDir) : await openGiven(options.url);
  options.log(`Database: ${database.description}`);
  return database;
}

async function openGiven(url: string): Promise<OpenDatabase> {
  const description = `PostgreSQL from DATABASE_URL, ${describeAddress(parseDatabaseUrl(url))}`;
  await reachDatabase(url);
  return { url, description, close: async () => {} };
}

async function openEmbedded(dataDir: string): Promise<OpenDatabase> {
  const server = await startEmbeddedPostgres({ dataDir });
  const address = describeAddress(parseDatabaseUrl(server.url));
  const description = `embedded PostgreSQL (${server.owned ? "started" : "already running"}), ${address}, files in ${server.home}`;
  return { url: server.url, description, close: server.stop };
}
