/**
 * Finds out whether a database answers, and says in one sentence what to do when it does not; changes nothing.
 */
import { Client } from "pg";
import { parseDatabaseUrl } from "./database-url.ts";

/** A start that waits longer looks like a hang. */
export const CONNECT_WITHIN_MS = 10_000;

export class DatabaseUnreachable extends Error {
  override readonly name = "DatabaseUnreachable";
}

/** Connects once and leaves. Throws `DatabaseUnreachable` within `withinMs`; its message has no password in it. */
export async function reachDatabase(url: string, withinMs = CONNECT_WITHIN_MS): Promise<void> {
  const { host, port, database, user } = parseDatabaseUrl(url);
  const client = new Client({ connectionString: url, connectionTimeoutMillis: withinMs, query_timeout: withinMs });
  client.on("error", ignoreLateError);
  try {
    await client.connect();
    await client.query("SELECT 1");
  } catch (cause) {
    throw new DatabaseUnreachable(
      `The database ${database} on host ${host}, port ${port} does not answer (${reason(cause, user)}). Check that the server runs and DATABASE_URL is right, or remove DATABASE_URL to use the embedded database.`,
      { cause },
    );
  } finally {
    await client.end().catch(ignoreLateError);
  }
}

/** SQLSTATE 28: https://www.postgresql.org/docs/18/errcodes-appendix.html; the other codes are Node's. */
function reason(error: unknown, user: string): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  switch (code) {
    case "28P01":
    case "28000": return `it refuses user ${user} or the password`;
    case "3D000": return "no database of that name";
    case "ECONNREFUSED": return "connection refused";
    case "ENOTFOUND":
    case "EAI_AGAIN": return "no such host";
    default: return code === "" ? "no answer in time" : code;
  }
}

/** The failure was already told; a second report of the broken connection must not end the process. */
function ignoreLateError(): void {}
