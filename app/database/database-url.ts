/**
 * Reads a PostgreSQL address for people; never shows its password.
 */

export type DatabaseAddress = { readonly host: string; readonly port: number; readonly database: string; readonly user: string };

const DEFAULT_PORT = 5432;

/** Throws, without repeating the text (it may hold a password), when it is not `postgresql://user:password@host:port/database`. */
export function parseDatabaseUrl(url: string): DatabaseAddress {
  if (!URL.canParse(url)) throw new Error(MALFORMED);
  const { protocol, hostname, port, pathname, username, searchParams } = new URL(url);
  const database = decodeURIComponent(pathname.slice(1));
  if (!["postgres:", "postgresql:"].includes(protocol) || database === "") throw new Error(MALFORMED);
  return {
    // An address without a host names a socket folder in `?host=` (libpq's connection URIs).
    host: hostname === "" ? (searchParams.get("host") ?? "localhost") : hostname,
    port: port === "" ? DEFAULT_PORT : Number(port),
    database,
    user: decodeURIComponent(username),
  };
}

/** For example `tieout at 127.0.0.1:5432 as user tieout`. */
export function describeAddress({ host, port, database, user }: DatabaseAddress): string {
  return `${database} at ${host}:${port}${user === "" ? "" : ` as user ${user}`}`;
}

/** The same server and user, another database. */
export function withDatabase(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${encodeURIComponent(database)}`;
  return other.href;
}

const MALFORMED = "DATABASE_URL is not an address of a PostgreSQL database: it should read postgresql://user:password@host:5432/database.";
