/** Holds the app's own transaction open at one statement, or at its commit, so that the database can be killed while it is under way. The app knows nothing of it. */
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";

export type Moment = {
  /** For the report. */
  about: string;
  table: string;
  event: "INSERT" | "UPDATE" | "DELETE";
  /** Held at the statement, or when the whole transaction is about to be committed. */
  at: "statement" | "commit";
  /** Which such statement (statement) or row (commit), counted from 1. */
  nth: number;
};

/** `reached` resolves when the app hangs there. Once the database is back every transaction passes. */
export type HeldTransaction = { reached(): Promise<void> };

const LOCK = 4_711;
const POLL_MS = 20;

export async function holdTransaction(databaseUrl: string, { table, event, at, nth }: Moment): Promise<HeldTransaction> {
  const holder = new Client({ connectionString: databaseUrl });
  // It dies with the server.
  holder.on("error", () => undefined);
  await holder.connect();
  const trigger = at === "statement"
    ? `CREATE TRIGGER held BEFORE ${event} ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION strike.hold()`
    : `CREATE CONSTRAINT TRIGGER held AFTER ${event} ON ${table} DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION strike.hold()`;
  // What an earlier hold left is removed here, while nothing of the app is under way.
  await holder.query(`
    DROP SCHEMA IF EXISTS strike CASCADE;
    CREATE SCHEMA strike;
    CREATE SEQUENCE strike.times;
    CREATE FUNCTION strike.hold() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF nextval('strike.times') = ${nth} THEN PERFORM pg_advisory_xact_lock(${LOCK}); END IF;
      RETURN NULL;
    END $$;
    ${trigger};
    SELECT pg_advisory_lock(${LOCK});`);
  return {
    async reached() {
      for (;;) {
        const { rowCount } = await holder.query("SELECT FROM pg_locks WHERE locktype = 'advisory' AND objid = $1 AND NOT granted", [LOCK]);
        if (rowCount !== 0) return;
        await pause(POLL_MS);
      }
    },
  };
}
