/** The database of a world as an operator handles it: kept as a backup, lost, set back. Only while no process of the app is connected. */
import { Client, escapeIdentifier } from "pg";

export type StoredDatabase = {
  /** Keeps what is in the database now. */
  backUp(): Promise<void>;
  /** Nothing is left of it; an empty one takes its place. */
  lose(): Promise<void>;
  /** The backup takes its place, as old as `ageSeconds` of the server's own time. */
  restore(ageSeconds: number): Promise<void>;
  close(): Promise<void>;
};

export async function storedDatabase(url: string): Promise<StoredDatabase> {
  const name = new URL(url).pathname.slice(1);
  const [live, kept] = [escapeIdentifier(name), escapeIdentifier(`${name}_kept`)];
  const admin = new Client({ connectionString: withName(url, "postgres") });
  await admin.connect();
  const drop = (database: string) => admin.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
  return {
    async backUp() {
      await drop(kept);
      await admin.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1`, [name]);
      await admin.query(`CREATE DATABASE ${kept} TEMPLATE ${live}`);
    },
    async lose() {
      await drop(live);
      await admin.query(`CREATE DATABASE ${live}`);
    },
    async restore(ageSeconds) {
      await drop(live);
      await admin.query(`CREATE DATABASE ${live} TEMPLATE ${kept}`);
      const client = new Client({ connectionString: url });
      await client.connect();
      await client.query("UPDATE database_life SET seen_at = seen_at - make_interval(secs => $1)", [ageSeconds]);
      await client.end();
    },
    async close() {
      await drop(kept);
      await admin.end();
    },
  };
}

function withName(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}
