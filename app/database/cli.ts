/**
 * The database commands for operators; whoever starts it passes the environment in, because only composition reads it.
 */
import type { Instant } from "#app/pipeline/ports/repositories.ts";
import { createPrisma } from "./client.ts";
import { markRestored } from "./life.ts";
import { runMigrations } from "./migrations/run-migrations.ts";
import { openDatabase } from "./open-database.ts";
import { rotateKeys } from "./rotate-keys.ts";
import { createSecretBox } from "./secret-box.ts";

export type DatabaseCliOptions = {
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  readonly encryptionKeys: string;
  readonly log: (line: string) => void;
  readonly now: () => Instant;
};

type Command = (url: string, options: DatabaseCliOptions) => Promise<string>;

const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ["migrate", async (url, { log }) => {
    const applied = await runMigrations({ url, log });
    return applied.length === 0 ? "The schema is up to date." : `${applied.length} migration(s) applied.`;
  }],
  ["restored", async (url, { now }) => {
    const prisma = createPrisma(url, { poolSize: 1 });
    try {
      return `${await markRestored(prisma, now())} connection(s) look up earlier orders in QuickBooks before anything is created for them.`;
    } finally {
      await prisma.$disconnect();
    }
  }],
  ["rotate-keys", async (url, { encryptionKeys }) => {
    const rotated = await rotateKeys(url, createSecretBox(encryptionKeys));
    return `${rotated} secret(s) sealed with the first key of ENCRYPTION_KEYS; the keys behind it can be removed once every process has been restarted.`;
  }],
]);

/** Runs one command. Answers the exit code: 0 done, 2 unknown command. A command's failure is thrown, with a sentence to act on. */
export async function runDatabaseCli(args: readonly string[], options: DatabaseCliOptions): Promise<0 | 2> {
  const command = COMMANDS.get(args[0] ?? "");
  if (command === undefined || args.length !== 1) {
    options.log(`Usage: database ${[...COMMANDS.keys()].join(" | ")}`);
    return 2;
  }
  const database = await openDatabase({ url: options.databaseUrl, dataDir: options.dataDir, log: options.log });
  try {
    options.log(await command(database.url, options));
    return 0;
  } finally {
    await database.close();
  }
}
